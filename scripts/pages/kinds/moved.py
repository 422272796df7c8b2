"""Addresses that lead on: old ids, records merged into others, bar codes (GS1 Digital Link)."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.model.types import Decision, Producer, Redirect, Video
from scripts.pages.site import Draft, Site
from scripts.pages.types import Page


def pages(site: Site) -> Iterator[Page]:
    """A page at each such address; robots leave it out."""
    for address, redirect in site.catalogue.redirects.items():
        yield site.page(_draft(site, address, redirect))


def _draft(site: Site, address: str, redirect: Redirect) -> Draft:
    new, why = redirect.target.address, redirect.why
    title = site.plain(f"moved.{why}.title", code=redirect.word)
    lead, name = site.plain(f"moved.{why}.lead"), _name(site, redirect)
    return Draft(
        address=address,
        kind="moved",
        template="moved",
        title=title,
        description=f"{lead} {name}",
        values=lambda root: {"title": title, "lead": lead, "new": new, "name": name},
        onward=new,
        indexed=False,
    )


def _name(site: Site, redirect: Redirect) -> str:
    """What may be printed of the record that an address leads to."""
    target = redirect.target
    if isinstance(target, Producer):
        return target.name_in(site.language)
    if isinstance(target, Decision):
        return target.label_in(site.language)
    return target.written.title if isinstance(target, Video) else target.written.name
