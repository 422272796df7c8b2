"""Makers: exactly which of their products the catalogue knows to be certified."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from scripts.model.addresses import PRODUCERS, producers_of
from scripts.model.types import Producer
from scripts.pages import jsonld
from scripts.pages.site import Crumb, Site
from scripts.pages.types import Page
from scripts.pages.views import about, listing, place, products, rows
from scripts.pages.views.about import link_row, text_row
from scripts.pages.views.products import Head, Index, Link, ProductList
from scripts.pages.views.rows import Row, RowList
from scripts.pages.views.sources import Notes
from scripts.pages.views.trade import Row as Fact
from scripts.pages.views.trade import Value

KINDS = ("cooperative", "enterprise", "household", "group")


def pages(site: Site) -> Iterator[Page]:
    """The list of makers, one for each kind of maker that there is, and each maker."""
    kinds = by_kind(site.catalogue.producers.values())
    yield from rows.pages(site, _index(site, kinds))
    for kind in KINDS:
        yield from rows.pages(site, _kind(site, kind, kinds))
    for producer in site.catalogue.producers.values():
        yield from products.pages(site, _producer(site, producer))


def by_kind(producers: Iterable[Producer]) -> dict[str | None, list[Producer]]:
    """The producers of each kind that occurs, in their order; None where it is not known."""
    found: dict[str | None, list[Producer]] = defaultdict(list)
    for producer in producers:
        found[producer.written.kind].append(producer)
    return dict(found)


def kind_links(site: Site) -> list[Link]:
    """The kinds of makers, each with how many there are."""
    return _links(site, by_kind(site.catalogue.producers.values()))


def _index(site: Site, kinds: Mapping[str | None, Sequence[Producer]]) -> RowList:
    producers = site.catalogue.producers.values()
    return RowList(
        address=PRODUCERS,
        kind="makers",
        title=site.plain("makers.title"),
        description=site.plain("makers.description", n=len(producers)),
        head=Head(
            title=site.plain("makers.title"),
            count=site.t("makers.count", n=len(producers)) if producers else None,
            empty=site.t("makers.empty"),
        ),
        rows=[_row(site, producer) for producer in producers],
        side=Index(title=site.t("makers.kinds"), rows=_links(site, kinds)),
    )


def _links(site: Site, kinds: Mapping[str | None, Sequence[Producer]]) -> list[Link]:
    """The kinds, each with how many makers; the unknown, where it occurs, has no page of its own.

    The page of a kind that does not occur stays as well: its address was published once.
    """
    return [
        Link(
            label=site.plain(f"makers.kind.{kind or 'unknown'}"),
            address=producers_of(kind) if kind else None,
            count=len(kinds.get(kind, ())),
        )
        for kind in (*KINDS, None)
        if kind or kind in kinds
    ]


def _kind(site: Site, kind: str, kinds: Mapping[str | None, Sequence[Producer]]) -> RowList:
    members = kinds.get(kind, ())
    name = site.plain(f"makers.kind.{kind}")
    title = site.plain("makers.kind.title", kind=name)
    return RowList(
        address=producers_of(kind),
        kind="makers",
        title=title,
        description=site.plain("makers.kind.description", kind=name, n=len(members)),
        head=Head(
            title=title,
            count=site.t("makers.count", n=len(members)) if members else None,
            empty=site.t("makers.kind.empty"),
        ),
        rows=[replace(_row(site, producer), below=None) for producer in members],
        crumbs=(Crumb(label=site.plain("makers.name"), address=PRODUCERS),),
        size=listing.PAGE_SIZE,
        side=Index(title=site.t("makers.kinds"), rows=_links(site, kinds), here=producers_of(kind)),
    )


def _row(site: Site, producer: Producer) -> Row:
    written = producer.written
    kind = site.plain(f"maker.kind.{written.kind}") if written.kind else None
    count = len(site.catalogue.by_producer.get(producer.id, ()))
    return Row(
        label=producer.name_in(site.language),
        address=producer.address,
        vietnamese=not written.withheld,
        side=site.t("count.products", n=count),
        below=kind,
        where=place.line(site, producer.location),
    )


def _producer(site: Site, producer: Producer) -> ProductList:
    name = producer.name_in(site.language)
    made = site.catalogue.by_producer.get(producer.id, ())
    where = place.line(site, producer.location) or site.plain("unknown.place")
    return ProductList(
        address=producer.address,
        kind="maker",
        title=site.plain("maker.title", name=name),
        description=site.plain("maker.description", name=name, place=where, n=len(made)),
        head=Head(
            title=name, vietnamese=not producer.written.withheld, empty=site.t("maker.empty")
        ),
        products=made,
        crumbs=(Crumb(label=site.plain("makers.name"), address=PRODUCERS),),
        template="record-list",
        more=partial(_more, site, producer, len(made)),
        rest=about.NOTHING,
        data=partial(jsonld.producer, site, producer),
        source=producer.path,
        lastmod=producer.written.reviewed,
    )


def _more(site: Site, producer: Producer, count: int, root: str) -> Mapping[str, Any]:
    written = producer.written
    notes = Notes(site, written.sources)
    name = site.part("phrase", root, text=producer.name_in(site.language), vietnamese=site.foreign)
    others = "; ".join(written.other_names) if not written.withheld else None
    facts = [
        _kind_row(site, written.kind),
        text_row(site, "maker.other-names", others, vietnamese=True),
        link_row(site, "website", written.website),
        text_row(site, "phone", written.phone),
        text_row(site, "email", written.email),
    ]
    values = about.about(
        site,
        written,
        producer.path,
        notes,
        rows=facts,
        location=producer.location,
        summary=written.summary,
        sections={"story": written.story, "facts": written.facts},
    )
    scope = site.t("maker.scope" if count else "maker.scope.none", n=count, maker=name)
    return {**values, "scope": scope}


def _kind_row(site: Site, kind: str | None) -> Fact:
    """The kind, with a link to the others of it; no value where it is not known."""
    values = (Value(text=site.t(f"maker.kind.{kind}"), address=producers_of(kind)),) if kind else ()
    return Fact(label=site.t("maker.kind"), values=values)
