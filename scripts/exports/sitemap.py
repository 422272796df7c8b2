"""The sitemap of the whole site, hand-written pages too; sitemaps.org protocol 0.9.

It holds absolute addresses only, so there is none where the site has no URL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from xml.sax.saxutils import escape

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
    return _document("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML}, _lines(base, part))


def _lines(base: str, part: Iterable[Entry]) -> Iterator[str]:
    """A sitemap of 50,000 addresses as an element tree would take 300 MB, and long."""
    for entry in part:
        yield f"<url>\n<loc>{_escape(base + entry.address)}</loc>"
        if entry.lastmod:
            yield f"<lastmod>{_escape(entry.lastmod)}</lastmod>"
        for language, address in entry.alternates:
            where = _escape(base + address)
            yield f'<xhtml:link rel="alternate" hreflang="{language}" href="{where}" />'
        yield "</url>"


def _index(base: str, names: Sequence[str]) -> bytes:
    lines = (f"<sitemap>\n<loc>{_escape(base + name)}</loc>\n</sitemap>" for name in names)
    return _document("sitemapindex", {"xmlns": SITEMAP}, lines)


def _document(root: str, attributes: Mapping[str, str], lines: Iterable[str]) -> bytes:
    written = "".join(f' {name}="{value}"' for name, value in attributes.items())
    body = "\n".join([f"<{root}{written}>", *lines, f"</{root}>"])
    return f"<?xml version='1.0' encoding='utf-8'?>\n{body}\n".encode()


def _escape(text: str) -> str:
    """A text as XML, also between quotes."""
    return escape(text, {'"': "&quot;"})
