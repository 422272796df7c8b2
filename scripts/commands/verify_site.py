"""`verify-site`: whether the data files of a site are those that its manifest lists."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from scripts.commands import arguments
from scripts.gates import expected, lock
from scripts.text.numbers import format_number


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "verify-site",
        help="đối chiếu các tệp dữ liệu của một trang với bảng kê",
        description="Tính lại mã băm SHA-256 của các tệp dữ liệu trong một trang đã dựng và so với "
        "manifest.json của trang đó.",
    )
    parser.add_argument("site", type=arguments.folder, metavar="DIR", help="thư mục của trang")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 where every file is as listed, else 1."""
    site = Path(args.site)
    try:
        manifest = lock.manifest((site / "manifest.json").read_bytes())
    except OSError:
        print(f"{site} không có manifest.json, không phải trang đã dựng.", file=sys.stderr)
        return 1
    except lock.FormError as error:
        print(error, file=sys.stderr)
        return 1
    wrong = list(expected.altered(manifest, lambda name: (site / name).read_bytes()))
    print(*wrong, sep="\n", end="\n" if wrong else "")
    if not wrong:
        count = format_number(len(manifest.files), "vi")
        print(f"{count} tệp dữ liệu đúng như bảng kê.")
    return 1 if wrong else 0
