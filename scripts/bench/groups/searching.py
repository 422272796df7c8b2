"""Bytes from the first touch of a search field to the first result of a query, ours and others'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.bench import processes
from scripts.bench.bench import MANY, Bench
from scripts.bench.peers import pagefind
from scripts.bench.table import Row, ratio, told
from scripts.bench.web import Site, chromium, served, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUERY = "ruou kim son"
KB = 1000
PAGEFIND = {"small": 0.1, "large": 0.5}
MATERIAL = 0.02
PATIENCE = 120_000


def rows(bench: Bench) -> Iterator[Row]:
    """The rows of the first result; Material's index of the larger size takes a minute to load."""
    with chromium() as browser:
        for size in bench.sizes:
            with served(bench.site(size)) as site:
                ours = _bytes(browser, site, "/", _ask_ours)
            yield from _against_pagefind(bench, browser, size, ours)
            if size == bench.everyday:
                yield _against_material(bench, browser, size, ours)


def _bytes(
    browser: Browser, site: Site, address: str, ask: Callable[[Page], str], *, forget: bool = True
) -> int:
    """What is sent between the settled page and the first result."""
    with visit(browser) as page:
        page.goto(site.address + address, wait_until="networkidle")
        if forget:
            site.sent.clear()
        ask(page)
        page.wait_for_load_state("networkidle")
        return site.total()


def _ask_ours(page: Page) -> str:
    field = page.locator("main [data-search] input").first
    field.click()
    field.fill(QUERY)
    hit = page.locator("main [data-search] [role=option]").first
    hit.wait_for(timeout=PATIENCE)
    return hit.inner_text()


def _ask_pagefind(page: Page) -> str:
    told: str = page.evaluate("(query) => globalThis.ask(query)", QUERY)
    return told


def _ask_material(page: Page) -> str:
    page.locator("label[for=__search]").first.click()
    field = page.locator(".md-search__input")
    field.fill(QUERY)
    page.locator(".md-search-result__item").first.wait_for(timeout=PATIENCE)
    return ""


def _against_pagefind(bench: Bench, browser: Browser, size: int, ours: int) -> Iterator[Row]:
    what = "tới kết quả đầu của “ruou kim son”, so với Pagefind"
    limit = PAGEFIND["large" if size >= MANY else "small"]
    if not pagefind.installed():
        yield Row(what=what, size=size, limit=limit, detail="chưa cài pagefind")
        return
    tree = bench.site(size)
    run = processes.run(pagefind.command(tree))
    address = pagefind.add_page(tree)
    try:
        with served(tree) as site:
            theirs = _pagefind_bytes(browser, site, address)
    finally:
        _clean(tree, address)
    yield Row(what=what, size=size, limit=limit, value=ratio(ours, theirs),
              detail=f"{told(ours / KB, 1)} kB; Pagefind {told(theirs / KB, 1)} kB "
              f"(lập chỉ mục {run.told})")  # fmt: skip


def _pagefind_bytes(browser: Browser, site: Site, address: str) -> int:
    """All but the asking page itself: its script is what a page of Pagefind loads."""
    with visit(browser) as page:
        page.goto(site.address + address, wait_until="networkidle")
        _ask_pagefind(page)
        page.wait_for_load_state("networkidle")
        return site.total(lambda path: path.startswith(f"/{pagefind.FOLDER}/"))


def _clean(tree: Path, address: str) -> None:
    import shutil

    shutil.rmtree(tree / pagefind.FOLDER, ignore_errors=True)
    (tree / address.strip("/")).unlink(missing_ok=True)


def _against_material(bench: Bench, browser: Browser, size: int, ours: int) -> Row:
    run = bench.plain(size, search=True)
    with served(bench.path("plain-search", size)) as site:
        _bytes(browser, site, "/", _ask_material, forget=False)
        # Material fetches its index when the page opens, before anybody has touched the field.
        theirs = site.total(lambda path: "/search" in path or "/lunr/" in path)
    return Row(what="tới kết quả đầu của “ruou kim son”, so với ô tìm của Material", size=size,
               limit=MATERIAL, value=ratio(ours, theirs),
               detail=f"Material {told(theirs / KB, 0)} kB; dựng {run.told}")  # fmt: skip
