"""Counts that depend on the day, always printed with that day."""

from __future__ import annotations

from markupsafe import Markup

from scripts.model.types import Product
from scripts.pages.site import Site


def valid_line(site: Site, products: tuple[Product, ...]) -> Markup:
    """How many of the products hold a valid certificate, in words, with the day."""
    return site.t("count.valid", n=site.catalogue.in_force(products), date=site.as_of)
