"""What the catalogue speaks of, as frozen values.

`written` holds what people wrote; all the rest is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from scripts import schema
from scripts.model import validity
from scripts.model.area import Location
from scripts.model.validity import Span, Status
from scripts.schema import lists
from scripts.schema import product as product_fields
from scripts.text.dates import format_partial

Level = Literal["district", "province", "ministry"]

# How a household is named that asked not to be.
WITHHELD = {
    "vi": "Hộ kinh doanh (không nêu tên theo đề nghị)",
    "en": "Household business (name withheld on request)",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who certified, under the name of that day."""

    id: str
    name: str
    name_en: str
    level: Level

    def name_in(self, language: str) -> str:
        """The name in "vi" or "en"."""
        return self.name_en if language == "en" else self.name


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
        return self.label_in("vi")

    def label_in(self, language: str) -> str:
        """As `label`, in "vi" or "en"."""
        if self.written.number:
            return self.written.number
        issuer, day = self.issuer.name_in(language), self.written.date
        return f"{issuer}, {format_partial(day, language)}" if day else issuer


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One certification. `start`: possible days of issue; `end`: possible last valid days.

    `months` is the fewest that the law gives for the possible days of the decision.
    """

    written: product_fields.Certificate
    start: Span
    end: Span
    revoked: Span | None
    decision: Decision | None
    inferred: Decision | None
    issuer: Issuer | None
    months: int

    def status(self, today: date) -> Status:
        """What may be said of it on a day; the rule is in `scripts.model.validity`."""
        return validity.status(self.end, self.revoked, today)

    @property
    def series_item(self) -> Mapping[str, Any]:
        """What the browser judges it by: ISO days, for `data-certificates`."""
        return {
            "start": _iso(self.start),
            "end": _iso(self.end),
            "revoked": _iso(self.revoked) if self.revoked else None,
            "stars": self.written.stars,
        }


def _iso(span: Span) -> list[str | None]:
    return [day.isoformat() if day else None for day in (span.first, span.last)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One of the 6 product groups."""

    id: str
    address: str
    written: lists.Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One of the 26 product sets."""

    id: str
    address: str
    written: lists.Leaf
    group: Group


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
        return self.name_in("vi")

    def name_in(self, language: str) -> str:
        """The name that may be printed in "vi" or "en"; legal names are not translated."""
        return WITHHELD[language] if self.written.withheld else self.written.name


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

    @property
    def latest(self) -> Certificate | None:
        """The certificate certainly issued last, whatever its state; None where unsure."""
        return validity.latest(self.certificates)

    @property
    def latest_candidates(self) -> tuple[Certificate, ...]:
        """The certificates that may be the latest; star pages list the product under each."""
        return validity.latest_candidates(self.certificates)

    def current(self, today: date) -> Certificate | None:
        """The latest start that is not revoked; None where the order is unsure."""
        return validity.current(self.certificates, today)

    def status(self, today: date) -> Status:
        """What may be said of the product on a day."""
        return validity.series_status(self.certificates, today)

    def stars_on(self, today: date) -> int | None:
        """The stars that hold on a day; None where none is certain."""
        current = self.current(today)
        in_force = current is not None and current.status(today) in validity.IN_FORCE
        return current.written.stars if current and in_force else None

    def certificate_series(self) -> list[Mapping[str, Any]]:
        """The whole series for the browser, ready for JSON: the value of `data-certificates`."""
        return [certificate.series_item for certificate in self.certificates]
