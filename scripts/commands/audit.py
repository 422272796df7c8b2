"""`audit`: Lighthouse on a typical and the heaviest page of each kind, against a bare page."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts import pipeline

if TYPE_CHECKING:
    from scripts.audit.lighthouse import Marks

RUNS = 5
HEAD = ("trang", "nhanh", "tiếp cận", "cách làm", "tìm kiếm", "hiện chữ", "hiện hết", "xê dịch", "")
# What pages load by their whole address: canonical links and structured data.
ADDRESS = "https://ocop.example/"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "audit",
        help="chấm mọi loại trang bằng Lighthouse, so với một trang trơn",
        description="Dựng trang rồi chấm bằng Lighthouse như trên điện thoại: với mỗi loại trang, "
        "trang nặng nhất và trang vừa; số giữa của nhiều lần chấm. Mất nhiều phút; máy đang bận "
        "thì điểm nhanh chậm không tin được.",
    )
    parser.add_argument("--runs", type=int, default=RUNS, metavar="SỐ", help="mấy lần mỗi trang")
    parser.add_argument("--only", nargs="+", default=(), metavar="LOẠI", help="chỉ các loại này")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when every page keeps its budget, else 1."""
    from scripts.audit import lighthouse, sites

    with tempfile.TemporaryDirectory(prefix="ocop-audit-") as folder:
        site = sites.build(pipeline.PRODUCTS, Path(folder) / "site", ADDRESS)
        lighthouse.add_bare(site)
        addresses = [lighthouse.BARE, *lighthouse.pages(site, args.only)]
        listed = {address: lighthouse.indexed(site, address) for address in addresses}
        with sites.served(site) as url:
            try:
                return report(lighthouse.measure(url, addresses, args.runs), listed)
            except lighthouse.LighthouseError as error:
                print(f"Lighthouse hỏng: {error}", file=sys.stderr)
                return 1


def report(marked: Iterator[Marks], listed: dict[str, bool]) -> int:
    """Print the table line by line; the first page is the bare one."""
    bare: Marks | None = None
    missed = 0
    print(" | ".join(HEAD))
    for page in marked:
        bare = bare or page
        kept = page is bare or page.kept(bare, indexed=listed[page.address])
        missed += not kept
        print(" | ".join(cells(page, kept=kept)), flush=True)
    return 1 if missed else 0


def cells(page: Marks, *, kept: bool) -> tuple[str, ...]:
    """A line of the table."""
    whole = (page.performance, page.accessibility, page.practices, page.seo)
    seconds = (page.first_paint, page.largest_paint)
    return (
        page.address,
        *map(str, whole),
        *(f"{one / 1000:.1f} s".replace(".", ",") for one in seconds),
        f"{page.shift:.3f}".replace(".", ","),
        " ".join(["đạt" if kept else "CHƯA ĐẠT", *page.failed]),
    )
