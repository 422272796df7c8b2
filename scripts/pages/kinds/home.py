"""The home page: one search field, five doors, what there is, and what is not there yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from scripts.model.addresses import (
    ABOUT,
    CATALOGUE,
    CONTACT,
    DECISIONS,
    GROUPS,
    HOME,
    PLACES,
    PRESS,
    PRODUCERS,
    REPORT,
    SHOPS,
    TRADERS,
    VERIFY,
    VIDEOS,
    YEARS,
)
from scripts.pages.kinds import places, stars, videos
from scripts.pages.site import Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import card, gaps, plate, programme, recent
from scripts.schema.lists import Figures

NEWEST = 5
DUE = 4
FIVE_STARS = 6
VIDEOS_SHOWN = 4
DOORS = {
    "verify": VERIFY,
    "groups": GROUPS,
    "places": PLACES,
    "traders": TRADERS,
    "press": PRESS,
}
# Beside the doors, for those who come with another question.
ALSO = {"maker": PRODUCERS, "basis": DECISIONS, "buy": SHOPS}
WRITTEN = {"about": ABOUT, "contact": CONTACT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """One group on the shelf."""

    name: str
    address: str
    plate: plate.Plate
    count: int


def pages(site: Site) -> Iterator[Page]:
    """The home page."""
    yield site.page(
        Draft(
            address=HOME,
            kind="home",
            template="home",
            title=site.plain("home.title"),
            description=site.plain("home.description", n=len(site.catalogue.products)),
            values=partial(_values, site),
        )
    )


def _values(site: Site, root: str) -> Mapping[str, Any]:
    catalogue = site.catalogue
    figures = programme.latest(site)
    five = catalogue.by_star.get(5, ())
    films = list(catalogue.videos.values())[:VIDEOS_SHOWN]
    return {
        "doors": list(DOORS.items()),
        "also": list(ALSO.items()),
        "examples": _examples(site),
        "goods": _goods(site),
        "five": [card.card(site, product) for product in five[:FIVE_STARS]],
        "five_missing": _missing(figures, len(five)),
        "newest": recent.newest(site, NEWEST),
        "due": recent.due(site, DUE),
        "expiring": len(programme.counts(site).expiring),
        "ranks": list(zip(stars.RANKS, stars.links(site), strict=True)),
        "provinces": places.province_links(site),
        "films": [videos.film(site, video) for video in films],
        "gaps": gaps.of_catalogue(site),
        "official": catalogue.publisher.official,
        "total": len(catalogue.products),
        "valid": catalogue.in_force(catalogue.products),
        "as_of": site.as_of,
        "catalogue": CATALOGUE,
        "addresses": _addresses(site),
        **programme.in_figures(site),
    }


def _addresses(site: Site) -> Mapping[str, str | None]:
    """Where the page leads besides the doors; None for a hand-written page that is not there."""
    return {
        **{"groups": GROUPS, "places": PLACES, "videos": VIDEOS, "years": YEARS, "report": REPORT},
        **{name: to if to in site.written_pages else None for name, to in WRITTEN.items()},
    }


def _missing(figures: Figures | None, known: int) -> int:
    """How many five-star products the published totals count beyond those known here."""
    counted = {each.stars: each.count for each in figures.by_star} if figures else {}
    return max(0, counted.get(5, 0) - known)


def _examples(site: Site) -> list[tuple[str, bool]]:
    """Searches to try: every one is a name that the catalogue holds."""
    products, areas = site.catalogue.products, site.catalogue.areas.values()
    names = [product.name for product in products if " " in product.name][:1]
    named = [
        a.name for a in areas if a.kind == "former-district" and site.catalogue.by_area.get(a.id)
    ]
    return [(name, site.foreign) for name in (*names, *named[:1])]


def _goods(site: Site) -> list[Good]:
    return [
        Good(
            name=site.say(group.written.short, group.written.short_en),
            address=group.address,
            plate=plate.drawing(site, group.written.illustration, group.written.short),
            count=len(site.catalogue.by_group.get(group.id, ())),
        )
        for group in site.catalogue.groups
    ]
