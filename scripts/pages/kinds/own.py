"""The pages of what a visitor chooses: my list and the comparison; scripts fill them."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.model.addresses import CATALOGUE, COMPARE, MY_LIST
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page

KINDS = {"mine": MY_LIST, "compare": COMPARE}


def pages(site: Site) -> Iterator[Page]:
    """The two pages; what is on them is known to the visitor's browser alone."""
    for kind, address in KINDS.items():
        yield site.page(_draft(site, kind, address))


def _draft(site: Site, kind: str, address: str) -> Draft:
    return Draft(
        address=address,
        kind=kind,
        template="own",
        title=site.plain(f"{kind}.title"),
        description=site.plain(f"{kind}.description"),
        crumbs=(Crumb(label=site.plain("nav.products"), address=CATALOGUE),),
        values=lambda root: {"kind": kind},
        # Without the visitor's choice there is nothing to find on them.
        indexed=False,
    )
