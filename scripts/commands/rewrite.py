"""Carries out an edit of the records: shows it, checks what would come of it, asks, writes.

A whole new folder of records grows beside the old one (unchanged files are the same files on
the disk, by hard links), is checked as it is, and the two change places at the end. Whatever
happens before leaves the records as they were.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scripts import checks, pipeline, publish, records
from scripts.checks import report
from scripts.commands import arguments, difference
from scripts.commands.dialogue import Dialogue, EndOfAnswersError
from scripts.commands.waiting import waiting
from scripts.edits.types import Change, EditError
from scripts.records import Problem, Reading

NOTHING = "Chưa ghi tệp nào."
Plan = Callable[[Reading, Dialogue], Sequence[Change]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What every edit needs to know: the records, the day, and whether to ask."""

    products: Path
    today: date
    ask: bool
    dialogue: Dialogue


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that all edits have."""
    parser.add_argument("--yes", action="store_true", help="ghi luôn, không hỏi")
    arguments.add_products(parser, pipeline.PRODUCTS)
    arguments.add_today(parser)


def run(args: argparse.Namespace, plan: Plan) -> int:
    """0 when the edit is written, 1 when nothing was; EditErrors of `plan` are said."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    job = Job(
        products=Path(args.products).resolve(),
        today=args.today or pipeline.today(),
        ask=not args.yes,
        dialogue=Dialogue(keyboard=sys.stdin, screen=sys.stdout),
    )
    try:
        changes = publish.publish(job.products, lambda tree: _make(job, tree, plan))
    except publish.BusyError:
        job.dialogue.say(f"Đang có lệnh khác ghi vào {job.products.name}; hãy đợi lệnh đó xong.")
    except (EndOfAnswersError, KeyboardInterrupt):
        job.dialogue.say(f"\nĐã thôi. {NOTHING}")
    except EditError as refusal:
        job.dialogue.say(f"{str(refusal)[:1].upper()}{str(refusal)[1:]}\n{NOTHING}")
    except OSError as error:
        job.dialogue.say(f"Chưa ghi được: {error}. {NOTHING}")
    else:
        job.dialogue.say(f"Đã ghi {len(changes)} tệp.")
        return 0
    return 1


def _make(job: Job, tree: Path, plan: Plan) -> Sequence[Change]:
    """Fill `tree` with the records as they shall be; EditError where they shall not."""
    before = _state(job.products)
    with waiting("đang đọc các bản ghi"):
        reading = records.read(job.products)
    if reading.broken:
        broken = report.text([one for one in reading.problems if one.severity == "error"])
        raise EditError(f"còn tệp không đọc được, hãy sửa trước:\n{broken.rstrip()}")
    changes = plan(reading, job.dialogue)
    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    job.dialogue.say(difference.shown(changes, job.products.name, coloured=coloured))
    with waiting("đang kiểm tra các bản ghi"):
        copy(job.products, tree)
        apply(changes, tree)
        new = _news(job, tree, reading, changes)
    _refuse_errors(new)
    if new:
        job.dialogue.say(f"Khi kiểm tra, máy sẽ nhắc:\n{report.text(new)}")
    if job.ask and not job.dialogue.agree(f"Ghi {len(changes)} tệp", proposal=True):
        raise EditError("theo ý bạn, lệnh dừng ở đây.")
    if _state(job.products) != before:
        raise EditError("bản ghi vừa bị sửa ở nơi khác trong lúc lệnh chạy; hãy chạy lại.")
    return changes


def copy(products: Path, tree: Path) -> None:
    """The same records in another folder; files share their content where the disk can do it."""
    shutil.copytree(products, tree, symlinks=True, copy_function=_link, dirs_exist_ok=True)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def apply(changes: Sequence[Change], tree: Path) -> None:
    """Do the changes in a folder; files that others share are replaced, never written into."""
    for change in changes:
        if change.new is not None and change.after is None and change.old is not None:
            target = tree / change.new
            target.parent.mkdir(parents=True, exist_ok=True)
            (tree / change.old).rename(target)
        elif change.new is not None and change.after is not None:
            records.write(tree / change.new, change.after)
    for change in changes:
        if change.old is not None and change.old != change.new:
            (tree / change.old).unlink(missing_ok=True)
            _prune((tree / change.old).parent, tree)


def _prune(folder: Path, tree: Path) -> None:
    """Delete a folder in which nothing is left, and those above it."""
    with contextlib.suppress(OSError):
        while folder != tree:
            folder.rmdir()
            folder = folder.parent


def _news(job: Job, tree: Path, reading: Reading, changes: Sequence[Change]) -> list[Problem]:
    """What the checks say of the new records and did not say of the old ones."""
    top, moved = job.products.name, _moved(changes, job.products.name)
    known = {
        (moved.get(one.path, one.path), one.rule, one.message)
        for one in checks.run(reading, job.today)
    }
    found = (_named(one, tree.name, top) for one in pipeline.check(tree, job.today).problems)
    return [one for one in found if (one.path, one.rule, one.message) not in known]


def _moved(changes: Sequence[Change], top: str) -> dict[str, str]:
    return {f"{top}/{one.old}": f"{top}/{one.new}" for one in changes if one.old and one.new}


def _named(problem: Problem, tree: str, top: str) -> Problem:
    """The problem as if the new records lay where they will lie."""
    said = {
        name: getattr(problem, name).replace(f"{tree}/", f"{top}/")
        for name in ("path", "message", "fix")
    }
    return replace(problem, **said)


def _refuse_errors(new: Sequence[Problem]) -> None:
    errors = [problem for problem in new if problem.severity == "error"]
    if errors:
        raise EditError(f"sau khi sửa, bản ghi sẽ có lỗi:\n{report.text(errors).rstrip()}")


def _state(products: Path) -> frozenset[tuple[str, int, int]]:
    """What tells whether anybody has touched the records meanwhile."""
    return frozenset(_stamps(products))


def _stamps(folder: Path) -> Iterator[tuple[str, int, int]]:
    for root, _, names in os.walk(folder):
        for name in names:
            path = f"{root}{os.sep}{name}"
            found = os.stat(path, follow_symlinks=False)  # noqa: PTH116
            yield path, found.st_size, found.st_mtime_ns
