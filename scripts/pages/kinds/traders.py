"""For those who buy to sell on: ways to find, lists that are ready, what is published."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from scripts.model.addresses import (
    A_TO_Z,
    CATALOGUE,
    COMPARE,
    CONTACT,
    CRAFT_VILLAGES,
    DECISIONS,
    MY_LIST,
    PLACES,
    PRODUCERS,
    SHOPS,
    TRADERS,
)
from scripts.model.types import Producer, Product
from scripts.pages.kinds import places, producers, stars
from scripts.pages.site import Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import place
from scripts.pages.views.products import Index, Link
from scripts.pages.views.rows import Row
from scripts.schema.product import Trade

STEPS = {"find": CATALOGUE, "compare": COMPARE, "list": MY_LIST}
MORE = {
    "a-z": A_TO_Z,
    "places": PLACES,
    "shops": SHOPS,
    "crafts": CRAFT_VILLAGES,
    "decisions": DECISIONS,
}
PRODUCTS = 24
# What a buyer for resale asks of each product, by the words of the product page.
_TRADE: Mapping[str, Callable[[Trade], object]] = {
    "trade.packs": lambda trade: trade.packs,
    "traders.fact.gtin": lambda trade: any(pack.gtin for pack in trade.packs),
    "trade.shelf-life": lambda trade: trade.shelf_life,
    "trade.storage": lambda trade: trade.storage,
    "trade.capacity": lambda trade: trade.capacity,
    "trade.certificates": lambda trade: trade.certificates,
    "trade.declaration": lambda trade: trade.declaration,
    "trade.property": lambda trade: trade.property,
    "trade.traceability": lambda trade: trade.traceability,
}
_PRODUCT: Mapping[str, Callable[[Product], object]] = {
    "trade.season": lambda product: product.written.season,
    "trade.ingredients": lambda product: product.written.ingredients,
    "traders.fact.outlets": lambda product: product.written.where_to_buy,
    "trade.price": lambda product: product.written.price,
}
FACTS = (*_TRADE, *_PRODUCT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A kind of fact, and of how many products it is published."""

    label: str
    count: int


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield site.page(
        Draft(
            address=TRADERS,
            kind="traders",
            template="traders",
            title=site.plain("traders.title"),
            description=site.plain("traders.description", n=len(site.catalogue.products)),
            values=partial(_values, site),
        )
    )


def _values(site: Site, root: str) -> Mapping[str, Any]:
    known = {product.id: _published(product) for product in site.catalogue.products}
    makers = site.catalogue.producers.values()
    facts = _facts(site, list(known.values()))
    return {
        "steps": list(STEPS.items()),
        "columns": _columns(site),
        "more": list(MORE.items()),
        "facts": [fact for fact in facts if fact.count],
        "unknown": " · ".join(fact.label for fact in facts if not fact.count),
        "products": _told(site, known),
        "total": len(known),
        "makers": len(makers),
        "reachable": sum(_has_contact(maker) for maker in makers),
        "addresses": {
            "producers": PRODUCERS,
            "contact": CONTACT if CONTACT in site.written_pages else None,
        },
    }


def _published(product: Product) -> Sequence[str]:
    """The facts of a product that are published."""
    trade = product.written.trade
    found = [key for key, find in _TRADE.items() if trade and find(trade)]
    return [*found, *(key for key, find in _PRODUCT.items() if find(product))]


def _has_contact(maker: Producer) -> bool:
    written = maker.written
    return bool(written.website or written.phone or written.email) and not written.withheld


def _facts(site: Site, known: Sequence[Sequence[str]]) -> list[Fact]:
    """Each kind of fact, the one that is published most often first."""
    facts = [
        Fact(label=site.plain(key), count=sum(key in published for published in known))
        for key in FACTS
    ]
    return sorted(facts, key=lambda fact: -fact.count)


def _told(site: Site, known: Mapping[str, Sequence[str]]) -> list[Row]:
    """The products of which most is published, and what."""
    told = sorted(site.catalogue.products, key=lambda product: -len(known[product.id]))
    return [
        Row(
            label=product.name,
            address=product.address,
            below=" · ".join(site.plain(key) for key in known[product.id]),
            where=place.line(site, product.location),
        )
        for product in told[:PRODUCTS]
        if known[product.id]
    ]


def _columns(site: Site) -> list[Index]:
    groups = [
        Link(
            label=site.say(group.written.short, group.written.short_en),
            address=group.address,
            count=len(site.catalogue.by_group.get(group.id, ())),
        )
        for group in site.catalogue.groups
    ]
    return [
        Index(title=site.t("traders.by.group"), rows=groups),
        Index(title=site.t("traders.by.place"), rows=places.province_links(site)),
        Index(title=site.t("traders.by.maker"), rows=producers.kind_links(site)),
        Index(title=site.t("traders.by.stars"), rows=stars.links(site)),
    ]
