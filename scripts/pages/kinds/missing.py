"""The page for an address that does not exist: it helps to find what was meant."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.model.addresses import A_TO_Z, CATALOGUE, CONTACT, HOME, NOT_FOUND, PLACES
from scripts.pages.site import Draft, Site
from scripts.pages.types import Page


def pages(site: Site) -> Iterator[Page]:
    """The error page of a language; robots leave it out."""
    yield site.page(
        Draft(
            address=NOT_FOUND,
            kind="missing",
            template="missing",
            title=site.plain("missing.title"),
            description=site.plain("missing.lead"),
            values=lambda root: {
                "catalogue": CATALOGUE,
                "doors": [
                    (site.t("nav.products"), CATALOGUE),
                    (site.t("az.title"), A_TO_Z),
                    (site.t("places.title"), PLACES),
                    (site.t("missing.home"), HOME),
                ],
                "contact": CONTACT if CONTACT in site.written_pages else None,
            },
            indexed=False,
        )
    )
