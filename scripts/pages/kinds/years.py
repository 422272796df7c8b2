"""The products whose certificates were issued in a year.

Every year since the first rules has its page, also one without a product: a corrected date must
not take a published address away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts.model import addresses
from scripts.model.addresses import CATALOGUE, YEARS
from scripts.pages.site import Crumb, Site
from scripts.pages.types import Page
from scripts.pages.views import products, rows
from scripts.pages.views.products import Head, Index, Link, ProductList
from scripts.pages.views.rows import Row, RowList


def pages(site: Site) -> Iterator[Page]:
    """The list of years, and each year."""
    yield from rows.pages(
        site,
        RowList(
            address=YEARS,
            kind="years",
            title=site.plain("years.title"),
            description=site.plain("years.description"),
            head=Head(title=site.plain("years.title"), lead=(site.t("years.lead"),)),
            rows=_rows(site),
            template="years",
            crumbs=_crumbs(site)[:1],
        ),
    )
    for year in _years(site):
        yield from products.pages(site, _year(site, year))


def _rows(site: Site) -> list[Row]:
    """Each year with how many products it certified, worked out once."""
    known: list[Row] | None = site.memory.get("years")
    if known is None:
        counts = {year: len(site.catalogue.by_year.get(year, ())) for year in _years(site)}
        most = max(counts.values(), default=0) or 1
        known = site.memory["years"] = [
            Row(
                label=str(year),
                address=addresses.year(year),
                vietnamese=False,
                count=count,
                share=round(100 * count / most),
            )
            for year, count in counts.items()
        ]
    return known


def _years(site: Site) -> list[int]:
    """The years from the first rules to the day up to which sources were read, latest first."""
    first = min(int(period.first[:4]) for period in site.catalogue.law.periods)
    since = range(first, int(site.catalogue.publisher.data_date[:4]) + 1)
    return sorted({*since, *site.catalogue.by_year}, reverse=True)


def links(site: Site) -> tuple[Link, ...]:
    """The years in which products were certified, the latest first."""
    by_year = site.catalogue.by_year
    return tuple(
        Link(label=str(year), address=addresses.year(year), count=len(by_year[year]))
        for year in sorted(by_year, reverse=True)
    )


def _side(site: Site, here: str) -> Index:
    """All years, beside the products of each."""
    rows = [Link(label=row.label, address=row.address, count=row.count) for row in _rows(site)]
    return Index(title=site.t("years.name"), rows=rows, here=here)


def _crumbs(site: Site) -> tuple[Crumb, ...]:
    return (
        Crumb(label=site.plain("nav.products"), address=CATALOGUE),
        Crumb(label=site.plain("years.name"), address=YEARS),
    )


def _year(site: Site, year: int) -> ProductList:
    title = site.plain("year.title", year=str(year))
    return ProductList(
        address=addresses.year(year),
        kind="year",
        title=title,
        description=site.plain("year.description", year=str(year)),
        head=Head(title=title, lead=(site.t("year.lead"),), empty=site.t("year.empty")),
        products=site.catalogue.by_year.get(year, ()),
        crumbs=_crumbs(site),
        side=partial(_side, site, addresses.year(year)),
    )
