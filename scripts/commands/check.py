"""`check`: every problem of every record, with its place and what to write instead."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import pipeline
from scripts.checks import report
from scripts.commands import arguments
from scripts.commands.waiting import waiting
from scripts.records.types import Problem


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "check",
        help="kiểm tra bản ghi",
        description="Kiểm tra mọi bản ghi và kể mọi lỗi một lần: tệp, dòng, cột, điều sai, cách "
        "sửa. Có lỗi thì mã thoát là 1; chỉ có cảnh báo thì là 0.",
    )
    arguments.add_products(parser, pipeline.PRODUCTS)
    arguments.add_today(parser)
    parser.add_argument(
        "--format",
        choices=tuple(report.FORMATS),
        default="text",
        help="text: cho người đọc (mặc định); github: chú thích trong pull request; json: cho máy",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="chỉ kể lỗi của những tệp, thư mục này (vẫn đọc mọi bản ghi)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where nothing that is shown is an error, 1 where something is, 2 for a path not there."""
    lost = next((path for path in args.paths if not os.path.lexists(path)), None)
    if lost is not None:
        print(f"Không có tệp hoặc thư mục {lost}.", file=sys.stderr)
        return 2
    with waiting("đang kiểm tra các bản ghi"):
        checked = pipeline.check(args.products, args.today or pipeline.today())
    shown = chosen(checked.problems, args.products, args.paths)
    print(report.FORMATS[args.format](shown), end="")
    unread = sum(kind != "list" for kind, _ in checked.reading.broken)
    summary = report.count(shown, len(checked.reading.records) + unread)
    print(summary, file=sys.stdout if args.format == "text" else sys.stderr)
    return 1 if any(problem.severity == "error" for problem in shown) else 0


def chosen(
    problems: Sequence[Problem], products: Path, paths: Sequence[Path]
) -> tuple[Problem, ...]:
    """The problems of the files at or below the paths; all where no path is given."""
    root = products.resolve().parent
    wanted = [_place(path) for path in paths]
    return tuple(
        problem
        for problem in problems
        if not wanted or any((root / problem.path).is_relative_to(path) for path in wanted)
    )


def _place(path: Path) -> Path:
    """Where a path lies; a link is a thing of its own, for the link is what is wrong."""
    return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
