"""`nginx`: prints the web server's configuration for a folder of releases."""

from __future__ import annotations

import argparse
import re

from scripts.commands import arguments, deploy
from scripts.hosting import web

ROOT = "/srv/ocop"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "nginx",
        help="in cấu hình nginx cho trang",
        description="In tệp cấu hình nginx, để đặt vào /etc/nginx/sites-available của máy chủ.",
    )
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--name", type=host, help="tên miền, ví dụ ocop.example")
    which.add_argument(
        "--headers", type=arguments.folder, metavar="DIR",
        help="chỉ in các tiêu đề cho trang đã dựng ở DIR, để đặt ở máy chủ khác hoặc CDN",
    )  # fmt: skip
    parser.add_argument(
        "--root", type=folder, default=ROOT, metavar="DIR",
        help=f"thư mục trên máy chủ mà deploy gửi tới (mặc định: {ROOT})",
    )  # fmt: skip
    parser.add_argument("--listen", type=address, default="80", help="cổng, hoặc địa chỉ:cổng")
    parser.set_defaults(run=run)


def host(text: str) -> str:
    """A name of a host."""
    if not re.fullmatch(r"[a-z0-9.-]+", text):
        raise argparse.ArgumentTypeError(f"{text!r} không phải là tên miền")
    return text


def address(text: str) -> str:
    """What nginx is to listen at."""
    if not re.fullmatch(r"(?:[\d.]+:|\[[0-9a-f:]+\]:)?\d+", text):
        raise argparse.ArgumentTypeError(f"{text!r} không phải là cổng hay địa chỉ:cổng")
    return text


def folder(text: str) -> str:
    """A folder of the server."""
    return deploy.target(text).folder


def run(args: argparse.Namespace) -> int:
    """Print it; 0."""
    if args.headers:
        print(web.headers(web.scripts(args.headers)), end="")
        return 0
    print(web.nginx(root=args.root, name=args.name, listen=args.listen), end="")
    return 0
