"""`clean-photos`: take out of photographs what tells of people, and leave every pixel as it is."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts import records
from scripts.commands import arguments
from scripts.commands.progress import Progress
from scripts.images.clean import Kind, UncleanableError, clean
from scripts.text.numbers import format_number

PRODUCTS = Path(__file__).resolve().parents[2] / "products"
MOST_BYTES = 100_000_000
"""No larger file is read. Those above the limit of the check may be light once they are clean."""

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
WORDS: Mapping[Kind, str] = {
    "place": "vị trí chụp (GPS)",
    "owner": "tên chủ máy, người chụp",
    "serial": "số máy, số ống kính",
    "maker": "ghi chép riêng của hãng máy",
    "comment": "lời ghi chú",
    "xmp": "XMP",
    "iptc": "IPTC",
    "thumbnail": "ảnh thu nhỏ kèm theo",
    "camera": "tên máy, giờ chụp, thông số",
    "trailing": "dữ liệu sau chỗ hết ảnh",
    "other": "dữ liệu không thuộc về ảnh",
}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "clean-photos",
        help="bỏ vị trí chụp và thông tin riêng trong ảnh",
        description="Bỏ khỏi ảnh gốc vị trí chụp, tên chủ máy, số máy, lời ghi chú và mọi dữ liệu "
        "không thuộc về ảnh. Điểm ảnh, chiều ảnh và màu giữ nguyên, không nén lại. Không kể PATH "
        "thì xem mọi ảnh trong thư mục bản ghi.",
    )
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra, không ghi tệp nào")
    arguments.add_products(parser, PRODUCTS)
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="chỉ những tệp, thư mục này"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when all are clean or were cleaned; 1 when one is not, 2 for a path that is not there."""
    chosen = args.paths or [args.products]
    missing = next((path for path in chosen if not path.exists()), None)
    if missing:
        print(f"Không có tệp hoặc thư mục {missing}.", file=sys.stderr)
        return 2
    files = photographs(chosen)
    removed, left = _each(files, write=not args.check)
    print(_summary(len(files), removed, left, check=args.check))
    return 1 if left or (args.check and removed) else 0


def photographs(chosen: Sequence[Path]) -> list[Path]:
    """The files that were named, and the photographs below the folders; each once."""
    found: dict[Path, None] = {}
    for path in chosen:
        found.update(dict.fromkeys(_below(path) if path.is_dir() else [path.resolve()]))
    return list(found)


def _below(folder: Path) -> Iterator[Path]:
    """What is hidden or only a link is passed over."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(where, name)
            if file.suffix.lower() in ENDINGS and not name.startswith(".") | file.is_symlink():
                yield file


def _each(files: Sequence[Path], *, write: bool) -> tuple[int, int]:
    """Clean the files and say so; how many had something to remove, and how many cannot be."""
    progress = Progress("ảnh", len(files))
    removed = left = 0
    for done, file in enumerate(files, 1):
        progress.report(done)
        kinds = _clean(file, write=write)
        if kinds is None:
            left += 1
            said = "ảnh hỏng, quá lớn hoặc không thuộc dạng được nhận; giữ nguyên"
        elif kinds:
            removed += 1
            said = f"{'đã bỏ' if write else 'còn'} {', '.join(WORDS[kind] for kind in kinds)}"
        else:
            continue
        progress.end()
        print(f"{file}: {said}")
    progress.end()
    return removed, left


def _clean(file: Path, *, write: bool) -> Sequence[Kind] | None:
    """What was, or is to be, removed; None where the file cannot be read or written."""
    try:
        if file.stat().st_size > MOST_BYTES:
            return None
        with warnings.catch_warnings(action="ignore"):  # of odd metadata, which are to go
            made = clean(file.read_bytes())
        if write and made.removed:
            records.write(file, made.content)
    except (UncleanableError, OSError):
        return None
    return made.removed


def _summary(total: int, removed: int, left: int, *, check: bool) -> str:
    counts = {
        "ảnh còn thông tin phải bỏ" if check else "ảnh đã làm sạch": removed,
        "ảnh không xử lý được": left,
        "ảnh vốn đã sạch": total - removed - left,
    }
    said = "; ".join(f"{format_number(n, 'vi')} {what}" for what, n in counts.items() if n)
    advice = " Hãy chạy “python -m scripts clean-photos”." if check and removed else ""
    return f"{said}.{advice}" if said else "Không có ảnh nào."
