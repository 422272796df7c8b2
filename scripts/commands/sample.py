"""`sample`: a synthetic catalogue in the real schema, for measuring and for trying things out."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from scripts import samples
from scripts.commands.progress import Progress
from scripts.text import numbers

MOST = 200_000


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "sample",
        help="soạn một danh mục mẫu để đo và thử",
        description="Soạn N sản phẩm mẫu cùng chủ thể, quyết định, làng nghề, điểm bán, video theo "
        "đúng bảng trường. Mọi tên đều ghi rõ là mẫu; chỉ dùng để đo và thử, không bao giờ công "
        "bố. Cùng N và S thì cùng nội dung từng byte. Dựng trang từ đó bằng: python -m scripts "
        "build --products DIR --out SITE.",
    )
    parser.add_argument("count", type=_count, metavar="N", help="số sản phẩm")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="mầm ngẫu nhiên (1)")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="DIR",
        help="thư mục bản ghi: mới, rỗng, hoặc một danh mục mẫu cũ (được thay)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when the sample stands, 1 where it cannot be written, 2 for a folder with other things.

    130 when interrupted: what stands there then is recognised as an unfinished sample.
    """
    began = time.monotonic()
    progress = Progress("sản phẩm mẫu", args.count)
    try:
        written = samples.write(args.out, args.count, args.seed, progress.report)
    except samples.NotASampleError as error:
        print(f"Không soạn vào {args.out}: {error}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        progress.end()
        print(f"Đã dừng giữa chừng; {args.out} chưa đủ, hãy chạy lại.", file=sys.stderr)
        return 130
    except OSError as error:
        progress.end()
        print(f"Không ghi được mẫu vào {args.out}: {error.strerror}.", file=sys.stderr)
        return 1
    progress.end()
    print(summary(written, args.count, time.monotonic() - began, args.out))
    return 0


def summary(written: samples.Written, count: int, seconds: float, out: Path) -> str:
    """What was written, and what to do with it."""
    size = numbers.format_number(round(written.bytes / 1_000_000), "vi")
    took = f"{seconds:.1f}".replace(".", ",")
    products, files = (numbers.format_number(n, "vi") for n in (count, written.files))
    return (
        f"Đã soạn {products} sản phẩm mẫu ({files} tệp, {size} MB) trong {took} giây → {out}/\n"
        f"Dựng trang: python -m scripts build --products {out} --out {out}-site"
    )


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= MOST:
        most = numbers.format_number(MOST, "vi")
        raise argparse.ArgumentTypeError(f"{text!r} không phải là số từ 1 đến {most}")
    return int(text)
