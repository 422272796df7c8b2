"""What a phone fetches at the first look at a page, and what moves meanwhile."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from scripts.bench.bench import Bench
from scripts.bench.table import Row, told
from scripts.bench.web import HOST, Site, chromium, is_picture, ours, served, visit

KB = 1000
FIRST_VIEW = 95.0
SHIFT = 0.02
SCRIPTS = {"sản phẩm": 6.0, "danh mục": 14.0}
CATALOGUE = "/san-pham/"
KIND = re.compile(rb'class="page page-([a-z-]+)"')
SHIFTS = Path(__file__).with_name("shifts.js")
SETTLE = 1500


def rows(bench: Bench) -> Iterator[Row]:
    """The rows of first looks."""
    size = bench.everyday
    tree = bench.site(size)
    with served(tree) as site, chromium() as browser:
        product = next(address for kind, address in _kinds(tree) if kind == "product")
        for what, address in (("sản phẩm", product), ("danh mục", CATALOGUE)):
            with visit(browser) as page:
                site.sent.clear()
                page.add_init_script(path=SHIFTS)
                page.goto(site.address + address, wait_until="networkidle")
                page.wait_for_timeout(SETTLE)
                moved = page.evaluate("globalThis.shifted")
            if address == CATALOGUE:
                yield from _catalogue(site, moved, size)
            yield Row(what=f"JavaScript của ta lúc mở trang {what}, gzip", size=size, unit="kB",
                      limit=SCRIPTS[what], value=site.total(ours) / KB,
                      detail=_names(site))  # fmt: skip
        strangers: list[str] = []
        listed = _kinds(tree)
        with visit(browser) as page:
            page.on("request", lambda made: strangers.extend(_strange(made.url)))
            for _, address in listed:
                page.goto(site.address + address, wait_until="networkidle")
    yield Row(what="yêu cầu tới máy chủ khác trước khi bấm", size=size, unit="yêu cầu", limit=0,
              value=len(strangers), detail=f"{len(listed)} loại trang, hai ngôn ngữ")  # fmt: skip


def _catalogue(site: Site, moved: float, size: int) -> Iterator[Row]:
    weight = site.total(lambda path: not is_picture(path)) / KB
    groups = {"HTML": "/", "CSS": ".css", "JS": ".js", "phông": ".woff2", "JSON": ".json"}
    parts = ", ".join(
        f"{name} {told(part / KB, 1)}"
        for name, end in groups.items()
        if (part := site.total(lambda path, end=end: path.endswith(end)))  # type: ignore[misc]
    )
    yield Row(what="danh mục trên điện thoại, trước ảnh, gzip", size=size, unit="kB",
              limit=FIRST_VIEW, value=weight, detail=parts)  # fmt: skip
    yield Row(what="danh mục trên điện thoại: CLS", size=size, unit="", limit=SHIFT, value=moved)


def _kinds(tree: Path) -> list[tuple[str, str]]:
    """One page of each kind in each language: kind and address."""
    found: dict[tuple[str, bool], str] = {}
    for file in sorted(tree.rglob("index.html")):
        address = f"/{file.relative_to(tree).parent.as_posix()}/".replace("/./", "/")
        kind = KIND.search(file.read_bytes())
        if kind:
            found.setdefault((kind[1].decode(), address.startswith("/en/")), address)
    return [(kind, address) for (kind, _), address in found.items()]


def _strange(url: str) -> list[str]:
    parts = urlsplit(url)
    return [url] if parts.scheme in {"http", "https"} and parts.hostname != HOST else []


def _names(site: Site) -> str:
    return ", ".join(sorted(Path(path).name for path in site.sent if ours(path)))
