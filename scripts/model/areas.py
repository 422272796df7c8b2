"""The communes of today and all former units, linked both ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scripts.model import addresses
from scripts.model.area import Area
from scripts.model.units import Unit, Words, former_units, ids_of
from scripts.schema.lists import Communes, EarlierUnits
from scripts.text.order import vietnamese_key

Units = Mapping[Words, Unit]
Ids = Mapping[Words, str]


def build(communes: Communes, earlier: EarlierUnits) -> dict[str, Area]:
    """Every area by its id: communes of today, then provinces, districts and communes of old.

    Each kind, and each list of ids in an area, is in the Vietnamese order of the bare names.
    """
    units = former_units(communes, earlier)
    ids = ids_of(units, (commune.id for commune in communes.communes))
    kinds = [
        _today(communes),
        _provinces(units, ids),
        _districts(units, ids),
        [_former(unit, ids) for unit in units.values()],
    ]
    areas = [area for kind in kinds for area in sorted(kind, key=_by_name)]
    before = _predecessors(areas)
    rank = {area.id: place for place, area in enumerate(areas)}

    def ordered(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(ids, key=rank.__getitem__))

    return {
        area.id: replace(
            area,
            predecessors=before.get(area.id, ()),
            successors=ordered(area.successors),
            today=ordered(area.today),
            parts=ordered(area.parts),
        )
        for area in areas
    }


def _by_name(area: Area) -> tuple[object, ...]:
    return vietnamese_key(area.bare), vietnamese_key(area.label_long)


def _predecessors(areas: Iterable[Area]) -> dict[str, tuple[str, ...]]:
    before: dict[str, tuple[str, ...]] = {}
    for area in areas:
        for successor in area.successors:
            before[successor] = (*before.get(successor, ()), area.id)
    return before


def _today(communes: Communes) -> list[Area]:
    return [
        Area(
            id=commune.id,
            address=addresses.area(commune.id),
            kind="commune",
            name=commune.name,
            code=commune.code,
            district=None,
            province=communes.province.name.removeprefix("Tỉnh "),
            today=(commune.id,),
        )
        for commune in communes.communes
    ]


def _former(unit: Unit, ids: Ids) -> Area:
    followed_by = ids.get(unit.followed_by) if unit.followed_by else None
    return Area(
        id=ids[unit.words],
        address=addresses.area(ids[unit.words]),
        kind="former-commune",
        name=unit.words[0],
        code=unit.code,
        district=unit.words[1],
        province=unit.words[2],
        successors=(followed_by,) if followed_by else unit.today,
        earlier=unit.earlier,
        today=unit.today,
        within=ids[unit.words[1:]],
    )


def _districts(units: Units, ids: Ids) -> list[Area]:
    members = _grouped(units, 1)
    return [
        Area(
            id=ids[words],
            address=addresses.area(ids[words]),
            kind="former-district",
            name=words[0],
            code=None,
            district=words[0],
            province=words[1],
            successors=_followers(words, units_in, ids),
            earlier=all(unit.earlier for unit in units_in),
            today=_unique(id for unit in units_in for id in unit.today),
            within=ids[words[1:]],
            parts=tuple(ids[unit.words] for unit in units_in),
        )
        for words, units_in in members.items()
    ]


def _followers(words: Words, units: Iterable[Unit], ids: Ids) -> tuple[str, ...]:
    """The districts that took over the units of a district that was gone before 30 June 2025."""
    districts = [unit.followed_by[1:] if unit.followed_by else words for unit in units]
    return () if words in districts else _unique(ids[d] for d in districts if d in ids)


def _provinces(units: Units, ids: Ids) -> list[Area]:
    return [
        Area(
            id=ids[words],
            address=addresses.area(ids[words]),
            kind="former-province",
            name=f"Tỉnh {words[0]}",
            code=None,
            district=None,
            province=words[0],
            today=_unique(id for unit in units_in for id in unit.today),
            parts=_unique(ids[unit.words[1:]] for unit in units_in),
        )
        for words, units_in in _grouped(units, 2).items()
    ]


def _grouped(units: Units, level: int) -> dict[Words, list[Unit]]:
    members: dict[Words, list[Unit]] = {}
    for unit in units.values():
        members.setdefault(unit.words[level:], []).append(unit)
    return members


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
