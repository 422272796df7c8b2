"""`rename`: a record gets another id, and everything that names it follows."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from scripts.commands import rewrite
from scripts.commands.dialogue import Dialogue
from scripts.edits import lookup, rename
from scripts.edits.types import Change
from scripts.records import Reading


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "rename",
        help="đổi mã của một bản ghi",
        description="Đổi mã của một bản ghi: chuyển tệp và ảnh, giữ mã cũ trong aliases để địa "
        "chỉ cũ vẫn dẫn tới trang, sửa mọi bản ghi nêu mã đó. Cho xem hết thay đổi rồi mới hỏi.",
    )
    parser.add_argument("old", metavar="CŨ", help="mã, mã cũ hoặc tên của bản ghi")
    parser.add_argument("new", metavar="MỚI", help="mã mới")
    parser.add_argument("--kind", choices=tuple(lookup.KINDS), help="loại bản ghi, khi trùng mã")
    rewrite.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when the record is renamed, 1 when nothing was written."""
    kinds = (args.kind,) if args.kind else tuple(lookup.KINDS)

    def plan(reading: Reading, _: Dialogue) -> Sequence[Change]:
        return rename.plan(reading, lookup.find(reading, args.old, kinds), args.new)

    return rewrite.run(args, plan)
