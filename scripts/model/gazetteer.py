"""Finds units by their words: exact spelling first, then without marks, then without types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.model.area import Area, AreaKind
from scripts.model.spelling import Spelling, bare, exact, typed

Index = tuple[Spelling, dict[tuple[str, ...], list[Area]]]


class Gazetteer:
    """Indexes over all areas, made once; a look-up is a few dictionary look-ups."""

    def __init__(self, areas: Iterable[Area]) -> None:
        kinds: dict[AreaKind, list[Area]] = {}
        for area in areas:
            kinds.setdefault(area.kind, []).append(area)
        today, former = kinds.get("commune", []), kinds.get("former-commune", [])
        self.by_code = {area.code: area for area in today if area.code}
        self._home = {bare(area.province or "") for area in today}
        self._provinces = {bare(area.name): area for area in kinds.get("former-province", [])}
        self._in_district = _younger_first(former, with_district=True)
        self._districts = _younger_first(kinds.get("former-district", []), with_district=False)
        self._alone = [_index([*today, *former], spell, False) for spell in (exact, typed, bare)]

    def units(
        self, commune: str | None, district: str | None, province: str | None
    ) -> Sequence[Area]:
        """The communes that the words may mean; several where names are alike.

        With a district the unit is a former one; without, it may be of today or of old.
        """
        if commune is None:
            return ()
        if district is None:
            return _search(self._alone, (commune,), province)
        return self._former(self._in_district, (commune, district), province)

    def district(self, district: str | None, province: str | None) -> Sequence[Area]:
        """The one former district of that name; none where there are several or none."""
        found = self._former(self._districts, (district,), province) if district else ()
        return found if len(found) == 1 else ()

    def province(self, province: str | None) -> Sequence[Area]:
        """The former province, unless its name is also that of today's."""
        name = bare(province or "")
        return () if name in self._home or name not in self._provinces else [self._provinces[name]]

    def _former(
        self, indexes: Sequence[Index], words: tuple[str, ...], province: str | None
    ) -> Sequence[Area]:
        """Units of old; today's province may stand beside a district of one merged into it."""
        merged = province is not None and bare(province) in self._home
        return _search(indexes, words, province) or (
            _search(indexes, words, None) if merged else ()
        )


def _search(
    indexes: Sequence[Index], words: tuple[str, ...], province: str | None
) -> Sequence[Area]:
    """What the first spelling that finds anything finds, in the province where one is written."""
    wanted = province and bare(province)
    for spell, index in indexes:
        found = index.get(tuple(map(spell, words)), ())
        inside = [area for area in found if wanted in (None, bare(area.province or ""))]
        if inside:
            return inside
    return ()


def _younger_first(areas: Sequence[Area], with_district: bool) -> list[Index]:
    """Indexes in the order of trust: units of 30 June 2025 before earlier ones, types kept."""
    younger = [area for area in areas if not area.earlier]
    older = [area for area in areas if area.earlier]
    return [
        _index(batch, spell, with_district)
        for spells in ((exact, typed), (bare,))
        for batch in (younger, older)
        for spell in spells
    ]


def _index(areas: Iterable[Area], spell: Spelling, with_district: bool) -> Index:
    index: dict[tuple[str, ...], list[Area]] = {}
    for area in areas:
        words = (area.name, area.district or "") if with_district else (area.name,)
        index.setdefault(tuple(map(spell, words)), []).append(area)
    return spell, index
