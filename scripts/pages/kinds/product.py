"""The page of a product: the answer first, then everything that is known with its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import CATALOGUE, CONTACT
from scripts.model.types import Product
from scripts.pages import jsonld
from scripts.pages.environment import stop
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import certificate, place, plate, related, timeline, trade
from scripts.pages.views.card import cards
from scripts.pages.views.neighbour import row
from scripts.pages.views.record import record_links
from scripts.pages.views.sources import Notes
from scripts.text import dates


def pages(site: Site) -> Iterator[Page]:
    """One page for each product, withdrawn ones too."""
    products = (*site.catalogue.products, *site.catalogue.withdrawn)
    names = Counter(product.name for product in products)
    for product in products:
        yield site.page(_draft(site, product, alone=names[product.name] == 1))


def _draft(site: Site, product: Product, *, alone: bool) -> Draft:
    return Draft(
        address=product.address,
        kind="product",
        template="product",
        title=title(site, product, alone=alone),
        description=partial(description, site, product),
        crumbs=_crumbs(site, product),
        values=partial(_values, site, product),
        data=partial(jsonld.product, site, product),
        picture=partial(plate.shared, site, product),
        source=product.path,
        lastmod=product.written.reviewed,
        # The answer for whoever has the address; nobody who searches should be led to it.
        indexed=not product.written.withdrawn,
    )


def title(site: Site, product: Product, *, alone: bool) -> str:
    """The name, told apart from others of that name, with stars and year: no validity."""
    name = product.name
    if not alone:
        maker = product.producer.name if product.producer else None
        name = f"{name}, {maker or place.line(site, product.location) or product.id}"
    latest = product.latest
    if latest is None or latest.written.stars is None:
        return site.plain("product.title.plain", name=name)
    stars = site.plain("stars", n=latest.written.stars)
    year = certificate.year_of(latest)
    key = "product.title.year" if year else "product.title.stars"
    return site.plain(key, name=name, stars=stars, year=year)


def description(site: Site, product: Product) -> str:
    """What the page answers, in dates that stay true."""
    standing = certificate.standing(site, product)
    maker = product.producer.name if product.producer else site.plain("unknown.maker")
    where = place.line(site, product.location) or site.plain("unknown.place")
    words = [standing.rank.plain, standing.issued, standing.until, standing.revoked]
    if product.written.withdrawn:
        words = [site.t("withdrawn.short")]
    said = ". ".join(stop(word.unescape()) for word in words if word)
    return site.plain("product.description", name=product.name, said=said, maker=maker, place=where)


def _crumbs(site: Site, product: Product) -> tuple[Crumb, ...]:
    start = (Crumb(label=site.plain("nav.products"), address=CATALOGUE),)
    leaf = product.leaf
    if leaf is None:
        return start
    group = leaf.group.written
    return (
        *start,
        Crumb(label=site.say(group.short, group.short_en), address=leaf.group.address),
        Crumb(label=site.say(leaf.written.name, leaf.written.name_en), address=leaf.address),
    )


def _values(site: Site, product: Product, root: str) -> Mapping[str, Any]:
    written = product.written
    notes = Notes(site, written.sources)
    values = {**_answer(site, product, notes), **_text(site, product, notes)}
    return values | {
        "product": product,
        "sources": notes.listed(),
        "shops": _shops(site, product),
        "plates": plate.gallery(site, product),
        "has_contact": CONTACT in site.written_pages,
        "record": record_links(site, product.path, written.reviewed),
        **_beside(site, product, root),
    }


def _answer(site: Site, product: Product, notes: Notes) -> Mapping[str, Any]:
    """What is read first."""
    latest, withdrawn = product.latest, product.written.withdrawn
    return {
        "withdrawn": withdrawn,
        "withdrawn_notes": notes.cite(withdrawn.sources) if withdrawn else (),
        "standing": certificate.standing(site, product),
        "basis": timeline.basis(site, latest) if latest else None,
        "revoked": timeline.revoked(site, latest, notes) if latest else None,
        "potential_five": latest.written.potential_five if latest else False,
        "where": place.where(product.location),
        "place_words": site.t("place.then"),
        "maker_where": place.where(product.producer.location if product.producer else None),
        "read_until": _read_until(site, product),
    }


def _text(site: Site, product: Product, notes: Notes) -> Mapping[str, Any]:
    """What has sources, in the order in which readers meet it: so the notes are numbered."""
    written = product.written
    return {
        "summary": notes.say(written.summary) if written.summary else None,
        "name_note": notes.say(written.name_note) if written.name_note else None,
        "story": notes.say_all(written.story),
        "facts": notes.say_all(written.facts),
        "doubts": notes.say_all(written.doubts),
        "entries": timeline.entries(site, product, notes),
        "trade": trade.facts(site, written, notes),
        "outlets": trade.outlets(site, written, notes),
    }


def _beside(site: Site, product: Product, root: str) -> Mapping[str, Any]:
    found = related.related(site, product)
    return {
        "related": found,
        "alike": cards(site, found.alike, root),
        "near": [row(site, each) for each in found.near],
        "by_maker": [row(site, each, maker=False) for each in found.by_maker],
    }


def _read_until(site: Site, product: Product) -> str:
    day = product.written.reviewed or site.catalogue.publisher.data_date
    return dates.format_partial(day, site.language)


def _shops(site: Site, product: Product) -> tuple[Any, ...]:
    """The points of sale known to carry the product, found once for all products."""
    carriers: dict[str, list[Any]] = site.memory.setdefault("carriers", {})
    if not carriers:
        for shop in site.catalogue.shops.values():
            for each in shop.written.carries:
                carriers.setdefault(each, []).append(shop)
        carriers.setdefault("", [])
    named = {outlet.shop for outlet in product.written.where_to_buy}
    return tuple(shop for shop in carriers.get(product.id, ()) if shop.id not in named)
