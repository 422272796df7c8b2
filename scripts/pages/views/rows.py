"""Lists of things that are not products: names with a line below and a figure beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import listing
from scripts.pages.views.products import Head, Index, doors


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: `address` within the site; `side` stands right, `below` under the name.

    `where` follows `below`: names of makers and places, which stay Vietnamese. `count` is of
    products; `share` how long its bar is, in percent of the longest.
    """

    label: str
    address: str
    vietnamese: bool = True
    side: str | Markup | None = None
    below: str | Markup | None = None
    where: str | None = None
    count: int = 0
    share: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RowList:
    """A list of rows at an address, in pages of `size`; `side`: the names beside each page.

    The doors of the head stand below the rows; an empty list always has some.
    """

    address: str
    kind: str
    title: str
    description: str
    head: Head
    rows: Sequence[Row]
    crumbs: tuple[Crumb, ...] = ()
    side: Index | None = None
    template: str = "rows"
    size: int = listing.ROWS


def pages(site: Site, made: RowList) -> Iterator[Page]:
    """The pages of a list of rows."""
    for sheet in listing.sheets(made.address, made.rows, made.size):
        number = sheet.number
        yield site.page(
            Draft(
                address=sheet.address,
                kind=made.kind,
                template=made.template,
                title=made.title
                if sheet.first
                else site.plain("page.title", title=made.title, number=number),
                description=made.description
                if sheet.first
                else site.plain("page.description", text=made.description, number=number),
                crumbs=made.crumbs,
                values=partial(_values, site, made, sheet),
            )
        )


def _values(site: Site, made: RowList, sheet: listing.Sheet[Row], root: str) -> Mapping[str, Any]:
    return {
        "head": made.head if made.rows else replace(made.head, doors=doors(site)),
        "rows": sheet.items,
        "pager": sheet.pager,
        "side": made.side,
    }
