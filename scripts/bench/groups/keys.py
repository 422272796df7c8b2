"""From a keystroke to the painted list on a processor six times slower, against a bare loop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from scripts.bench.bench import Bench
from scripts.bench.table import Row, ratio, told
from scripts.bench.web import SLOWER, chromium, served, visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

LIMIT = 3.0
QUERIES = ("ruou kim son", "com chay", "do dong")
SCRIPT = Path(__file__).with_name("keys.js")
PATIENCE = 180_000
READY = """() => {
  const list = document.querySelector("main [data-search] .hits");
  return list && !list.hidden && list.children.length && !list.querySelector(".wait");
}"""


def rows(bench: Bench) -> Iterator[Row]:
    """One row for each size."""
    with chromium() as browser:
        for size in bench.sizes:
            tree = bench.site(size)
            with served(tree) as site, visit(browser, slower=SLOWER) as page:
                page.set_default_timeout(PATIENCE)
                page.goto(f"{site.address}/", wait_until="networkidle")
                files = sorted((tree / "assets" / "search").glob("vi*.json"))
                addresses = [f"/{file.relative_to(tree).as_posix()}" for file in files]
                yield _row(page, addresses, size)


def _row(page: Page, addresses: list[str], size: int) -> Row:
    field = page.locator("main [data-search] input").first
    field.click()
    field.press_sequentially("a")
    page.wait_for_function(READY)
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    ours: list[float] = []
    bare: list[float] = []
    loops: list[float] = []
    for query in QUERIES:
        ours += page.evaluate("(query) => keys.ours(query)", query)
        other: Any = page.evaluate("([query, data]) => keys.bare(query, data)", [query, addresses])
        bare += other["times"]
        loops += other["loops"]
    return Row(
        what="gõ phím → danh sách hiện, CPU chậm 6 lần, so với indexOf trần cùng vẽ",
        size=size,
        limit=LIMIT,
        value=ratio(median(ours), median(bare)),
        detail=f"{told(median(ours), 1)} ms, chậm nhất {told(max(ours), 0)} ms; vòng lặp "
        f"trần và vẽ {told(median(bare), 1)} ms, riêng vòng lặp {told(median(loops), 2)} ms",
    )
