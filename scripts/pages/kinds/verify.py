"""Checking a certificate: the field that finds it, and how to read what is found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import (
    A_TO_Z,
    ABOUT,
    CATALOGUE,
    CONTACT,
    DECISIONS,
    PLACES,
    PRODUCERS,
    VERIFY,
)
from scripts.pages.site import Draft, Site
from scripts.pages.types import Page

LISTS = {"a-z": A_TO_Z, "makers": PRODUCERS, "places": PLACES, "decisions": DECISIONS}


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield site.page(
        Draft(
            address=VERIFY,
            kind="verify",
            template="verify",
            title=site.plain("verify.title"),
            description=site.plain("verify.description"),
            values=partial(_values, site),
        )
    )


def _values(site: Site, root: str) -> Mapping[str, Any]:
    return {
        "examples": _examples(site),
        "catalogue": CATALOGUE,
        "lists": list(LISTS.items()),
        "total": len(site.catalogue.products),
        "addresses": {
            "a_to_z": A_TO_Z,
            "decisions": DECISIONS,
            "about": ABOUT if ABOUT in site.written_pages else None,
            "contact": CONTACT if CONTACT in site.written_pages else None,
        },
    }


def _examples(site: Site) -> list[tuple[str, bool]]:
    """One thing to type of each sort that the catalogue holds: a name, a number, a bar code."""
    products = site.catalogue.products
    names = [product.name for product in products if product.latest and " " in product.name]
    numbers = [one.written.number for one in site.catalogue.decisions.values()]
    packs = [
        pack.gtin
        for product in products
        if (trade := product.written.trade)
        for pack in trade.packs
    ]
    found = [(next(iter(names), None), site.foreign)]
    found += [
        (next(filter(None, numbers), None), site.foreign),
        (next(filter(None, packs), None), False),
    ]
    return [(text, vietnamese) for text, vietnamese in found if text]
