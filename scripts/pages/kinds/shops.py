"""Points that introduce and sell OCOP products."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import SHOPS
from scripts.model.types import Shop
from scripts.pages.site import Crumb, Site
from scripts.pages.types import Page
from scripts.pages.views import about, place, products, rows
from scripts.pages.views.about import link_row, text_row
from scripts.pages.views.products import Head, ProductList
from scripts.pages.views.rows import Row, RowList
from scripts.pages.views.sources import Notes


def pages(site: Site) -> Iterator[Page]:
    """The list of points of sale, and each of them."""
    yield from rows.pages(site, _index(site))
    for shop in site.catalogue.shops.values():
        yield from products.pages(site, _shop(site, shop))


def _index(site: Site) -> RowList:
    shops = site.catalogue.shops.values()
    return RowList(
        address=SHOPS,
        kind="shops",
        title=site.plain("shops.title"),
        description=site.plain("shops.description"),
        head=Head(
            title=site.plain("shops.title"),
            count=site.t("shops.count", n=len(shops)) if shops else None,
            lead=(site.t("shops.lead"),),
            empty=site.t("shops.empty"),
            doors=products.doors(site),
        ),
        rows=[_row(site, shop) for shop in shops],
    )


def _row(site: Site, shop: Shop) -> Row:
    return Row(
        label=shop.written.name,
        address=shop.address,
        below=site.plain(f"shop.kind.{shop.written.kind}"),
        where=place.line(site, shop.location),
    )


def _shop(site: Site, shop: Shop) -> ProductList:
    name = shop.written.name
    where = place.line(site, shop.location) or site.plain("unknown.place")
    return ProductList(
        address=shop.address,
        kind="shop",
        title=site.plain("shop.title", name=name),
        description=site.plain("shop.description", name=name, place=where),
        head=Head(title=name, vietnamese=True, empty=site.t("shop.empty")),
        products=site.catalogue.by_shop.get(shop.id, ()),
        crumbs=(Crumb(label=site.plain("shops.name"), address=SHOPS),),
        template="record-list",
        more=partial(_more, site, shop),
        rest=about.NOTHING,
        source=shop.path,
        lastmod=shop.written.reviewed,
    )


def _more(site: Site, shop: Shop, root: str) -> Mapping[str, Any]:
    written = shop.written
    values = about.about(
        site,
        written,
        shop.path,
        Notes(site, written.sources),
        rows=[
            text_row(site, "shop.kind", site.t(f"shop.kind.{written.kind}")),
            text_row(site, "shop.hours", written.hours, vietnamese=True),
            link_row(site, "website", written.website),
            text_row(site, "phone", written.phone),
        ],
        location=shop.location,
        sections={"facts": written.facts},
    )
    return {**values, "scope": site.t("shop.scope")}
