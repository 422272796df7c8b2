"""Where samples are at home: real communes of the lists, in the forms that real records have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.samples.dice import Dice
from scripts.schema.lists import Communes, EarlierUnits

_Unit = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A place as a record writes it, and the district and province that certify there."""

    fields: Mapping[str, Any]
    district: str | None
    province: str | None


class Places:
    """The communes of the lists, old names and those of today."""

    def __init__(self, communes: Communes, earlier: EarlierUnits) -> None:
        codes: dict[_Unit, set[str]] = defaultdict(set)
        for commune in communes.communes:
            for unit in commune.formed_from:
                codes[unit.name, unit.district, unit.province].add(commune.code)
        # A name that stood for another unit before may mean that one: a person has to choose.
        doubtful = {(one.name, one.district, one.province) for one in earlier.earlier_units}
        self._units = [
            (unit, sorted(found), len(found) == 1 and unit not in doubtful)
            for unit, found in codes.items()
        ]
        self._communes = [(one.name, one.code) for one in communes.communes]
        self._province = communes.province.name.removeprefix("Tỉnh ")

    def draw(self, dice: Dice) -> Home | None:
        """A place, more or less exact; None where nothing is known."""
        way = dice.weighted(_WAYS)
        return way(self, dice) if way else None

    def _former(self, dice: Dice) -> Home:
        """A commune of the old districts, with the commune of today that it went into."""
        (commune, district, province), codes, certain = dice.pick(self._units)
        fields = {"commune": commune, "district": district, "province": province}
        if certain:
            fields |= {"code": codes[0], "code_basis": "derived"}
        elif dice.chance(0.6):
            fields |= {"code": dice.pick(codes), "code_basis": "staff"}
        else:
            fields |= {"code_basis": "unknown"}
        if dice.chance(0.15):
            fields["address"] = f"Xóm Mẫu {dice.number(1, 18)}"
        return Home(fields=fields, district=district, province=province)

    def _today(self, dice: Dice) -> Home:
        """A commune of today."""
        commune, code = dice.pick(self._communes)
        fields = {"commune": commune, "code": code, "code_basis": "staff"}
        return Home(fields=fields | {"province": self._province}, district=None, province=None)

    def _district(self, dice: Dice) -> Home:
        """A district alone."""
        (_, district, province), _, _ = dice.pick(self._units)
        fields = {"district": district, "province": province}
        return Home(fields=fields, district=district, province=province)

    def _old_province(self, dice: Dice) -> Home:
        """One of the old provinces alone."""
        (_, _, province), _, _ = dice.pick(self._units)
        return Home(fields={"province": province}, district=None, province=province)


_WAYS: tuple[tuple[int, Callable[[Places, Dice], Home] | None], ...] = (
    (66, Places._former),
    (8, Places._today),
    (15, Places._district),
    (6, Places._old_province),
    (5, None),
)
