"""Decisions: what each covers, whom it certified, and what is only inferred of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import DECISIONS
from scripts.model.types import Decision, Product
from scripts.pages.site import Crumb, Site
from scripts.pages.types import Page
from scripts.pages.views import about, products, rows
from scripts.pages.views.about import link_row, text_row
from scripts.pages.views.products import Head, Index, Link, ProductList
from scripts.pages.views.rows import Row, RowList
from scripts.pages.views.sources import Notes
from scripts.text import dates

ByDecision = dict[str, list[Product]]


def pages(site: Site) -> Iterator[Page]:
    """The list of decisions, and each decision."""
    yield from rows.pages(site, _index(site))
    for decision in site.catalogue.decisions.values():
        yield from products.pages(site, _decision(site, decision))


def _date(site: Site, decision: Decision) -> str | None:
    day = decision.written.date
    return dates.format_partial(day, site.language) if day else None


def _index(site: Site) -> RowList:
    decisions = site.catalogue.decisions.values()
    return RowList(
        address=DECISIONS,
        kind="decisions",
        title=site.plain("decisions.title"),
        description=site.plain("decisions.description", n=len(decisions)),
        head=Head(
            title=site.plain("decisions.title"),
            lead=(site.t("decisions.lead"),),
            count=site.t("decisions.count", n=len(decisions)),
            empty=site.t("decisions.empty"),
        ),
        rows=[_row(site, decision) for decision in decisions],
        template="decisions",
    )


def _row(site: Site, decision: Decision) -> Row:
    count = len(site.catalogue.by_decision.get(decision.id, ()))
    day = _date(site, decision)
    return Row(
        label=decision.label_in(site.language),
        address=decision.address,
        vietnamese=decision.written.number is not None,
        side=day or site.t("date.unknown"),
        below=decision.issuer.name_in(site.language) if decision.written.number else None,
        count=count,
    )


def _decision(site: Site, decision: Decision) -> ProductList:
    certified = site.catalogue.by_decision.get(decision.id, ())
    numbered = "" if decision.written.number else ".unnumbered"
    words = {
        "label": decision.label_in(site.language),
        "issuer": decision.issuer.name_in(site.language),
        "date": _date(site, decision) or site.plain("date.unknown"),
        "n": len(certified),
    }
    return ProductList(
        address=decision.address,
        kind="decision",
        title=site.plain(f"decision.title{numbered}", **words),
        description=site.plain(f"decision.description{numbered}", **words),
        head=Head(
            title=site.plain(f"decision.heading{numbered}", **words),
            empty=site.t("decision.none"),
        ),
        products=certified,
        crumbs=(Crumb(label=site.plain("decisions.name"), address=DECISIONS),),
        template="record-list",
        more=partial(_more, site, decision, len(certified)),
        rest=about.NOTHING,
        source=decision.path,
        lastmod=decision.written.reviewed,
    )


def _more(site: Site, decision: Decision, count: int, root: str) -> Mapping[str, Any]:
    written = decision.written
    facts = [
        text_row(site, "decision.issuer", decision.issuer.name_in(site.language)),
        text_row(site, "decision.date", _date(site, decision) or site.t("date.unknown")),
        text_row(site, "decision.level", site.t(f"level.{written.level}")),
        text_row(site, "decision.law", written.law and site.t(f"law.{written.law}")),
        text_row(site, "decision.about", written.title, vietnamese=True),
        link_row(site, "decision.document", written.document),
    ]
    values = about.about(
        site,
        written,
        decision.path,
        Notes(site, written.sources),
        rows=facts,
        where_shown=False,
        sections={"decision.covers": written.covers},
        indexes=_others(site, decision),
    )
    return {**values, "scope": site.t("decision.scope", n=count) if count else None}


def _others(site: Site, decision: Decision) -> list[Index]:
    """Products that it revoked, and products of which it is only guessed to be the basis."""
    inferred, revoked = _by_other(site)
    found = (
        ("decision.revoked", None, revoked.get(decision.id, ())),
        ("decision.inferred", site.t("decision.inferred.note"), inferred.get(decision.id, ())),
    )
    return [
        Index(title=site.t(key), note=note, rows=[_link(site, product) for product in members])
        for key, note, members in found
        if members
    ]


def _link(site: Site, product: Product) -> Link:
    return Link(label=product.name, address=product.address, vietnamese=site.foreign)


def _by_other(site: Site) -> tuple[ByDecision, ByDecision]:
    """The products by an inferred and by a revoking decision, worked out once."""
    known: tuple[ByDecision, ByDecision] | None = site.memory.get("other-decisions")
    if known is None:
        inferred: ByDecision = defaultdict(list)
        revoked: ByDecision = defaultdict(list)
        for product in site.catalogue.products:
            for certificate in product.certificates:
                if certificate.inferred:
                    inferred[certificate.inferred.id].append(product)
                revocation = certificate.written.revoked
                if revocation and revocation.decision:
                    revoked[revocation.decision].append(product)
        known = site.memory["other-decisions"] = inferred, revoked
    return known
