"""Command-line arguments in Vietnamese: argparse's own words, and types that several commands use.

Standard library only: it also speaks where nothing is installed yet.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

# All that argparse says to a user, Python 3.11 to 3.13.
WORDS: Mapping[str, str] = {
    "usage: ": "cách dùng: ",
    "positional arguments": "đối số",
    "options": "tùy chọn",
    "subcommands": "lệnh",
    "show this help message and exit": "in lời hướng dẫn này rồi thoát",
    " (default: %(default)s)": " (mặc định: %(default)s)",
    "%(heading)s:": "%(heading)s:",
    "%(prog)s: error: %(message)s\n": "%(prog)s: lỗi: %(message)s\n",
    "%(prog)s: warning: %(message)s\n": "%(prog)s: lưu ý: %(message)s\n",
    "argument %(argument_name)s: %(message)s": "đối số %(argument_name)s: %(message)s",
    "unknown parser %(parser_name)r (choices: %(choices)s)": (
        "không có lệnh %(parser_name)r (hãy chọn: %(choices)s)"
    ),
    "can't open '%(filename)s': %(error)s": "không mở được '%(filename)s': %(error)s",
    "unrecognized arguments: %s": "không hiểu đối số: %s",
    "not allowed with argument %s": "không dùng cùng với %s",
    "ignored explicit argument %r": "tùy chọn này không nhận giá trị %r",
    "the following arguments are required: %s": "thiếu đối số: %s",
    "one of the arguments %s is required": "cần một trong các đối số %s",
    "expected one argument": "cần một giá trị",
    "expected at most one argument": "chỉ nhận một giá trị",
    "expected at least one argument": "cần ít nhất một giá trị",
    "expected %s argument": "cần %s giá trị",
    "expected %s arguments": "cần %s giá trị",
    "ambiguous option: %(option)s could match %(matches)s": (
        "tùy chọn %(option)s chưa rõ, có thể là %(matches)s"
    ),
    "unexpected option string: %s": "không hiểu tùy chọn: %s",
    "invalid %(type)s value: %(value)r": "giá trị không hợp lệ: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r không có; hãy chọn: %(choices)s"
    ),
}


def speak_vietnamese() -> None:
    """Let argparse say everything in Vietnamese; its messages pass through two functions."""
    vars(argparse).update(_=_say, ngettext=_count)


def _say(message: str) -> str:
    return WORDS.get(message, message)


def _count(one: str, many: str, number: int) -> str:
    return _say(one if number == 1 else many)


def day(text: str) -> date:
    """A whole day, YYYY-MM-DD."""
    try:
        read = date.fromisoformat(text)
    except ValueError:
        read = None
    if read is None or read.isoformat() != text:
        raise argparse.ArgumentTypeError(
            f"{text!r} không phải là ngày; hãy viết năm-tháng-ngày, ví dụ 2026-11-24"
        )
    return read


def folder(text: str) -> Path:
    """A folder that exists."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"không có thư mục {text}")
    return path


def site_url(text: str) -> str:
    """The whole address of a site, http or https, without query or fragment."""
    parts = urlsplit(text)
    whole = parts.scheme in ("http", "https") and parts.hostname
    if not whole or parts.query or parts.fragment or parts.username is not None:
        raise argparse.ArgumentTypeError(
            f"{text!r} không phải là địa chỉ trang; hãy viết ví dụ https://ocop.example/"
        )
    return text.rstrip("/") + "/"


def port(text: str) -> int:
    """A port that needs no rights, or 0 for any free one."""
    if not text.isascii() or not text.isdigit() or not (text == "0" or 1024 <= int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text!r} không phải là cổng; hãy chọn từ 1024 đến 65535")
    return int(text)


def add_products(parser: argparse.ArgumentParser, default: Path) -> None:
    """Add `--products DIR`."""
    parser.add_argument(
        "--products", type=folder, default=default, metavar="DIR", help="thư mục các bản ghi"
    )


def add_today(parser: argparse.ArgumentParser) -> None:
    """Add `--today YYYY-MM-DD`; None where it is left out."""
    parser.add_argument(
        "--today",
        type=day,
        metavar="YYYY-MM-DD",
        help="ngày dùng để tính (mặc định: hôm nay ở Việt Nam)",
    )
