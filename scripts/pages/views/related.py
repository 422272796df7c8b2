"""Other products beside a product: of its maker, of its kind, of its area; never many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.model.types import Area, Product
from scripts.pages.site import Site

MOST_OF_MAKER = 8
MOST_ALIKE = 4
MOST_NEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The neighbours of a product. `of_maker` counts this product too."""

    by_maker: tuple[Product, ...]
    of_maker: int
    alike: tuple[Product, ...]
    near: tuple[Product, ...]
    area: Area | None


def related(site: Site, product: Product) -> Related:
    """What to show beside a product; nothing is shown twice."""
    catalogue = site.catalogue
    own = catalogue.by_producer.get(product.producer.id, ()) if product.producer else ()
    by_maker = _next(site, "maker", own, product, MOST_OF_MAKER)
    shown = {product.id, *(each.id for each in by_maker)}
    leaf = product.leaf
    kind = catalogue.by_leaf.get(leaf.id, ()) if leaf else ()
    alike = _next(site, "leaf", kind, product, MOST_ALIKE, shown)
    shown |= {each.id for each in alike}
    area = _area(product)
    here = catalogue.by_area.get(area.id, ()) if area else ()
    near = _next(site, "area", here, product, MOST_NEAR, shown)
    return Related(by_maker=by_maker, of_maker=len(own), alike=alike, near=near, area=area)


def _area(product: Product) -> Area | None:
    location = product.location
    if location is None:
        return None
    areas = (*location.communes, *location.former)
    return areas[0] if areas else None


def _next(
    site: Site,
    index: str,
    products: Sequence[Product],
    product: Product,
    most: int,
    without: set[str] | None = None,
) -> tuple[Product, ...]:
    """The products that follow in the list, from its beginning after its end.

    So every product of a long list is a neighbour of some, and no list is searched.
    """
    skipped = without or {product.id}
    place = _places(site, index, products).get(product.id, -1)
    found: list[Product] = []
    for step in range(1, min(len(products), most + len(skipped) + 1)):
        each = products[(place + step) % len(products)]
        if each.id not in skipped and len(found) < most:
            found.append(each)
    return tuple(found)


def _places(site: Site, index: str, products: Sequence[Product]) -> Mapping[str, int]:
    """Where each product stands in a list, worked out once for each list."""
    places: dict[tuple[str, int], Mapping[str, int]] = site.memory.setdefault("places", {})
    key = index, id(products)
    if key not in places:
        places[key] = {each.id: place for place, each in enumerate(products)}
    return places[key]
