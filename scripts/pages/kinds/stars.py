"""The star ranks: each says that it counts the latest known certificate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model import addresses
from scripts.model.addresses import CATALOGUE, STARS
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import products
from scripts.pages.views.products import Head, Index, Link, ProductList

RANKS = (5, 4, 3)


def pages(site: Site) -> Iterator[Page]:
    """What stars mean, and the products of each rank."""
    yield site.page(
        Draft(
            address=STARS,
            kind="stars",
            template="stars",
            title=site.plain("stars.title"),
            description=site.plain("stars.description"),
            crumbs=_crumbs(site)[:1],
            values=partial(_index, site),
        )
    )
    for rank in RANKS:
        yield from products.pages(site, _rank(site, rank))


def links(site: Site) -> tuple[Link, ...]:
    """Each rank with how many products hold it by their latest known certificate."""
    return tuple(
        Link(
            label=site.plain("stars", n=rank),
            address=addresses.star(rank),
            count=len(site.catalogue.by_star.get(rank, ())),
        )
        for rank in RANKS
    )


def _crumbs(site: Site) -> tuple[Crumb, ...]:
    return (
        Crumb(label=site.plain("nav.products"), address=CATALOGUE),
        Crumb(label=site.plain("stars.name"), address=STARS),
    )


def _index(site: Site, root: str) -> Mapping[str, Any]:
    return {
        "ranks": [
            {
                "stars": rank,
                "link": link,
                "meaning": site.t(f"stars.meaning.{rank}"),
                "valid": site.t(
                    "count.valid",
                    n=site.catalogue.in_force(site.catalogue.by_star.get(rank, ())),
                    date=site.as_of,
                ),
            }
            for rank, link in zip(RANKS, links(site), strict=True)
        ]
    }


def _rank(site: Site, rank: int) -> ProductList:
    name = site.plain("stars", n=rank)
    return ProductList(
        address=addresses.star(rank),
        kind="star",
        title=site.plain("star.title", stars=name),
        description=site.plain("star.description", stars=name),
        head=Head(
            title=site.plain("star.title", stars=name),
            lead=(site.t("star.counts", stars=name),),
            empty=site.t("star.empty"),
        ),
        products=site.catalogue.by_star.get(rank, ()),
        crumbs=_crumbs(site),
        side=lambda: Index(title=site.t("stars.name"), rows=links(site), here=addresses.star(rank)),
        count_valid=True,
    )
