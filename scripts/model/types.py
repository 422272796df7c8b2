"""The catalogue as frozen values. `written` holds what people wrote; all the rest is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal

from scripts import schema
from scripts.schema import common, lists
from scripts.schema import product as product_fields

Level = Literal["district", "province", "ministry"]


class Status(Enum):
    """What may be said of a certificate on a day."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A day that lies between two days, both included; None is an unknown bound."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who certified, under the name of that day."""

    id: str
    name: str
    name_en: str
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision, with its address."""

    id: str
    address: str
    path: str
    written: schema.Decision
    issuer: Issuer

    @property
    def label(self) -> str:
        """Its number, or who and when where the number is not published."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One certification. `start`: possible days of issue; `end`: possible last valid days."""

    written: product_fields.Certificate
    start: Span
    end: Span
    revoked: Span | None
    decision: Decision | None
    inferred: Decision | None
    issuer: Issuer | None
    months: int

    def status(self, today: date) -> Status:
        """DESIGN of validity: see `scripts.model.validity`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One of the 26 product sets."""

    id: str
    address: str
    written: lists.Leaf
    group: Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One of the 6 product groups."""

    id: str
    address: str
    written: lists.Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A page-worthy place: a commune of today, or a former commune, district or province."""

    id: str
    address: str
    kind: Literal["commune", "former-commune", "former-district", "former-province"]
    name: str
    code: str | None
    district: str | None
    province: str | None
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    earlier: bool = False

    @property
    def label(self) -> str:
        """The name with its type, and “(cũ)” behind a former one."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a product or producer is: the words of the certificate, and the areas they belong to.

    `communes` are today's: one where it is known, several where a unit was split and nobody chose.
    """

    written: common.Place
    communes: tuple[Area, ...]
    former: tuple[Area, ...]
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Producer:
    """A producer (chủ thể)."""

    id: str
    address: str
    path: str
    written: schema.Producer
    location: Location | None

    @property
    def name(self) -> str:
        """The name that may be printed."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Craft:
    """A craft village, geographical indication or collective mark."""

    id: str
    address: str
    path: str
    written: schema.Craft
    location: Location | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """A point of sale."""

    id: str
    address: str
    path: str
    written: schema.Shop
    location: Location | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Video:
    """A film or report."""

    id: str
    address: str
    path: str
    written: schema.Video


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product with its series of certificates, the latest start first."""

    id: str
    address: str
    path: str
    written: schema.Product
    producer: Producer | None
    leaf: Leaf | None
    location: Location | None
    craft: Craft | None
    certificates: tuple[Certificate, ...]

    @property
    def name(self) -> str:
        """The published name."""
        return self.written.name

    def current(self, today: date) -> Certificate | None:
        """The latest start that is not revoked; None where the order is unsure."""
        raise NotImplementedError

    @property
    def latest(self) -> Certificate | None:
        """The latest known certificate, whatever its state; lists and filters count its stars."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything, with indexes made once so that no page searches a list. Keys are ids.

    All tuples are in the order pages show them (Vietnamese order of names; decisions newest first).
    """

    today: date
    products: tuple[Product, ...]
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
    by_producer: Mapping[str, tuple[Product, ...]]
    by_leaf: Mapping[str, tuple[Product, ...]]
    by_group: Mapping[str, tuple[Product, ...]]
    by_area: Mapping[str, tuple[Product, ...]]
    by_decision: Mapping[str, tuple[Product, ...]]
    by_star: Mapping[int, tuple[Product, ...]]
    by_craft: Mapping[str, tuple[Product, ...]]
    by_year: Mapping[int, tuple[Product, ...]]

    def product(self, id: str) -> Product:
        """The product of that id; KeyError where there is none."""
        raise NotImplementedError
