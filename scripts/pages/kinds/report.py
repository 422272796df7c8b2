"""The data report for staff: what the catalogue covers, and what each record still lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from scripts.model import gaps
from scripts.model.addresses import GUIDE, REPORT, REPORT_FILE, STAFF
from scripts.model.types import Producer, Product
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import certificate, listing, place, programme, rows
from scripts.pages.views import report as views
from scripts.pages.views.record import record_links
from scripts.pages.views.sources import Notes
from scripts.text import dates

PRODUCTS_PART, MAKERS_PART = f"{REPORT}san-pham/", f"{REPORT}chu-the/"
DUE_SHOWN = 48
# The tables side by side on a wide screen, below each other on a narrow one.
COLUMNS = (("states", "evidence", "provinces"), ("stars", "makers", "years", "groups"))

RecordT = TypeVar("RecordT", Product, Producer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A record with what it lacks, and its file where the repository has an address."""

    label: str
    address: str
    vietnamese: bool
    gaps: str
    file: str | None


def pages(site: Site) -> Iterator[Page]:
    """The report, then every product and every maker with what it lacks."""
    yield site.page(
        Draft(
            address=REPORT,
            kind="report",
            template="report",
            title=site.plain("report.title"),
            description=site.plain("report.description", date=site.as_of),
            crumbs=_crumbs(site)[:-1],
            values=partial(_values, site),
            indexed=False,
        )
    )
    producers = list(site.catalogue.producers.values())
    yield from _list(site, "products", PRODUCTS_PART, site.catalogue.products, _product)
    yield from _list(site, "makers", MAKERS_PART, producers, _producer)


def _crumbs(site: Site) -> tuple[Crumb, ...]:
    staff = (Crumb(label=site.plain("report.staff"), address=STAFF),)
    own = Crumb(label=site.plain("report.title"), address=REPORT)
    return (*(staff if STAFF in site.written_pages else ()), own)


def _values(site: Site, root: str) -> Mapping[str, Any]:
    catalogue = site.catalogue
    made = programme.counts(site)
    notes = Notes(site, catalogue.programme.sources)
    figures = {
        "products": (made.whole.count, views.figure(site, made.whole.published, notes)),
        "makers": (made.makers.count, views.figure(site, made.makers.published, notes)),
    }
    tables = views.tables(site, made, notes)
    return {
        "report": made,
        "figures": figures,
        "columns": [[tables[name] for name in column] for column in COLUMNS],
        "gaps": _gap_tables(site),
        "due": [_due(site, product) for product in made.expiring[:DUE_SHOWN]],
        "due_more": max(0, len(made.expiring) - DUE_SHOWN),
        "as_of": site.as_of,
        "read_until": site.read_until,
        "parts": {"products": PRODUCTS_PART, "makers": MAKERS_PART},
        "file": REPORT_FILE,
        "guide": next((page for page in (GUIDE, STAFF) if page in site.written_pages), None),
        "sources": notes.cited(),
    }


def _gap_tables(site: Site) -> Mapping[str, views.Table]:
    products = map(partial(_product_gaps, site), site.catalogue.products)
    producers = map(gaps.of_producer, site.catalogue.producers.values())
    return {
        "products": views.gaps(site, "products", gaps.counted(gaps.PRODUCT, products)),
        "makers": views.gaps(site, "makers", gaps.counted(gaps.PRODUCER, producers)),
    }


def _product_gaps(site: Site, product: Product) -> gaps.Gaps:
    """What a product lacks, worked out once for the counts and for the list."""
    memory: dict[str, gaps.Gaps] = site.memory.setdefault("gaps", {})
    if product.id not in memory:
        memory[product.id] = gaps.of_product(product)
    return memory[product.id]


def _due(site: Site, product: Product) -> rows.Row:
    """The first day that may be the last valid one; below, all such days where they are many."""
    latest = product.latest
    assert latest is not None
    assert latest.end.first is not None
    vague = latest.end.first != latest.end.last
    maker = product.producer
    named = maker.name if maker and not maker.written.withheld else None
    below = (
        certificate.of_certificate(site, latest).short if vague else None,
        maker.name_in(site.language) if maker and not named else None,
    )
    names = (named, place.line(site, product.location))
    return rows.Row(
        label=product.name,
        address=product.address,
        side=dates.format_day(latest.end.first, site.language),
        below=" · ".join(filter(None, below)) or None,
        where=" · ".join(filter(None, names)) or None,
    )


def _list(
    site: Site,
    name: str,
    address: str,
    records: Sequence[RecordT],
    entry: Callable[[Site, RecordT], Entry],
) -> Iterator[Page]:
    """All records of a kind in pages of 96: which page one stands on hardly ever changes."""
    title = site.plain(f"report.list.{name}")
    for sheet in listing.sheets(address, records, listing.ROWS):
        titled = (
            title if sheet.first else site.plain("page.title", title=title, number=sheet.number)
        )
        yield site.page(
            Draft(
                address=sheet.address,
                kind="report-list",
                template="report-list",
                title=titled,
                description=titled,
                crumbs=_crumbs(site),
                values=partial(_list_values, site, title, sheet, entry),
                indexed=False,
            )
        )


def _list_values(
    site: Site,
    title: str,
    sheet: listing.Sheet[RecordT],
    entry: Callable[[Site, RecordT], Entry],
    root: str,
) -> Mapping[str, Any]:
    with_files = site.settings.repo_url is not None
    return {
        "title": title,
        "lead": site.t("report.list.lead" if with_files else "report.list.lead.plain"),
        "entries": [entry(site, record) for record in sheet.items],
        "pager": sheet.pager,
    }


def _product(site: Site, product: Product) -> Entry:
    return Entry(
        label=product.name,
        address=product.address,
        vietnamese=site.foreign,
        gaps=_said(site, _product_gaps(site, product)),
        file=record_links(site, product.path, None).file,
    )


def _producer(site: Site, producer: Producer) -> Entry:
    return Entry(
        label=producer.name_in(site.language),
        address=producer.address,
        vietnamese=site.foreign and not producer.written.withheld,
        gaps=_said(site, gaps.of_producer(producer)),
        file=record_links(site, producer.path, None).file,
    )


def _said(site: Site, found: gaps.Gaps) -> str:
    """The gaps in words; many records have the same ones."""
    memory: dict[gaps.Gaps, str] = site.memory.setdefault("gaps said", {})
    if found not in memory:
        words = [site.plain(f"gap.{kind}") for kind in found]
        memory[found] = " · ".join(words) or site.plain("report.complete")
    return memory[found]
