"""The card of a product: rendered once in a language, then only its links are set."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.types import Product
from scripts.pages.site import Site
from scripts.pages.views import certificate, place, plate

# Stands for the path to the root in a remembered card. Random, so that no record can hold it.
_ROOT = f"{secrets.token_hex(16)}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A product as lists show it."""

    name: str
    address: str
    standing: certificate.Standing
    plate: plate.Plate
    maker: str | None
    place: str | None
    withdrawn: bool


def card(site: Site, product: Product) -> Card:
    """The values of a product's card."""
    maker = product.producer
    return Card(
        name=product.name,
        address=product.address,
        standing=certificate.standing(site, product),
        plate=plate.of_product(site, product),
        maker=maker.name if maker else None,
        place=place.line(site, product.location),
        withdrawn=product.written.withdrawn is not None,
    )


def cards(site: Site, products: Iterable[Product], root: str) -> Markup:
    """The cards of products, their headings <h3>, for a page whose root is `root`."""
    made = "\n".join(_remembered(site, product) for product in products)
    return Markup(made.replace(_ROOT, root))


def _remembered(site: Site, product: Product) -> str:
    """The card without its root; every product stands in about eight lists, far apart."""
    memory: dict[str, str] = site.memory.setdefault("cards", {})
    found = memory.get(product.id)
    if found is None:
        found = memory[product.id] = str(site.part("card", _ROOT, card=card(site, product)))
    return found
