"""`serve`: the site on this machine, built again whenever something is saved."""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from scripts import pipeline
from scripts.commands import arguments
from scripts.preview import watch
from scripts.preview.server import Server, State

PORT = 8000
PAUSE = 0.3


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "serve",
        help="xem thử trang trên máy này, tự tải lại khi sửa",
        description="Dựng trang vào một thư mục tạm, mở trên máy này và tự dựng lại khi bản ghi, "
        "mẫu trang hay trang viết tay được lưu. Bản ghi có lỗi thì trang cũ vẫn hiện cùng với lỗi.",
    )
    arguments.add_products(parser, pipeline.PRODUCTS)
    parser.add_argument(
        "--port", type=arguments.port, default=PORT, help=f"cổng (mặc định: {PORT})"
    )
    arguments.add_today(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; 1 where the port is taken."""
    with tempfile.TemporaryDirectory(prefix="ocop-") as folder:
        state = State(tree=Path(folder) / "site")
        try:
            server = Server(state, args.port)
        except OSError:
            print(f"Cổng {args.port} đang bận; hãy chọn cổng khác, ví dụ: --port {args.port + 1}",
                  file=sys.stderr)  # fmt: skip
            return 1
        # Ended by a service manager or by Ctrl+C, the temporary folder goes. A shell that starts
        # us in the background has Ctrl+C ignored; whoever sends it to us all the same means it.
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, signal.default_int_handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Đang dựng trang; xem tại {server.url} (dừng: Ctrl+C)", flush=True)
        try:
            follow(state, args)
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
            server.server_close()
    return 0


def follow(state: State, args: argparse.Namespace) -> None:
    """Build now and after each change, for ever."""
    paths = [args.products, pipeline.DOCS, pipeline.ENGINE, pipeline.ROOT / "scripts"]
    while True:
        before = watch.snapshot(paths)
        refresh(state, args)
        while before == (now := watch.snapshot(paths)):
            time.sleep(PAUSE)
        print("Đã sửa:", *(Path(path).name for path in watch.changed(before, now)[:5]), flush=True)


def refresh(state: State, args: argparse.Namespace) -> None:
    """Build once; what goes wrong is shown in the terminal and over the last good pages.

    In a new process: templates, words and code that were edited are read afresh, and a crash
    of theirs does not end the preview.
    """
    command = [sys.executable, "-m", "scripts", "build", "--products", str(args.products.resolve())]
    command += ["--out", str(state.tree)]
    if args.today:
        command += ["--today", str(args.today)]
    done = subprocess.run(
        command,
        cwd=pipeline.ROOT,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    lines = tuple(done.stdout.splitlines())
    if done.returncode:
        print(*lines, sep="\n", flush=True)
        state.show("Chưa dựng được; dưới đây là trang dựng lần trước", lines)
    else:
        print(lines[-1].partition(" → ")[0], flush=True)
        state.show()
