"""`bench`: measures every budget against others in one run, and writes the report."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from scripts import pipeline
from scripts.bench import GROUPS
from scripts.commands import arguments
from scripts.commands.waiting import waiting

REPORT = pipeline.ROOT / "reports" / "bench.md"
EVERYDAY, FULL = 1_000, 20_000
PATIENCE = 30.0


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "bench",
        help="đo tốc độ và dung lượng so với Hugo, MkDocs, Pagefind",
        description="Đo mọi ngân sách trong một lượt trên danh mục mẫu và viết reports/bench.md. "
        "Cả hai cỡ mất nhiều phút; mỗi ngày thì chỉ cần cỡ nhỏ: --full 0.",
    )
    add = parser.add_argument
    add("--products-count", type=count, default=EVERYDAY, metavar="N", dest="everyday",
        help="cỡ nhỏ, số sản phẩm (mặc định: 1.000)")  # fmt: skip
    add("--full", type=count, default=FULL, metavar="N",
        help="cỡ lớn (mặc định: 20.000); 0 thì bỏ")  # fmt: skip
    add("--only", choices=GROUPS, nargs="+", metavar="NHÓM",
        help="chỉ đo các nhóm này rồi in ra, không viết báo cáo: "
        + ", ".join(GROUPS))  # fmt: skip
    add("--runs", type=count, metavar="N", help="số lần đo mỗi thứ (mặc định: 3, cỡ lớn 1)")
    add("--work", type=Path, metavar="DIR", help="thư mục tạm (mặc định: trong bộ nhớ)")
    add("--out", type=Path, default=REPORT, metavar="FILE", help="tệp báo cáo")
    arguments.add_today(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when everything was measured, whatever the verdicts; 1 where a program failed."""
    # Every command would wait for what only this one needs.
    from scripts.bench import running

    return running.run(args, partial(waiting, patience=PATIENCE))


def count(text: str) -> int:
    """A number of products; 0 means none."""
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} không phải là số sản phẩm")
    return int(text)
