"""`new`: asks for what a record needs, in Vietnamese, and writes it in canonical form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scripts import checks, pipeline, records
from scripts.checks import report
from scripts.commands import arguments
from scripts.commands.dialogue import Dialogue, EndOfAnswersError
from scripts.commands.interview import Draft, Interview
from scripts.records import Problem, Reading

_KINDS = {"product": "Sản phẩm", "producer": "Chủ thể", "decision": "Quyết định"}
_NEXT = """
Việc tiếp theo:
  1. Mở tệp, thêm tóm tắt, câu chuyện, ảnh nếu có (xem CONTRIBUTING.md).
  2. Chạy: python -m scripts check
  3. Gửi đề nghị để người khác đối chiếu với nguồn."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "new",
        help="hỏi từng câu rồi viết bản ghi mới",
        description="Hỏi từng câu, kiểm tra từng câu trả lời, rồi viết bản ghi mới theo dạng "
        "chuẩn. Không bao giờ ghi đè tệp có sẵn. Ctrl-D để thôi.",
    )
    arguments.add_products(parser, pipeline.PRODUCTS)
    arguments.add_today(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when the record is written, 1 when nothing was."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    dialogue = Dialogue(keyboard=sys.stdin, screen=sys.stdout)
    try:
        return _talk(dialogue, args.products, args.today or pipeline.today())
    except (EndOfAnswersError, KeyboardInterrupt):
        dialogue.say("\nĐã thôi; chưa ghi tệp nào.")
        return 1


def _talk(dialogue: Dialogue, products: Path, today: date) -> int:
    dialogue.say("Thêm bản ghi mới. Chưa biết thì để trống rồi Enter; Ctrl-D để thôi.\n")
    reading = records.read(products)
    kind = dialogue.choose("Thêm gì", _KINDS) or "product"
    drafts = Interview(dialogue=dialogue, reading=reading, today=today).about(kind)
    for draft in drafts:
        dialogue.say(f"\n{_path(products, draft)}\n{draft.content.decode('utf-8')}")
    _show(dialogue, foresee(reading, drafts, products, today))
    if not dialogue.agree("Ghi tệp", proposal=True):
        dialogue.say("Chưa ghi tệp nào.")
        return 1
    problem = write(products, drafts)
    if problem:
        dialogue.say(problem)
        return 1
    dialogue.say("Đã ghi " + ", ".join(_path(products, draft) for draft in drafts) + "." + _NEXT)
    return 0


def foresee(
    reading: Reading, drafts: Sequence[Draft], products: Path, today: date
) -> list[Problem]:
    """What the checks will say of the drafts once they are written."""
    added = [draft.record(products, _path(products, draft)) for draft in drafts]
    files = sorted([*reading.files, *(one.file for one in added)], key=Path.as_posix)
    future = Reading(
        records=tuple(sorted([*reading.records, *added], key=lambda record: record.path)),
        lists=reading.lists,
        problems=reading.problems,
        files=tuple(files),
        broken=reading.broken,
    )
    paths = {one.path for one in added}
    return [problem for problem in checks.run(future, today) if problem.path in paths]


def write(products: Path, drafts: Sequence[Draft]) -> str | None:
    """Write all drafts or none; why not, where none was written."""
    done: list[Path] = []
    for draft in drafts:
        file = products / draft.file
        try:
            if not file.parent.resolve().is_relative_to(products.resolve()):
                raise OSError(f"{file.parent} dẫn ra ngoài {products}")
            records.create(file, draft.content)
        except OSError as error:
            _undo(done, products)
            taken = isinstance(error, FileExistsError)
            return f"{file} đã có; chưa ghi tệp nào." if taken else f"Chưa ghi được: {error}"
        done.append(file)
    return None


def _undo(done: Sequence[Path], products: Path) -> None:
    """Take back what was written, and the folders that were made for it."""
    for file in done:
        file.unlink()
        for folder in file.parents:
            if folder == products or any(folder.iterdir()):
                break
            folder.rmdir()


def _show(dialogue: Dialogue, problems: Sequence[Problem]) -> None:
    if problems:
        dialogue.say("Khi kiểm tra, máy sẽ báo những điều sau; có thể sửa trong tệp sau khi ghi:")
        dialogue.say(report.text(problems))


def _path(products: Path, draft: Draft) -> str:
    return f"{products.name}/{draft.file}"
