"""Places with a page of their own, and where a record lies, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scripts.schema import common

AreaKind = Literal["commune", "former-commune", "former-district", "former-province"]

UNITS = {
    "Thành phố": "city",
    "Thị xã": "town",
    "Thị trấn": "township",
    "Phường": "ward",
    "Huyện": "district",
    "Tỉnh": "province",
    "Xã": "commune",
}


def split_type(name: str) -> tuple[str, str]:
    """The type of a unit and its name without it: ("Thị xã", "Duy Tiên"), ("", "Hà Nam")."""
    word = next((word for word in UNITS if name.startswith(f"{word} ")), "")
    return word, name[len(word) :].lstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A page-worthy place: a commune of today, or a former commune, district or province.

    `earlier` units were gone before 30 June 2025. `successors` and `predecessors` are the ids of
    the next and the last step of a unit's history, each way; `today` of the communes in which
    the unit lies now; `within` of the district or province around a former unit, and `parts` of
    the units it was made of.
    """

    id: str
    address: str
    kind: AreaKind
    name: str
    code: str | None
    district: str | None
    province: str | None
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    earlier: bool = False
    today: tuple[str, ...] = ()
    within: str | None = None
    parts: tuple[str, ...] = ()

    @property
    def former(self) -> bool:
        """Whether the unit is no more."""
        return self.kind != "commune"

    @property
    def label(self) -> str:
        """The name with its type, and “(cũ)” behind a former one: "Xã Nghĩa Bình (cũ)"."""
        return f"{self.name} (cũ)" if self.former else self.name

    @property
    def label_long(self) -> str:
        """The label with the district, for lists where names repeat."""
        if self.kind != "former-commune" or not self.district:
            return self.label
        return f"{self.name}, {self.district[0].lower()}{self.district[1:]} (cũ)"

    @property
    def unit(self) -> str:
        """The kind of unit in English: ward, commune, township, town, city, district, province."""
        return UNITS.get(split_type(self.name)[0], "")

    @property
    def bare(self) -> str:
        """The name without its type: "Nghĩa Bình"."""
        return split_type(self.name)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a product or producer is: the words of the certificate, and the areas they belong to.

    `communes` are today's: one where it is known, several where a unit was split and nobody
    chose, none where the place is not known so closely. `former` begins with the place as
    certified. `certain` tells whether the one commune is known.
    """

    written: common.Place
    communes: tuple[Area, ...]
    former: tuple[Area, ...]
    certain: bool
