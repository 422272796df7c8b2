"""The home page: one search field, the questions people come with, and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from markupsafe import Markup

from scripts.model.addresses import (
    CATALOGUE,
    DECISIONS,
    GROUPS,
    HOME,
    PLACES,
    PRODUCERS,
    SHOPS,
    VIDEOS,
)
from scripts.model.types import Product
from scripts.pages.kinds import places, stars, videos
from scripts.pages.site import Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import card, plate
from scripts.pages.views.sources import Notes
from scripts.schema.lists import Figures, Plan
from scripts.text import dates

NEWEST = 8
FIVE_STARS = 6
VIDEOS_SHOWN = 3
DOORS = {
    "holds": CATALOGUE,
    "place": PLACES,
    "maker": PRODUCERS,
    "buy": SHOPS,
    "basis": DECISIONS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """One group on the shelf."""

    name: str
    address: str
    plate: plate.Plate
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A product on the list of the newest certificates whose day is known."""

    product: Product
    day: Markup | str
    stars: Markup | None
    maker: str | None


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
    figures = _latest_figures(site)
    five = catalogue.by_star.get(5, ())
    films = list(catalogue.videos.values())[:VIDEOS_SHOWN]
    return {
        "doors": list(DOORS.items()),
        "examples": _examples(site),
        "goods": _goods(site),
        "five": [card.card(site, product) for product in five[:FIVE_STARS]],
        "five_missing": _missing(figures, len(five)),
        "newest": _newest(site),
        "ranks": list(zip(stars.RANKS, stars.links(site), strict=True)),
        "provinces": places.province_links(site),
        "films": [videos.film(site, video) for video in films],
        "official": catalogue.publisher.official,
        "total": len(catalogue.products),
        "valid": catalogue.in_force(catalogue.products),
        "as_of": site.as_of,
        "catalogue": CATALOGUE,
        "addresses": {"groups": GROUPS, "places": PLACES, "videos": VIDEOS},
        **_programme(site, figures),
    }


def _programme(site: Site, figures: Figures | None) -> Mapping[str, Any]:
    """The latest published figures and the latest plan, with their sources."""
    programme = site.catalogue.programme
    plan = max(programme.plans, key=lambda plan: plan.year, default=None)
    notes = Notes(site, programme.sources)
    cited = notes.cite([*(figures.sources if figures else ()), *(plan.sources if plan else ())])
    return {
        "figures": figures,
        "figures_date": dates.format_partial(figures.date, site.language) if figures else None,
        "plan": plan,
        "plan_title": site.say(plan.title, plan.title_en) if plan else None,
        "plan_note": notes.say(plan.note) if plan and plan.note else None,
        "plan_sum": _sum(site, plan) if plan else None,
        "sources": [note for note in notes.listed() if note.number in cited],
    }


def _latest_figures(site: Site) -> Figures | None:
    """The latest published totals of the whole province of today."""
    whole = [figures for figures in site.catalogue.programme.figures if figures.area is None]
    return max(whole, key=lambda figures: dates.parse_partial(figures.date), default=None)


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


def _newest(site: Site) -> list[New]:
    """The latest certificates among those whose day of issue is known from both sides."""
    dated = [
        (latest.start.first, product)
        for product in site.catalogue.products
        if (latest := product.latest) and latest.start.first and latest.start.last
        if latest.start.last <= site.catalogue.today
    ]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return [_new(site, product) for _, product in dated[:NEWEST]]


def _new(site: Site, product: Product) -> New:
    latest = product.latest
    assert latest is not None
    written = latest.written.issued
    first, last = latest.start.first, latest.start.last
    exact = written or (first.isoformat() if first and first == last else None)
    return New(
        product=product,
        day=dates.format_partial(exact, site.language)
        if exact
        else site.t("date.between", first=_day(site, first), last=_day(site, last)),
        stars=site.t("stars", n=latest.written.stars) if latest.written.stars else None,
        maker=product.producer.name_in(site.language) if product.producer else None,
    )


def _day(site: Site, day: date | None) -> str:
    return dates.format_day(day, site.language) if day else ""


def _sum(site: Site, plan: Plan) -> list[tuple[str, int]]:
    return [(site.say(each.label, each.label_en), each.count) for each in plan.targets]
