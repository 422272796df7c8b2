"""Bytes of the product page and of the search data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from scripts.bench.bench import MANY, Bench
from scripts.bench.table import Row, told
from scripts.bench.web import gzipped

KB = 1000
RAW, PACKED = 30.0, 8.0
COLUMNS = {"small": 20.0, "large": 290.0}


def rows(bench: Bench) -> Iterator[Row]:
    """The rows of bytes."""
    for size in bench.sizes:
        if size == bench.everyday:
            yield from _product(bench, size)
        yield _columns(bench, size)


def _product(bench: Bench, size: int) -> Iterator[Row]:
    """The page in the middle of all product pages by weight, and the heaviest one."""
    pages = sorted((bench.site(size) / "san-pham").glob("*/index.html"), key=_weight)
    pages = [page for page in pages if b'"page page-product"' in page.read_bytes()]
    for which, page in (("ở giữa", pages[len(pages) // 2]), ("nặng nhất", pages[-1])):
        content = page.read_bytes()
        yield Row(what=f"trang sản phẩm {which}: HTML", size=size, unit="kB", limit=RAW,
                  value=len(content) / KB, detail=page.parent.name)  # fmt: skip
        yield Row(what=f"trang sản phẩm {which}: HTML gzip", size=size, unit="kB", limit=PACKED,
                  value=gzipped(content) / KB)  # fmt: skip


def _weight(page: Path) -> int:
    return page.stat().st_size


def _columns(bench: Bench, size: int) -> Row:
    """All search data of the Vietnamese pages, in one file or in several."""
    files = list((bench.site(size) / "assets" / "search").glob("vi*.json"))
    contents = [file.read_bytes() for file in files]
    raw = sum(map(len, contents)) / KB
    return Row(what="cột dữ liệu tìm kiếm (một ngôn ngữ), gzip", size=size, unit="kB",
               limit=COLUMNS["large" if size >= MANY else "small"],
               value=sum(map(gzipped, contents)) / KB,
               detail=f"{told(raw, 0)} kB chưa nén, {len(files)} tệp")  # fmt: skip
