"""`renew`: a product is certified again; its series gets one more certificate."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from scripts import pipeline
from scripts.commands import rewrite, sourcing
from scripts.commands.dialogue import Dialogue
from scripts.commands.interview import BASIS, EVIDENCE, STARS, judge
from scripts.edits import lookup, renew
from scripts.edits.types import Change, EditError
from scripts.records import Reading
from scripts.schema.product import Certificate


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "renew",
        help="ghi lần công nhận lại của một sản phẩm",
        description="Thêm một lần công nhận mới vào bản ghi sản phẩm, đúng thứ tự thời gian, kèm "
        "nguồn. Các lần cũ giữ nguyên. Điều nào để trống thì máy hỏi.",
    )
    parser.add_argument("product", metavar="SẢN_PHẨM", help="mã, mã cũ hoặc tên của sản phẩm")
    parser.add_argument("--stars", choices=tuple(STARS), help="hạng sao")
    parser.add_argument("--issued", metavar="NGÀY", help="ngày cấp: 2026-12-30, 2026-12, 2026")
    parser.add_argument("--basis", choices=tuple(BASIS), help="ngày cấp lấy từ đâu")
    parser.add_argument("--decision", metavar="MÃ|SỐ", help="quyết định: mã hoặc số")
    parser.add_argument("--issuer", metavar="MÃ", help="cơ quan cấp, khi chưa rõ quyết định")
    parser.add_argument("--number", metavar="SỐ", help="số giấy chứng nhận")
    parser.add_argument("--evidence", choices=tuple(EVIDENCE), help="căn cứ")
    sourcing.add_options(parser)
    rewrite.add_options(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when the certificate is written, 1 when nothing was."""
    today = args.today or pipeline.today()

    def plan(reading: Reading, dialogue: Dialogue) -> Sequence[Change]:
        record = lookup.find(reading, args.product, ("product",))
        answers = sourcing.Answers(None if args.yes else dialogue)
        made = certificate(answers, reading, args)
        source = sourcing.source(answers, record, args, today)
        return renew.renewed(record, made, source, today)

    return rewrite.run(args, plan)


def certificate(
    answers: sourcing.Answers, reading: Reading, args: argparse.Namespace
) -> dict[str, Any]:
    """The fields of the certificate that are known; EditError for a value that is none."""
    stars = answers.choose(args.stars, "Hạng sao", STARS)
    issued = answers.ask(args.issued, "--issued", "Ngày cấp", judge(Certificate, "issued"))
    decision = _decision(answers, reading, args)
    basis = answers.choose(args.basis, "Ngày này lấy từ đâu", BASIS) if issued else None
    evidence = answers.pick(args.evidence, "--evidence", "Căn cứ", EVIDENCE)
    issuer = None if decision else answers.ask(args.issuer, "--issuer", "Mã cơ quan cấp", _id)
    made = {
        "stars": int(stars) if stars else None,
        "issued": issued,
        "issued_basis": basis,
        "decision": decision,
        "issuer": issuer,
        "number": args.number,
        "evidence": evidence,
    }
    return {name: value for name, value in made.items() if value is not None}


def _decision(answers: sourcing.Answers, reading: Reading, args: argparse.Namespace) -> str | None:
    """The id of the decision that is meant, by its id or number."""

    def fault(words: str) -> str | None:
        try:
            lookup.find(reading, words, ("decision",))
        except EditError as error:
            return str(error)
        return None

    words = answers.ask(args.decision, "--decision", "Quyết định (mã hoặc số)", fault)
    return lookup.find(reading, words, ("decision",)).id if words else None


_id = judge(Certificate, "issuer")
