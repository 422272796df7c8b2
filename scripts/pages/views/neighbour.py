"""A product in one row: beside another product, where a card would say too much."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.types import Product
from scripts.pages.site import Site
from scripts.pages.views import certificate


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """Its name, its page, its stars in words that are true on any day."""

    name: str
    address: str
    rank: Markup
    maker: str | None


def row(site: Site, product: Product, *, maker: bool = True) -> Neighbour:
    """The row of a product; without its maker where all rows have the same."""
    named = product.producer.name if maker and product.producer else None
    return Neighbour(
        name=product.name,
        address=product.address,
        rank=certificate.standing(site, product).rank.plain,
        maker=named,
    )
