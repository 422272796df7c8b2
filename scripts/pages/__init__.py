"""Pages of the site, made from the catalogue: `all` lists them, a body is rendered when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from scripts import i18n
from scripts.model.types import Catalogue
from scripts.pages.kinds import (
    catalogue as catalogue_pages,
)
from scripts.pages.kinds import (
    crafts,
    decisions,
    gone,
    groups,
    home,
    media,
    moved,
    own,
    places,
    producers,
    product,
    report,
    shops,
    stars,
    style,
    traders,
    verify,
    videos,
    years,
)
from scripts.pages.site import Site
from scripts.pages.types import Page, Settings

KINDS: tuple[Callable[[Site], Iterator[Page]], ...] = (
    home.pages,
    verify.pages,
    traders.pages,
    media.pages,
    catalogue_pages.pages,
    product.pages,
    producers.pages,
    places.pages,
    groups.pages,
    stars.pages,
    years.pages,
    decisions.pages,
    crafts.pages,
    shops.pages,
    videos.pages,
    report.pages,
    style.pages,
    own.pages,
    moved.pages,
    gone.pages,
)


def all(catalogue: Catalogue, settings: Settings) -> Iterator[Page]:
    """Every page made from records, in both languages."""
    return chain.from_iterable(parts(catalogue, settings))


def parts(catalogue: Catalogue, settings: Settings) -> Iterator[Iterator[Page]]:
    """The same by language and kind, so that one kind can be listed before the others."""
    for language in i18n.LANGUAGES:
        site = Site(catalogue=catalogue, settings=settings, language=language)
        yield from (pages(site) for pages in KINDS)
