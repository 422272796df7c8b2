"""`format`: every record, and all that derives from the field list, in its one form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts import records
from scripts.checks import guide as rules_guide
from scripts.checks import report
from scripts.commands import arguments
from scripts.commands.waiting import waiting
from scripts.records import Problem
from scripts.schema import export
from scripts.schema import guide as schema_guide

ROOT = Path(__file__).resolve().parents[2]
PRODUCTS = ROOT / "products"
_TABLES: Mapping[str, Callable[[], str]] = {
    "fields": schema_guide.guide_markdown,
    "rules": rules_guide.guide_markdown,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A file whose content is not what it should be."""

    file: Path
    name: str
    content: bytes


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "format",
        help="viết lại bản ghi theo dạng chuẩn",
        description="Viết lại các bản ghi theo dạng chuẩn: thứ tự trường, ngoặc kép, ngắt dòng. "
        "Tệp có lỗi được giữ nguyên và báo lỗi. Không kể PATH thì viết lại cả bảng trường trong "
        "CONTRIBUTING.md và lược đồ cho trình soạn thảo.",
    )
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra, không ghi tệp nào")
    arguments.add_products(parser, PRODUCTS)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="chỉ những tệp, thư mục này"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when all is in form or was brought into it, 1 when something is not, 2 for bad paths."""
    products, chosen = Path(args.products), [Path(path) for path in args.paths]
    wrong = _wrong_path(products, chosen)
    if wrong:
        print(wrong, file=sys.stderr)
        return 2
    with waiting("đang đọc các bản ghi"):
        changes, problems = examine(products, chosen)
    if not chosen and products.resolve() == PRODUCTS:
        changes.extend(derived(ROOT))
    print(report.text(problems), end="")
    for change in changes:
        if not args.check:
            records.write(change.file, change.content)
        print(f"{change.name}: {'chưa đúng dạng chuẩn' if args.check else 'đã viết lại'}")
    print(_summary(len(changes), len(problems), check=args.check))
    return 1 if problems or (args.check and changes) else 0


def examine(
    products: Path, chosen: Sequence[Path] = ()
) -> tuple[list[Change], tuple[Problem, ...]]:
    """The records that are not canonical, below `chosen` where that is given, and the problems.

    Records with a problem are left alone: to write them would hide it.
    """
    reading = records.read(products, records.repair)
    inside = [path.resolve() for path in chosen] or [products.resolve()]
    named = {_named(products, path) for path in inside}
    problems = tuple(problem for problem in reading.problems if _within(problem.path, named))
    troubled = {problem.path for problem in problems}
    changes = [
        Change(file=record.file, name=record.path, content=content)
        for record in (*reading.records, *reading.lists.values())
        if record.path not in troubled and _within(record.path, named)
        for content in [records.canonical(record.value)]
        if record.file.read_bytes() != content
    ]
    return sorted(changes, key=lambda change: change.name), problems


def derived(root: Path) -> Iterator[Change]:
    """The editor's schemas and the guide's tables, where they are not what the lists say."""
    wanted = {f"{export.FOLDER}/{name}": text for name, text in export.json_schemas().items()}
    contributing = root / "CONTRIBUTING.md"
    if contributing.exists():
        wanted["CONTRIBUTING.md"] = _with_tables(contributing.read_text("utf-8"))
    for name, text in wanted.items():
        file, content = root / name, text.encode("utf-8")
        if not file.exists() or file.read_bytes() != content:
            yield Change(file=file, name=name, content=content)


def _with_tables(text: str) -> str:
    """The guide with each table written anew between its two marks."""
    for name, table in _TABLES.items():
        before, opened, rest = text.partition(f"<!-- {name} -->")
        _, closed, after = rest.partition(f"<!-- /{name} -->")
        if opened and closed:
            text = f"{before}{opened}\n\n{table()}\n{closed}{after}"
    return text


def _wrong_path(products: Path, chosen: Sequence[Path]) -> str | None:
    for path in chosen:
        if not path.exists():
            return f"Không có tệp hoặc thư mục {path}."
        if not path.resolve().is_relative_to(products.resolve()):
            return f"{path} không nằm trong {products}."
    return None


def _named(products: Path, path: Path) -> str:
    """The path as problems name it."""
    inside = path.relative_to(products.resolve()).as_posix()
    return products.absolute().name if inside == "." else f"{products.absolute().name}/{inside}"


def _within(path: str, named: set[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in named)


def _summary(changed: int, problems: int, *, check: bool) -> str:
    state = f"{changed} tệp chưa đúng dạng chuẩn" if check else f"đã viết lại {changed} tệp"
    done = state if changed else "mọi tệp đọc được đều đúng dạng chuẩn"
    if problems:
        return f"Có {problems} lỗi phải sửa bằng tay; {done}."
    advice = " Hãy chạy “python -m scripts format”." if check and changed else ""
    return f"{done[0].upper()}{done[1:]}.{advice}"
