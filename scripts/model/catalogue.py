"""The whole catalogue as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scripts.model.area import Area
from scripts.model.entities import (
    Craft,
    Decision,
    Group,
    Issuer,
    Leaf,
    Producer,
    Product,
    Shop,
    Video,
)
from scripts.model.redirects import Redirect
from scripts.model.validity import IN_FORCE, Status
from scripts.schema import lists

Products = tuple[Product, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything, with indexes made once so that no page searches a list. Keys are ids.

    All tuples and mappings are in the order pages show them (Vietnamese order of names; decisions
    and videos newest first). Every index has a key for each page of its kind, also where no
    product belongs to it; `by_year` has the years that occur. `withdrawn` products are in no
    index and no list: only their own page is left. `states` is what may be said of each product
    on `today`; `redirects` has the addresses that lead on to a record's page,
    `former` those that are gone and no record answers for.
    """

    today: date
    products: Products
    producers: Mapping[str, Producer]
    decisions: Mapping[str, Decision]
    crafts: Mapping[str, Craft]
    shops: Mapping[str, Shop]
    videos: Mapping[str, Video]
    groups: tuple[Group, ...]
    leaves: Mapping[str, Leaf]
    areas: Mapping[str, Area]
    issuers: Mapping[str, Issuer]
    law: lists.Law
    programme: lists.Programme
    synonyms: lists.Synonyms
    publisher: lists.Publisher
    by_producer: Mapping[str, Products]
    by_leaf: Mapping[str, Products]
    by_group: Mapping[str, Products]
    by_area: Mapping[str, Products]
    by_decision: Mapping[str, Products]
    by_star: Mapping[int, Products]
    by_craft: Mapping[str, Products]
    by_year: Mapping[int, Products]
    by_shop: Mapping[str, Products] = field(default_factory=dict)
    videos_of: Mapping[str, tuple[Video, ...]] = field(default_factory=dict)
    withdrawn: Products = ()
    states: Mapping[str, Status] = field(default_factory=dict)
    former: lists.FormerAddresses | None = None
    redirects: Mapping[str, Redirect] = field(default_factory=dict)
    by_id: Mapping[str, Product] = field(default_factory=dict, repr=False)

    def product(self, id: str) -> Product:
        """The product of that id, withdrawn or not; KeyError where there is none."""
        return self.by_id[id]

    def in_force(self, products: Products) -> int:
        """How many of the products hold a valid certificate on the catalogue's day."""
        return sum(self.states[product.id] in IN_FORCE for product in products)
