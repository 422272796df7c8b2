"""The former communes of the lists, what became of each, and an id for every former unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.model import addresses
from scripts.model.area import split_type
from scripts.schema.lists import Communes, EarlierUnits
from scripts.text.slug import slug

Words = tuple[str, ...]
"""How a unit is written: (name, district, province), (district, province) or (province,)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A former commune: its code of then, the communes of today, and the unit that followed it.

    `followed_by` is None for a unit of 30 June 2025: it went straight into communes of today.
    """

    words: Words
    code: str
    today: tuple[str, ...]
    followed_by: Words | None = None

    @property
    def earlier(self) -> bool:
        """Whether the unit was gone before 30 June 2025."""
        return self.followed_by is not None


def former_units(communes: Communes, earlier: EarlierUnits) -> dict[Words, Unit]:
    """All former communes by their words; first those of 30 June 2025, which win over earlier."""
    names = {commune.code: commune.id for commune in communes.communes}
    units: dict[Words, Unit] = {}
    for commune in communes.communes:
        for part in commune.formed_from:
            words = part.name, part.district, part.province
            before = units[words].today if words in units else ()
            units[words] = Unit(words=words, code=part.former_code, today=(*before, commune.id))
    for one in earlier.earlier_units:
        words = one.name, one.district, one.province
        unit = Unit(
            words=words,
            code=one.former_code,
            today=tuple(names[code] for code in one.now),
            followed_by=(one.successor.name, one.successor.district, one.province),
        )
        units.setdefault(words, unit)
    return units


def ids_of(units: Mapping[Words, Unit], taken: Iterable[str]) -> dict[Words, str]:
    """An id for each former commune, district and province; those of 2025 choose first."""
    used = set(taken)
    ids: dict[Words, str] = {}
    for earlier in (False, True):
        batch = [unit for unit in units.values() if unit.earlier is earlier]
        for offers in (_provinces(batch), _districts(batch), _communes(batch)):
            fresh = {words: wanted for words, wanted in offers.items() if words not in ids}
            ids.update(zip(fresh, addresses.distinct(list(fresh.values()), used), strict=True))
    return ids


def _provinces(units: Iterable[Unit]) -> dict[Words, list[str]]:
    return {unit.words[2:]: [_old(f"Tỉnh {unit.words[2]}")] for unit in units}


def _districts(units: Iterable[Unit]) -> dict[Words, list[str]]:
    return {unit.words[1:]: [_old(unit.words[1]), _old(*unit.words[1:])] for unit in units}


def _communes(units: Iterable[Unit]) -> dict[Words, list[str]]:
    """xa-nghia-binh-nghia-hung-cu; with the district's type or today's communes where needed."""
    return {
        unit.words: [
            short := _old(unit.words[0], split_type(unit.words[1])[1]),
            _old(*unit.words[:2]),
            f"{short}-nay-{'-'.join(unit.today)}",
        ]
        for unit in units
    }


def _old(*words: str) -> str:
    return slug(" ".join((*words, "cũ")), limit=200)
