"""Files of the site that are not pages, made from the catalogue: one module for each format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.exports import redirects, report, robots, search, sitemap, words
from scripts.model.types import Catalogue
from scripts.pages.types import Asset, Page, Settings


def all(catalogue: Catalogue, pages: Sequence[Page], settings: Settings) -> Iterator[Asset]:
    """Every such file; its bytes are made when they are asked for."""
    yield from sitemap.assets(pages, settings)
    yield from robots.assets(settings)
    yield from search.assets(catalogue, pages, settings)
    yield from report.assets(catalogue, settings)
    yield from redirects.assets(pages)
    yield from words.assets()
