"""`withdraw`: a product leaves the catalogue; its page stays and says why."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from scripts import pipeline
from scripts.commands import rewrite, sourcing
from scripts.commands.dialogue import Dialogue
from scripts.commands.interview import judge
from scripts.edits import lookup, renew
from scripts.edits.types import Change
from scripts.records import Reading
from scripts.schema.common import Withdrawn


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "withdraw",
        help="gỡ một sản phẩm khỏi danh mục",
        description="Gỡ một sản phẩm khỏi danh mục: trang của sản phẩm vẫn còn, nói rõ ngày, lý "
        "do và nguồn; mọi danh sách và tìm kiếm thì không. Điều nào để trống thì máy hỏi.",
    )
    parser.add_argument("product", metavar="SẢN_PHẨM", help="mã, mã cũ hoặc tên của sản phẩm")
    parser.add_argument("--reason", metavar="LÝ_DO", help="vì sao gỡ, một câu")
    parser.add_argument("--date", metavar="NGÀY", help="ngày gỡ (mặc định: hôm nay)")
    sourcing.add_options(parser)
    rewrite.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when the product is withdrawn, 1 when nothing was written."""
    today = args.today or pipeline.today()

    def plan(reading: Reading, dialogue: Dialogue) -> Sequence[Change]:
        record = lookup.find(reading, args.product, ("product",))
        answers = sourcing.Answers(None if args.yes else dialogue)
        reason = answers.need(args.reason, "--reason", "Lý do gỡ", judge(Withdrawn, "reason"))
        day = answers.need(
            args.date or today.isoformat(), "--date", "Ngày gỡ", judge(Withdrawn, "date")
        )
        source = sourcing.source(answers, record, args, today)
        return renew.withdrawn(record, reason, day, source)

    return rewrite.run(args, plan)
