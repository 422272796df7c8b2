"""`serve`: the site on this machine, made as it is looked at, new whenever something is saved."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

from scripts import pipeline
from scripts.commands import arguments
from scripts.preview.preview import Preview
from scripts.preview.server import Server
from scripts.preview.watch import Changes, Watch, changed
from scripts.preview.worker import Job

PORT = 8000
PAUSE = 0.1
NAMED = 5
CODE = pipeline.ROOT / "scripts"
WORK = "scripts.live.worker:work"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "serve",
        help="xem thử trang trên máy này, tự tải lại khi sửa",
        description="Mở trang trên máy này; mở trang nào thì soạn trang ấy từ bản ghi. Trang đang "
        "mở tự tải lại khi bản ghi, mẫu trang hay trang viết tay được lưu. Bản ghi có lỗi thì "
        "trang cũ vẫn hiện cùng với lỗi. Không ghi trang nào ra đĩa.",
    )
    arguments.add_products(parser, pipeline.PRODUCTS)
    parser.add_argument(
        "--port", type=arguments.port, default=PORT, help=f"cổng (mặc định: {PORT})"
    )
    arguments.add_today(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; 1 where the port is taken."""
    products = Path(args.products).resolve()
    with tempfile.TemporaryDirectory(prefix="ocop-") as scratch:
        preview = Preview(job=job(products, Path(scratch), args), say=say)
        try:
            server = Server(preview, args.port)
        except OSError:
            print(f"Cổng {args.port} đang bận; hãy chọn cổng khác, ví dụ: --port {args.port + 1}",
                  file=sys.stderr)  # fmt: skip
            return 1
        # Ended by a service manager or by Ctrl+C, the temporary folder goes. A shell that starts
        # us in the background has Ctrl+C ignored; whoever sends it to us all the same means it.
        for ending in (signal.SIGTERM, signal.SIGINT):
            signal.signal(ending, signal.default_int_handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"Đang đọc bản ghi; xem tại {server.url} (dừng: Ctrl+C)")
        try:
            follow(preview, Watch((products, pipeline.DOCS, pipeline.ENGINE, CODE)))
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
            server.server_close()
            preview.stop()
    return 0


def job(products: Path, scratch: Path, args: argparse.Namespace) -> Job:
    """What the process that makes the pages is told."""
    places = {"products": products, "docs": pipeline.DOCS, "engine": pipeline.ENGINE}
    texts = {name: str(place) for name, place in {**places, "scratch": scratch}.items()}
    return Job(target=WORK, values=(texts, args.today))


def say(line: str) -> None:
    """Print at once, also where nobody is at a terminal."""
    print(line, flush=True)


def follow(preview: Preview, watch: Watch) -> None:
    """Look at the files again and again, for ever, and hand on what changed."""
    before = watch.look()
    preview.renew()
    while True:
        began = time.monotonic()
        now = watch.look()
        changes = changed(before, now)
        if changes:
            before = now
            announce(changes)
            take(preview, changes)
        # Half of a processor at most, however many files there are.
        time.sleep(max(PAUSE, time.monotonic() - began))


def announce(changes: Changes) -> None:
    """Say which files were saved."""
    names = [Path(file).name for file in sorted(changes.files)]
    more = f" và {len(names) - NAMED} tệp khác" if len(names) > NAMED else ""
    say(f"Đã sửa: {', '.join(names[:NAMED])}{more}")


def take(preview: Preview, changes: Changes) -> None:
    """A new process where code, templates or words changed; else word to the one there is."""
    if changes.below(CODE):
        preview.renew()
    else:
        preview.change(changes)
