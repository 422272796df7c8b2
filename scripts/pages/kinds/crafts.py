"""Craft villages, geographical indications and collective marks, with their products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import COLLECTIVE_MARKS, CRAFT_VILLAGES, INDICATIONS
from scripts.model.types import Craft
from scripts.pages.site import Crumb, Site
from scripts.pages.types import Page
from scripts.pages.views import about, place, products, rows
from scripts.pages.views.about import text_row
from scripts.pages.views.products import Head, Index, Link, ProductList
from scripts.pages.views.rows import Row, RowList
from scripts.pages.views.sources import Notes

KINDS = {
    "craft-village": CRAFT_VILLAGES,
    "geographical-indication": INDICATIONS,
    "collective-mark": COLLECTIVE_MARKS,
}


def pages(site: Site) -> Iterator[Page]:
    """A list for each kind, and each craft."""
    for kind in KINDS:
        yield from rows.pages(site, _index(site, kind))
    for craft in site.catalogue.crafts.values():
        yield from products.pages(site, _craft(site, craft))


def _index(site: Site, kind: str) -> RowList:
    crafts = [craft for craft in site.catalogue.crafts.values() if craft.written.kind == kind]
    title = site.plain(f"crafts.{kind}")
    return RowList(
        address=KINDS[kind],
        kind="crafts",
        title=title,
        description=site.plain("crafts.description", kind=title, n=len(crafts)),
        head=Head(
            title=title,
            lead=(site.t("crafts.lead"),),
            empty=site.t("crafts.empty"),
        ),
        rows=[_row(site, craft) for craft in crafts],
        side=Index(title=site.t("craft.kind"), rows=_links(site), here=KINDS[kind]),
    )


def _links(site: Site) -> list[Link]:
    """The three kinds, each with how many of it there are."""
    counts: Counter[str] = Counter(craft.written.kind for craft in site.catalogue.crafts.values())
    return [
        Link(label=site.plain(f"crafts.{kind}"), address=KINDS[kind], count=counts[kind])
        for kind in KINDS
    ]


def _row(site: Site, craft: Craft) -> Row:
    count = len(site.catalogue.by_craft.get(craft.id, ()))
    return Row(
        label=craft.written.name,
        address=craft.address,
        side=site.t("count.products", n=count),
        where=place.line(site, craft.location),
    )


def _craft(site: Site, craft: Craft) -> ProductList:
    written = craft.written
    kind = site.plain(f"craft.kind.{written.kind}")
    where = place.line(site, craft.location) or site.plain("unknown.place")
    return ProductList(
        address=craft.address,
        kind="craft",
        title=site.plain("craft.title", name=written.name, kind=kind),
        description=site.plain("craft.description", name=written.name, kind=kind, place=where),
        head=Head(title=written.name, vietnamese=True, empty=site.t("craft.empty")),
        products=site.catalogue.by_craft.get(craft.id, ()),
        crumbs=(Crumb(label=site.plain(f"crafts.{written.kind}"), address=KINDS[written.kind]),),
        template="record-list",
        more=partial(_more, site, craft),
        rest=about.NOTHING,
        source=craft.path,
        lastmod=written.reviewed,
    )


def _more(site: Site, craft: Craft, root: str) -> Mapping[str, Any]:
    written = craft.written
    values = about.about(
        site,
        written,
        craft.path,
        Notes(site, written.sources),
        rows=[
            text_row(site, "craft.kind", site.t(f"craft.kind.{written.kind}")),
            text_row(site, "name.en", written.name_en),
        ],
        location=craft.location,
        where_key="place.of.craft",
        summary=written.summary,
        sections={"facts": written.facts},
    )
    return {**values, "scope": site.t("craft.scope")}
