"""The sitemap: every indexed page once, its other language beside it, only where there is a URL."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from scripts.exports import robots, sitemap
from scripts.pages.types import Editorial, Language, Page, Settings

NAMES = {"s": sitemap.SITEMAP, "x": sitemap.XHTML}
SETTINGS = Settings(
    build_day=date(2026, 11, 24),
    site_url="https://ocop.example/",
    editorial=(Editorial(address="/lien-he/", language="vi", title="Liên hệ"),),
)


def page(address: str, language: Language, alternate: str, indexed: bool = True) -> Page:
    return Page(
        address=address,
        language=language,
        kind="product",
        title="x",
        describe=str,
        render=str,
        alternate=alternate,
        lastmod="2026-11" if language == "vi" else None,
        indexed=indexed,
    )


PAGES = [
    page("/a/", "vi", "/en/a/"),
    page("/en/a/", "en", "/a/"),
    page("/b/", "vi", "/en/b/"),
    page("/en/b/", "en", "/b/"),
    page("/404.html", "vi", "/en/404.html", indexed=False),
]


def read(content: bytes) -> ET.Element:
    return ET.fromstring(content)


def test_it_lists_the_indexed_and_the_hand_written_pages() -> None:
    [asset] = sitemap.assets(PAGES, SETTINGS)
    assert asset.address == "/sitemap.xml"
    found = [loc.text for loc in read(asset.content()).iterfind("s:url/s:loc", NAMES)]
    addresses = ["/a/", "/b/", "/en/a/", "/en/b/", "/lien-he/"]
    assert found == [f"https://ocop.example{address}" for address in addresses]


def test_each_page_names_itself_and_the_other_language() -> None:
    [asset] = sitemap.assets(PAGES, SETTINGS)
    url = read(asset.content()).find("s:url", NAMES)
    assert url is not None
    links = [(e.get("hreflang"), e.get("href")) for e in url.iterfind("x:link", NAMES)]
    assert links == [("vi", "https://ocop.example/a/"), ("en", "https://ocop.example/en/a/")]
    lastmod = url.find("s:lastmod", NAMES)
    assert lastmod is not None
    assert lastmod.text == "2026-11"


def test_above_the_limit_an_index_leads_to_the_parts() -> None:
    index, *parts = sitemap.assets(PAGES, SETTINGS, limit=2)
    locs = [loc.text for loc in read(index.content()).iterfind("s:sitemap/s:loc", NAMES)]
    assert locs == [f"https://ocop.example/sitemap-{n}.xml" for n in (1, 2, 3)]
    assert [part.address for part in parts] == [f"/sitemap-{n}.xml" for n in (1, 2, 3)]
    assert [len(read(part.content())) for part in parts] == [2, 2, 1]


def test_without_a_url_there_is_none_and_robots_name_none() -> None:
    bare = replace(SETTINGS, site_url=None)
    assert list(sitemap.assets(PAGES, bare)) == []
    [asset] = robots.assets(bare)
    assert asset.content() == b"User-agent: *\nAllow: /\n"


@pytest.mark.parametrize("url", ["https://ocop.example", "https://ocop.example/"])
def test_robots_name_the_sitemap(url: str) -> None:
    [asset] = robots.assets(replace(SETTINGS, site_url=url))
    assert asset.content().endswith(b"\nSitemap: https://ocop.example/sitemap.xml\n")


def test_addresses_are_escaped() -> None:
    strange = page("/a&b/", "vi", "/en/a&b/")
    [asset] = sitemap.assets([strange], SETTINGS)
    assert b"a&amp;b" in asset.content()
    read(asset.content())
