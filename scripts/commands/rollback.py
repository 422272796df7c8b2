"""`rollback`: lets visitors see an earlier release again, in one step."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from scripts.commands import deploy
from scripts.hosting import release
from scripts.hosting.release import Release
from scripts.hosting.target import ServerError


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "rollback",
        help="cho khách thấy lại bản trước trên máy chủ web",
        description="Chuyển khách về bản liền trước bản đang hiện, hoặc về bản nêu ở --to.",
    )
    deploy.add_target(parser)
    parser.add_argument("--to", metavar="BẢN", help="tên của bản cần hiện, như lệnh này liệt kê")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when visitors see the other release, 1 where there is none or something failed."""
    try:
        there = release.releases(args.target)
        print(*(f"{'*' if one.current else ' '} {one.name}" for one in there), sep="\n")
        chosen = choose(there, args.to)
        if chosen is None:
            print(f"Không có bản {args.to or 'nào trước bản đang hiện'}.", file=sys.stderr)
            return 1
        if args.dry_run:
            print(f"Sẽ chuyển sang {chosen}.")
            return 0
        release.switch(args.target, chosen)
    except ServerError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Khách đang thấy bản {chosen}.")
    return 0


def choose(there: Sequence[Release], wanted: str | None) -> str | None:
    """The release that is wanted, else the newest of those before the current one."""
    if wanted is not None:
        return next((one.name for one in there if one.name == wanted), None)
    now = next((number for number, one in enumerate(there) if one.current), 0)
    return there[now - 1].name if now > 0 else None
