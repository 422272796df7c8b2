"""Addresses that no record answers for: each leads on, or says since when and why it is gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.pages.site import Draft, Site
from scripts.pages.types import Page
from scripts.pages.views.sources import Notes
from scripts.schema.lists import FormerAddress


def pages(site: Site) -> Iterator[Page]:
    """A page at each such address; robots leave it out."""
    former = site.catalogue.former
    for one in former.addresses if former else ():
        yield site.page(_onward(site, one, one.to) if one.to else _gone(site, one))


def _onward(site: Site, one: FormerAddress, to: str) -> Draft:
    title, lead = site.plain("moved.renamed.title"), site.plain("moved.renamed.lead")
    return Draft(
        address=one.address,
        kind="moved",
        template="moved",
        title=title,
        description=f"{lead} {to}",
        values=lambda root: {"title": title, "lead": lead, "new": to, "name": to},
        onward=to,
        indexed=False,
    )


def _gone(site: Site, one: FormerAddress) -> Draft:
    return Draft(
        address=one.address,
        kind="gone",
        template="gone",
        title=site.plain("gone.title"),
        description=site.say(one.reason, one.reason_en),
        values=partial(_values, site, one),
        indexed=False,
    )


def _values(site: Site, one: FormerAddress, root: str) -> Mapping[str, Any]:
    former = site.catalogue.former
    notes = Notes(site, former.sources if former else ())
    return {
        "day": one.date,
        "reason": site.say(one.reason, one.reason_en),
        "vietnamese": site.foreign and not one.reason_en,
        "notes": notes.cite(one.sources),
        "sources": notes.cited(),
    }
