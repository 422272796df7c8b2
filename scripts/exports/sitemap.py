"""The sitemap of the whole site, hand-written pages too; sitemaps.org protocol 0.9.

It holds absolute addresses only, so there is none where the site has no URL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from scripts.pages.types import Asset, Editorial, Page, Settings

ADDRESS = "/sitemap.xml"
# The protocol's limit for one file; above it, an index leads to several.
LIMIT = 50_000
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
OTHER = {"vi": "en", "en": "vi"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One address, with the same page in each language. `lastmod` is a partial ISO date."""

    address: str
    alternates: tuple[tuple[str, str], ...]
    lastmod: str | None


def assets(pages: Sequence[Page], settings: Settings, limit: int = LIMIT) -> Iterator[Asset]:
    """The sitemap, or an index and its parts; nothing where the site has no URL or is a trial."""
    base = settings.site_url
    if not base or settings.trial:
        return
    base = base.rstrip("/")
    all_entries = entries(pages, settings)
    parts = [all_entries[start : start + limit] for start in range(0, len(all_entries), limit)]
    if len(parts) <= 1:
        yield Asset(address=ADDRESS, content=partial(_urls, base, all_entries))
        return
    names = [f"/sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield Asset(address=ADDRESS, content=partial(_index, base, names))
    for name, part in zip(names, parts, strict=True):
        yield Asset(address=name, content=partial(_urls, base, part))


def entries(pages: Sequence[Page], settings: Settings) -> list[Entry]:
    """Every page that robots may list, in the order of its address."""
    listed: list[Page | Editorial] = [page for page in pages if page.indexed]
    listed += settings.editorial
    found = [
        Entry(
            address=page.address,
            alternates=_alternates(page.language, page.address, page.alternate),
            lastmod=page.lastmod,
        )
        for page in listed
    ]
    return sorted(found, key=lambda entry: entry.address)


def _alternates(language: str, address: str, alternate: str | None) -> tuple[tuple[str, str], ...]:
    if alternate is None:
        return ()
    return tuple(sorted([(language, address), (OTHER[language], alternate)], reverse=True))


def _urls(base: str, part: Sequence[Entry]) -> bytes:
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for entry in part:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = base + entry.address
        if entry.lastmod:
            ET.SubElement(url, "lastmod").text = entry.lastmod
        for language, address in entry.alternates:
            link = {"rel": "alternate", "hreflang": language, "href": base + address}
            ET.SubElement(url, "xhtml:link", link)
    return _bytes(root)


def _index(base: str, names: Sequence[str]) -> bytes:
    root = ET.Element("sitemapindex", {"xmlns": SITEMAP})
    for name in names:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = base + name
    return _bytes(root)


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root, "")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
