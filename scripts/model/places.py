"""From the words of a record to the areas it lies in; nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from scripts.model.area import Area, Location
from scripts.model.gazetteer import Gazetteer
from scripts.schema.common import Place

Areas = tuple[Area, ...]


class Places:
    """Locates places; what the same words lead to is found once."""

    def __init__(self, areas: Mapping[str, Area]) -> None:
        self._areas = areas
        self._gazetteer = Gazetteer(areas.values())
        self._found: dict[tuple[str | None, ...], tuple[Areas, Areas, bool]] = {}

    def locate(self, place: Place | None) -> Location | None:
        """The areas of a place; None where no place is written."""
        if place is None:
            return None
        key = place.commune, place.district, place.province, place.code, place.code_basis
        if key not in self._found:
            self._found[key] = self._find(place)
        communes, former, certain = self._found[key]
        return Location(written=place, communes=communes, former=former, certain=certain)

    def _find(self, place: Place) -> tuple[Areas, Areas, bool]:
        units = self._gazetteer.units(place.commune, place.district, place.province)
        communes, certain = self._communes(place, units)
        old = self._as_certified(place, units, communes)
        return communes, _unique(area for unit in old for area in self._history(unit)), certain

    def _communes(self, place: Place, units: Sequence[Area]) -> tuple[Areas, bool]:
        """The communes of today, and whether the one is certain.

        A derived code stands only where the words lead to it and to nothing else, one that staff
        chose always. Without a code the list of earlier names, of lower confidence, does not make
        it certain.
        """
        by_words = _unique(self._areas[id] for unit in units for id in unit.today)
        by_code = self._gazetteer.by_code.get(place.code or "")
        if by_code is None or place.code_basis == "unknown":
            doubtful = place.code_basis == "unknown" or any(unit.earlier for unit in units)
            communes = by_words or ((by_code,) if by_code else ())
            return communes, len(communes) == 1 and not doubtful
        if place.code_basis == "staff" or by_words in ((), (by_code,)):
            return (by_code,), True
        return _unique((*by_words, by_code)), False

    def _as_certified(self, place: Place, units: Sequence[Area], communes: Areas) -> Sequence[Area]:
        """The smallest former unit that is certain: the commune, the district or the province."""
        if len(units) == 1 and units[0].former:
            return units
        by_words = self._gazetteer.district(place.district, place.province)
        return by_words or self._around(communes) or self._gazetteer.province(place.province)

    def _around(self, communes: Areas) -> Sequence[Area]:
        """The one former district, or else the one former province, that held all communes."""
        units = [self._areas[id] for commune in communes for id in commune.predecessors]
        districts = _unique(self._areas[unit.within] for unit in units if unit.within)
        provinces = _unique(self._areas[area.within] for area in districts if area.within)
        return next((found for found in (districts, provinces) if len(found) == 1), ())

    def _history(self, unit: Area) -> list[Area]:
        """A former unit, the former one that it became, and all units around them."""
        became = [self._areas[id] for id in unit.successors if self._areas[id].former]
        steps = [unit, *(became if len(became) == 1 else ())]
        around = [self._areas[step.within] for step in steps if step.within]
        return [*steps, *(area for one in around for area in self._history(one))]


def _unique(areas: Iterable[Area]) -> Areas:
    return tuple({area.id: area for area in areas}.values())
