"""`faults`: builds killed, without disk, two at once; the published site stays whole."""

from __future__ import annotations

import argparse
import subprocess
import sys

from scripts import pipeline


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "faults",
        help="thử những lúc hỏng: bị giết, đĩa đầy, chỉ đọc, hai lệnh cùng lúc, Python khác",
        description="Dựng trang mẫu trong những lúc hỏng thật và xem trang đang công bố có còn "
        "nguyên vẹn, lần dựng sau có đúng không. Mất vài phút; cần Linux.",
    )
    parser.add_argument(
        "--only",
        choices=("kills", "disks", "pairs", "python"),
        action="append",
        help="chỉ thử một loại",
    )
    parser.add_argument("--kills", type=int, metavar="SỐ", help="số lần giết (mặc định: 50)")
    parser.add_argument("--seed", type=int, metavar="SỐ", help="số gieo của lần thử muốn lặp lại")
    parser.add_argument("--python", metavar="TỆP", help="bản Python khác để so (ví dụ python3.13)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where everything held."""
    if not sys.platform.startswith("linux"):
        print("Lệnh này cần Linux: nó gắn ổ đĩa nhỏ và giết tiến trình.", file=sys.stderr)
        return 1
    words = [f"--only={name}" for name in args.only or ()]
    options = {"kills": args.kills, "seed": args.seed, "python": args.python}
    words += [f"--{name}={value}" for name, value in options.items() if value is not None]
    # The troubles are tests: they know this package, and it does not know them.
    command = [sys.executable, "-m", "tests.faults", *words]
    return subprocess.run(command, cwd=pipeline.ROOT, check=False).returncode
