"""Names of communes, of today and before, and the communes of today that they mean."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from scripts.checks.nearest import Vocabulary
from scripts.schema.common import Place
from scripts.schema.lists import Communes, EarlierUnits

Age = Literal["now", "former", "earlier"]

_COMMUNE_TYPES = ("thị trấn", "phường", "xã")
_DISTRICT_TYPES = ("thành phố", "thị xã", "huyện", "quận", "tp.", "tp", "tx.", "tx")
_PROVINCE_TYPES = ("tỉnh", "thành phố")


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune under one of its names; `codes` are the communes of today that it went into."""

    name: str
    district: str | None
    province: str
    codes: frozenset[str]
    age: Age

    @property
    def full(self) -> str:
        """The name with its district and province, for a sentence."""
        return ", ".join(filter(None, (self.name, self.district, self.province)))


@lru_cache(maxsize=65536)
def same(text: str) -> str:
    """A key that agrees only for the same letters and tones, wherever a tone is placed (Hoà, Hòa).

    For each word: its letters without marks but with đ, and its marks in order.
    """
    words = unicodedata.normalize("NFD", text.casefold()).replace("-", " ").split()
    return " ".join(
        "".join(c for c in word if not unicodedata.combining(c))
        + "".join(sorted(c for c in word if unicodedata.combining(c)))
        for word in words
    )


def split_type(text: str, types: tuple[str, ...]) -> tuple[str, str]:
    """The type of a place ("" where none is written) and its bare name, as keys of `same`."""
    key = same(text)
    for one in types:
        prefix = same(one) + " "
        if key.startswith(prefix):
            return prefix.strip(), key.removeprefix(prefix)
    return "", key


def _bare(text: str, types: tuple[str, ...]) -> str:
    return split_type(text, types)[1]


class Places:
    """Every name by which a commune may stand on a certificate."""

    def __init__(self, communes: Communes, earlier: EarlierUnits) -> None:
        units = [*_today(communes), *_former(communes), *_earlier(earlier)]
        self.codes = {commune.code: commune.name for commune in communes.communes}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self._by_name[_bare(unit.name, _COMMUNE_TYPES)].append(unit)
        self._by_district: dict[str, set[str]] = defaultdict(set)
        for unit in units:
            if unit.district:
                self._by_district[_bare(unit.district, _DISTRICT_TYPES)].add(unit.province)
        self._provinces = {_bare(unit.province, _PROVINCE_TYPES) for unit in units}
        self._in_district: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            self._in_district[_bare(unit.district or "", _DISTRICT_TYPES)].append(unit)
        self._communes = Vocabulary({unit.full for unit in units})
        self._districts = Vocabulary({unit.district for unit in units if unit.district})
        self.provinces = sorted({unit.province for unit in units if unit.district})

    def units(self, place: Place) -> list[Unit]:
        """The communes that the words of a place may mean; none where no commune is written."""
        if not place.commune:
            return []
        kind, name = split_type(place.commune, _COMMUNE_TYPES)
        found = [unit for unit in self._by_name.get(name, []) if _typed(unit, kind)]
        if place.district:
            found = _in_district(found, place.district)
        if place.province:
            province = _bare(place.province, _PROVINCE_TYPES)
            found = [one for one in found if _bare(one.province, _PROVINCE_TYPES) == province]
        return found

    def nearest(self, place: Place) -> str | None:
        """The known commune most like the words of a place, with its district and province."""
        name = _bare(place.commune or "", _COMMUNE_TYPES)
        elsewhere = self._by_name.get(name)
        if elsewhere:
            return elsewhere[0].full
        near = self._in_district.get(_bare(place.district or "", _DISTRICT_TYPES), [])
        found = Vocabulary(unit.name for unit in near).nearest(place.commune or "")
        words = ", ".join(filter(None, (place.commune, place.district, place.province)))
        full = (unit.full for unit in near if unit.name == found)
        return next(full, None) or self._communes.nearest(words)

    def has_district(self, district: str) -> bool:
        """Whether a district of that name is in the lists."""
        return _bare(district, _DISTRICT_TYPES) in self._by_district

    def nearest_district(self, district: str) -> str | None:
        """The known district most like what was written."""
        return self._districts.nearest(district)

    def has_province(self, province: str) -> bool:
        """Whether the province is that of today or one of those it was formed from."""
        return _bare(province, _PROVINCE_TYPES) in self._provinces


def _typed(unit: Unit, kind: str) -> bool:
    return not kind or split_type(unit.name, _COMMUNE_TYPES)[0] == kind


def _in_district(units: list[Unit], district: str) -> list[Unit]:
    """The units of that district; of "huyện X" and "thị xã X" the one that is written."""
    kind, name = split_type(district, _DISTRICT_TYPES)
    districts = [(unit, split_type(unit.district or "", _DISTRICT_TYPES)) for unit in units]
    named = [(unit, found) for unit, (found, bare) in districts if bare == name]
    return [unit for unit, found in named if found == kind] or [unit for unit, _ in named]


def _today(communes: Communes) -> Iterator[Unit]:
    for commune in communes.communes:
        for name in filter(None, {commune.name, commune.nso_name}):
            codes = frozenset({commune.code})
            yield Unit(name, None, communes.province.name, codes, "now")


def _former(communes: Communes) -> Iterator[Unit]:
    codes: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for commune in communes.communes:
        for unit in commune.formed_from:
            codes[unit.name, unit.district, unit.province].add(commune.code)
    for (name, district, province), found in codes.items():
        yield Unit(name, district, province, frozenset(found), "former")


def _earlier(earlier: EarlierUnits) -> Iterator[Unit]:
    for unit in earlier.earlier_units:
        yield Unit(unit.name, unit.district, unit.province, frozenset(unit.now), "earlier")


def codes_of(units: list[Unit]) -> frozenset[str]:
    """All communes of today that the units went into."""
    return frozenset(code for unit in units for code in unit.codes)
