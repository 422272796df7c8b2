"""Addresses of old: each leads on to where its page is now."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.pages.site import Draft, Site
from scripts.pages.types import Page


def pages(site: Site) -> Iterator[Page]:
    """A page at each former address; robots leave it out."""
    for old, new in site.catalogue.redirects.items():
        yield site.page(_draft(site, old, new))


def _draft(site: Site, old: str, new: str) -> Draft:
    return Draft(
        address=old,
        kind="moved",
        template="moved",
        title=site.plain("moved.title"),
        description=site.plain("moved.title"),
        values=lambda root: {"new": new},
        onward=new,
        indexed=False,
    )
