"""The products behind each page of a facet, in one pass."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from scripts.model.entities import Product, Video
from scripts.schema.product import Certificate

KeyT = TypeVar("KeyT", bound=Hashable)
Products = tuple[Product, ...]

STARS = (5, 4, 3)


def index(
    products: Iterable[Product],
    keys_of: Callable[[Product], Iterable[KeyT]],
    known: Iterable[KeyT] = (),
) -> dict[KeyT, Products]:
    """The products under each of their keys, in their order; `known` keys are there also empty."""
    found: dict[KeyT, list[Product]] = {key: [] for key in known}
    for product in products:
        for key in dict.fromkeys(keys_of(product)):
            found.setdefault(key, []).append(product)
    return {key: tuple(listed) for key, listed in found.items()}


def producer(product: Product) -> list[str]:
    """Its producer, where known."""
    return [product.producer.id] if product.producer else []


def leaf(product: Product) -> list[str]:
    """Its product set, where known."""
    return [product.leaf.id] if product.leaf else []


def group(product: Product) -> list[str]:
    """Its group, where known."""
    return [product.leaf.group.id] if product.leaf else []


def area(product: Product) -> list[str]:
    """Every commune of today that it may lie in, and the former units as certified."""
    where = product.location
    return [area.id for area in (*where.communes, *where.former)] if where else []


def craft(product: Product) -> list[str]:
    """The craft village or indication that it comes from."""
    return [product.craft.id] if product.craft else []


def star(product: Product) -> list[int]:
    """The stars of its latest known certificate, or of each that may be the latest."""
    stars = (certificate.written.stars for certificate in product.latest_candidates)
    return [count for count in stars if count]


def decision(product: Product) -> list[str]:
    """The decisions that certified it or revoked a certificate of it; never inferred ones."""
    return [id for one in product.written.certificates for id in _decisions(one)]


def _decisions(written: Certificate) -> list[str]:
    revoking = written.revoked.decision if written.revoked else None
    return [id for id in (written.decision, revoking) if id]


def year(product: Product) -> list[int]:
    """The years in which it was certified, where a certificate's year is known."""
    spans = (certificate.start for certificate in product.certificates)
    return [
        span.first.year
        for span in spans
        if span.first and span.last and span.first.year == span.last.year
    ]


def shops(products: Iterable[Product], carried: Mapping[str, Iterable[str]]) -> dict[str, Products]:
    """The products of each shop: those it is known to carry and those that name it."""
    named: dict[str, list[str]] = {}
    for shop, ids in carried.items():
        for id in ids:
            named.setdefault(id, []).append(shop)

    def shops_of(product: Product) -> list[str]:
        outlets = [outlet.shop for outlet in product.written.where_to_buy if outlet.shop]
        return [*named.get(product.id, ()), *outlets]

    return index(products, shops_of, carried)


def videos_of(videos: Iterable[Video]) -> dict[str, tuple[Video, ...]]:
    """The videos with a chapter about a product, by the product's id."""
    found: dict[str, dict[str, Video]] = {}
    for video in videos:
        for chapter in video.written.chapters:
            if chapter.product:
                found.setdefault(chapter.product, {})[video.id] = video
    return {id: tuple(listed.values()) for id, listed in found.items()}
