"""Makers: exactly which of their products the catalogue knows to be certified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import PRODUCERS
from scripts.model.types import Producer
from scripts.pages import jsonld
from scripts.pages.site import Crumb, Site
from scripts.pages.types import Page
from scripts.pages.views import about, place, products, rows
from scripts.pages.views.about import link_row, text_row
from scripts.pages.views.products import Head, ProductList
from scripts.pages.views.rows import Row, RowList
from scripts.pages.views.sources import Notes


def pages(site: Site) -> Iterator[Page]:
    """The list of makers, and each maker."""
    yield from rows.pages(site, _index(site))
    for producer in site.catalogue.producers.values():
        yield from products.pages(site, _producer(site, producer))


def _index(site: Site) -> RowList:
    producers = site.catalogue.producers.values()
    kinds = Counter(producer.written.kind for producer in producers)
    counted = [
        site.plain("makers.of.kind", kind=site.plain(f"maker.kind.{kind}"), n=kinds[kind])
        for kind in ("cooperative", "enterprise", "household", "group")
        if kinds[kind]
    ]
    return RowList(
        address=PRODUCERS,
        kind="makers",
        title=site.plain("makers.title"),
        description=site.plain("makers.description", n=len(producers)),
        head=Head(
            title=site.plain("makers.title"),
            count=site.t("makers.count", n=len(producers), kinds=", ".join(counted)),
            empty=site.t("makers.empty"),
        ),
        rows=[_row(site, producer) for producer in producers],
    )


def _row(site: Site, producer: Producer) -> Row:
    written = producer.written
    kind = site.plain(f"maker.kind.{written.kind}") if written.kind else None
    where = place.line(site, producer.location)
    count = len(site.catalogue.by_producer.get(producer.id, ()))
    return Row(
        label=producer.name_in(site.language),
        address=producer.address,
        vietnamese=not written.withheld,
        side=site.t("count.products", n=count),
        below=" · ".join(part for part in (kind, where) if part) or None,
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
        text_row(site, "maker.kind", written.kind and site.t(f"maker.kind.{written.kind}")),
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
