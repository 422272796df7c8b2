"""A list of products as pages of 24: the first with all that is said of it, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from scripts.model.addresses import CATALOGUE, CONTACT
from scripts.model.types import Product
from scripts.pages import head as heads
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import listing
from scripts.pages.views.card import cards
from scripts.pages.views.counts import valid_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One name in an index, perhaps with a count; without a page there is no address."""

    label: str
    address: str | None
    count: int | None = None
    vietnamese: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Names under a heading; `here` is the address of the one whose page this is."""

    title: Markup
    rows: Sequence[Link]
    note: Markup | None = None
    here: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands above a list; `empty` and the `doors` where there is nothing in it."""

    title: str
    vietnamese: bool = False
    lead: tuple[Markup, ...] = ()
    count: Markup | None = None
    valid: Markup | None = None
    products: Markup | None = None
    empty: Markup | None = None
    doors: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductList:
    """A list of products. `lead` and `side`, the names beside every page of it, are worked out
    late; `more(root)` gives the first page what its template asks beyond the list, `rest` the
    others. `doors` lead on from an empty list, before those that every list has.
    """

    address: str
    kind: str
    title: str
    description: str
    head: Head
    products: tuple[Product, ...]
    crumbs: tuple[Crumb, ...]
    template: str = "list"
    count_valid: bool = False
    lead: Callable[[], tuple[Markup, ...]] = tuple
    side: Callable[[], Index | None] = lambda: None
    doors: Callable[[], tuple[Link, ...]] = tuple
    more: Callable[[str], Mapping[str, Any]] = lambda root: {}
    rest: Mapping[str, Any] | None = None
    data: Callable[[], tuple[heads.Json, ...]] = tuple
    source: str | None = None
    lastmod: str | None = None
    indexed: bool = True


def doors(site: Site) -> tuple[Link, ...]:
    """Where an empty list leads: to all products, and to where what is missing may be sent."""
    every = Link(
        label=site.plain("doors.products"), address=CATALOGUE, count=len(site.catalogue.products)
    )
    contact = Link(label=site.plain("unpublished.send"), address=CONTACT)
    return (every, contact) if CONTACT in site.written_pages else (every,)


def pages(site: Site, made: ProductList) -> Iterator[Page]:
    """The pages of a list, each with its own title and description."""
    for sheet in listing.sheets(made.address, made.products):
        yield site.page(_draft(site, made, sheet))


def _draft(site: Site, made: ProductList, sheet: listing.Sheet[Product]) -> Draft:
    number, first = sheet.number, sheet.first
    return Draft(
        address=sheet.address,
        kind=made.kind,
        template=made.template,
        title=made.title if first else site.plain("page.title", title=made.title, number=number),
        description=made.description
        if first
        else site.plain("page.description", text=made.description, number=number),
        crumbs=made.crumbs,
        values=partial(_values, site, made, sheet),
        data=made.data if first else tuple,
        source=made.source,
        lastmod=made.lastmod,
        indexed=made.indexed,
    )


def _values(
    site: Site, made: ProductList, sheet: listing.Sheet[Product], root: str
) -> Mapping[str, Any]:
    total = len(made.products)
    head = replace(
        made.head,
        lead=(*made.head.lead, *made.lead()) if sheet.first else (),
        count=made.head.count or (site.t("count.products", n=total) if total else None),
        valid=valid_line(site, made.products) if made.count_valid and sheet.first else None,
        products=site.t("list.products"),
        doors=() if total else (*made.doors(), *doors(site)),
    )
    more = made.more(root) if sheet.first else made.rest or {}
    return {
        "head": head,
        "cards": cards(site, sheet.items, root),
        "pager": sheet.pager,
        "side": made.side(),
        **more,
    }
