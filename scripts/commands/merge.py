"""`merge`: two records of one product, or of one maker, become one."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from scripts.commands import rewrite
from scripts.commands.dialogue import Dialogue
from scripts.edits import lookup, merge
from scripts.edits.combine import ALL, FROM, INTO
from scripts.edits.types import Change, Conflict, ConflictError, EditError
from scripts.records import Reading


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "merge",
        help="gộp hai bản ghi của cùng một sản phẩm hoặc chủ thể",
        description="Gộp bản ghi FROM vào bản ghi INTO: giữ mọi nguồn, mọi lần công nhận, mọi "
        "ảnh; mã của FROM thành mã cũ của INTO. Chỗ hai bản ghi nói khác nhau thì phải chọn.",
    )
    parser.add_argument("gone", metavar=FROM, help="bản ghi bị gộp: mã, mã cũ hoặc tên")
    parser.add_argument("kept", metavar=INTO, help="bản ghi giữ lại: mã, mã cũ hoặc tên")
    parser.add_argument(
        "--keep",
        action="append",
        type=choice,
        default=[],
        metavar="[TRƯỜNG=]FROM|INTO",
        help="chỗ khác nhau thì lấy theo bên nào; ghi nhiều lần cho nhiều trường",
    )
    parser.add_argument("--kind", choices=merge.MERGED, help="loại bản ghi, khi trùng mã")
    rewrite.add_options(parser)
    parser.set_defaults(run=run)


def choice(text: str) -> tuple[str, str]:
    """The field and the side of one `--keep`."""
    field, _, side = text.rpartition("=")
    if side.upper() not in (FROM, INTO):
        raise argparse.ArgumentTypeError(f"{text!r}: hãy viết FROM, INTO hoặc TRƯỜNG=FROM")
    return field or ALL, side.upper()


def run(args: argparse.Namespace) -> int:
    """0 when the records are merged, 1 when nothing was written."""
    kinds = (args.kind,) if args.kind else merge.MERGED

    def plan(reading: Reading, dialogue: Dialogue) -> Sequence[Change]:
        gone, kept = (lookup.find(reading, words, kinds) for words in (args.gone, args.kept))

        def merged(keep: Mapping[str, str]) -> Sequence[Change]:
            products = Path(args.products)
            return merge.plan(
                reading, gone, kept, keep, lambda place: (products / place).read_bytes()
            )

        keep = dict(args.keep)
        try:
            return merged(keep)
        except ConflictError as error:
            if args.yes:
                raise EditError(told(error.conflicts)) from error
            return merged(keep | chosen(dialogue, error.conflicts))

    return rewrite.run(args, plan)


def told(conflicts: Sequence[Conflict]) -> str:
    """The conflicts and how to choose."""
    listed = "".join(
        f"\n  {one.field}\n    {FROM}: {one.from_}\n    {INTO}: {one.into}" for one in conflicts
    )
    return (
        f"hai bản ghi nói khác nhau:{listed}\nHãy chọn từng trường, ví dụ --keep "
        f"{conflicts[0].field}=INTO, hoặc tất cả: --keep INTO."
    )


def chosen(dialogue: Dialogue, conflicts: Sequence[Conflict]) -> dict[str, str]:
    """Ask for a side for each field; EndOfAnswersError where the answers end."""
    sides: dict[str, str] = {}
    for one in conflicts:
        options = {FROM: f"{one.from_} ({FROM})", INTO: f"{one.into} ({INTO})"}
        while (side := dialogue.choose(f"{one.field}: lấy bên nào", options)) is None:
            dialogue.say("  → Câu này cần có câu trả lời.")
        sides[one.field] = side
    return sides
