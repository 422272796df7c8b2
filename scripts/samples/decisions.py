"""Decisions of samples: under numbers that no office gives, by offices that could have decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from scripts.samples.dice import Dice
from scripts.samples.names import Ids
from scripts.samples.places import Home
from scripts.samples.prose import Writer
from scripts.samples.sources import READ, Sources
from scripts.schema.lists import Issuer, LawPeriod

# How often an office that has decided in a year decides once more for the next certificate.
_ANEW = 0.07
_NEVER = date.max.isoformat()
_LEVELS = {3: "three", 4: "four", 5: "five"}


class Draft(NamedTuple):
    """A record as plain values."""

    kind: str
    data: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision: its id, its day, and the office that signed it."""

    id: str
    day: str
    issuer: str


class Decisions:
    """The decisions made so far, by the offices of the list under the rules of their day."""

    def __init__(self, issuers: Sequence[Issuer], law: Sequence[LawPeriod], ids: Ids) -> None:
        self._issuers, self._law, self._ids = issuers, law, ids
        self._made: dict[tuple[str, str, str], list[Decided]] = defaultdict(list)
        self._new: list[Draft] = []
        self._count = 0

    def drafts(self) -> Iterator[Draft]:
        """The decisions made since the last call."""
        yield from self._new
        self._new.clear()

    def decide(self, dice: Dice, stars: int, day: str, home: Home | None) -> Decided | None:
        """A decision on such stars, of the year and the rules of a day; None where no office fits.

        Its own day is another one where the office has decided in that year already.
        """
        issuer = self.issuer(stars, day, home)
        if issuer is None:
            return None
        made = self._made[issuer.id, self._period(day).id, day[:4]]
        if not made or dice.chance(_ANEW):
            made.append(self._write(dice, issuer, day))
            return made[-1]
        return dice.often(made)

    def issuer(self, stars: int, day: str, home: Home | None) -> Issuer | None:
        """The office that gave these stars there on that day; None where nothing tells."""
        level = getattr(self._period(day).levels, _LEVELS[stars])
        fitting = [
            one
            for one in self._issuers
            if one.level == level and day <= (one.until or _NEVER) and _covers(one, day, home)
        ]
        return min(fitting, key=lambda one: one.until or _NEVER, default=None)

    def _period(self, day: str) -> LawPeriod:
        return next(one for one in self._law if one.first <= day <= (one.last or _NEVER))

    def _write(self, dice: Dice, issuer: Issuer, day: str) -> Decided:
        self._count += 1
        number = f"MẪU-{self._count:04d}/QĐ"
        id = self._ids.take("decision", f"qd {self._count:04d} {day[:4]}")
        sources = Sources(dice, id)
        data: dict[str, Any] = {
            "id": id,
            "number": number,
            "date": day,
            "issuer": issuer.id,
            "level": issuer.level,
            "law": self._period(day).id,
            "title": f"Công nhận sản phẩm, đợt mẫu {self._count} (mẫu)",
            "covers": [Writer(dice, sources).passage("decisions", about="award")],
            "reviewed": READ,
        }
        self._new.append(Draft("decision", data | {"sources": sources.written()}))
        return Decided(id=id, day=day, issuer=issuer.id)


def _covers(issuer: Issuer, day: str, home: Home | None) -> bool:
    """Whether a place lies within what the office covered on a day."""
    if issuer.level == "ministry":
        return True
    if issuer.level == "district":
        district = home.district if home else None
        return bool(district) and issuer.name.casefold().endswith(str(district).casefold())
    # The provinces of before were merged into the one that has no end.
    return issuer.until is None or (home is not None and issuer.province == home.province)
