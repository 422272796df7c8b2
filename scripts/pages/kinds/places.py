"""Places: communes of today, and the former units whose names people still know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import PLACES
from scripts.model.types import Area
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import products
from scripts.pages.views.products import Head, Index, Link, ProductList

# How many communes of today a description names; more are counted.
NAMED = 4


def pages(site: Site) -> Iterator[Page]:
    """The list of places, and each place."""
    yield site.page(
        Draft(
            address=PLACES,
            kind="places",
            template="places",
            title=site.plain("places.title"),
            description=site.plain("places.description", n=len(_of_kind(site, "commune"))),
            values=partial(_index, site),
        )
    )
    for area in site.catalogue.areas.values():
        yield from products.pages(site, _area(site, area))


def _is_sought(site: Site, area: Area) -> bool:
    """A commune of old in which no product is known only tells where it went.

    It has its page all the same: the address stays when a record that named it is corrected.
    """
    return area.kind != "former-commune" or bool(site.catalogue.by_area.get(area.id))


def province_links(site: Site) -> tuple[Link, ...]:
    """The three former provinces with how many products each has."""
    return tuple(_link(site, area) for area in _of_kind(site, "former-province"))


def _of_kind(site: Site, kind: str) -> list[Area]:
    return [area for area in site.catalogue.areas.values() if area.kind == kind]


def _areas(site: Site, ids: Iterable[str]) -> list[Area]:
    return [site.catalogue.areas[id] for id in ids]


def _link(site: Site, area: Area, label: str | None = None) -> Link:
    sought = _is_sought(site, area)
    return Link(
        label=label or area.label,
        address=area.address,
        count=len(site.catalogue.by_area.get(area.id, ())) if sought else None,
        vietnamese=site.foreign,
    )


def _links(site: Site, ids: Iterable[str], *, long: bool = False) -> list[Link]:
    return [_link(site, a, a.label_long if long else None) for a in _areas(site, ids)]


def _index(site: Site, root: str) -> Mapping[str, Any]:
    return {
        "communes": len(_of_kind(site, "commune")),
        "provinces": [
            {
                "link": _link(site, province),
                "id": province.id,
                "districts": [
                    {"link": _link(site, district), "rows": _links(site, district.today)}
                    for district in _areas(site, province.parts)
                    if not district.earlier
                ],
                "earlier": [
                    _link(site, district)
                    for district in _areas(site, province.parts)
                    if district.earlier
                ],
            }
            for province in _of_kind(site, "former-province")
        ],
    }


def _area(site: Site, area: Area) -> ProductList:
    here = site.catalogue.by_area.get(area.id, ())
    return ProductList(
        address=area.address,
        kind="area",
        title=site.plain("area.title", name=area.label_long),
        description=_description(site, area),
        head=Head(
            title=area.label_long,
            vietnamese=True,
            empty=site.t("area.empty"),
        ),
        products=here,
        crumbs=_crumbs(site, area),
        template="area",
        lead=lambda: tuple(_lead(site, area)),
        side=lambda: next(iter(_history(site, area)), None),
        doors=lambda: _wider(site, area),
        more=lambda root: {"history": _history(site, area)[1:]},
        rest={"history": ()},
        indexed=_is_sought(site, area),
    )


def _description(site: Site, area: Area) -> str:
    name = area.label_long
    if not area.former:
        return site.plain("area.description", name=name)
    if len(area.today) > NAMED:
        return site.plain("area.description.large", name=name, n=len(area.today))
    now = ", ".join(a.label for a in _areas(site, area.today))
    return site.plain("area.description.former", name=name, now=now)


def _lead(site: Site, area: Area) -> Iterator[Any]:
    """What kind of place it is, in a sentence."""
    around = site.catalogue.areas.get(area.within or "")
    yield site.t(
        f"area.lead.{area.kind}",
        around=site.part(
            "phrase", "", text=around.label if around else "", vietnamese=site.foreign
        ),
    )
    if area.kind == "former-commune" and len(area.today) > 1:
        yield site.t("area.split")


def _wider(site: Site, area: Area) -> tuple[Link, ...]:
    """The nearest unit around an area without products that has some."""
    around = site.catalogue.areas.get(area.within or "")
    while around is not None and not site.catalogue.by_area.get(around.id):
        around = site.catalogue.areas.get(around.within or "")
    return (_link(site, around),) if around else ()


def _history(site: Site, area: Area) -> tuple[Index, ...]:
    """Where the unit went and what it came from, both ways; the first stands beside the list."""
    t = site.t
    if not area.former:
        note = t("area.before.note")
        return (
            Index(
                title=t("area.before"), rows=_links(site, area.predecessors, long=True), note=note
            ),
        )
    unsure = area.kind == "former-commune" and len(area.today) > 1
    indexes = [
        Index(
            title=t("area.now"),
            rows=_links(site, area.today),
            note=t("place.uncertain") if unsure else None,
        )
    ]
    if area.successors and set(area.successors) != set(area.today):
        indexes.append(Index(title=t("area.then"), rows=_links(site, area.successors, long=True)))
    if area.kind == "former-province":
        indexes.insert(0, Index(title=t("area.districts"), rows=_links(site, area.parts)))
    elif area.parts:
        indexes.append(Index(title=t("area.parts"), rows=_links(site, area.parts)))
    return tuple(indexes)


def _crumbs(site: Site, area: Area) -> tuple[Crumb, ...]:
    around: list[Area] = []
    outer = site.catalogue.areas.get(area.within or "")
    while outer is not None:
        around.insert(0, outer)
        outer = site.catalogue.areas.get(outer.within or "")
    return (
        Crumb(label=site.plain("places.name"), address=PLACES),
        *(Crumb(label=a.label, address=a.address, vietnamese=True) for a in around),
    )
