"""Places of rows as they are published: without what a former place tells of itself.

A former commune stands for the commune of today, itself, its district and its province; a former
district for itself and its province; any other place for itself. A list of places is written with
numbers from 1, counted from the first row of a kind of places; behind a 0, one stands for itself
alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from scripts.text.search_index import FIRST_SET, SAME_AS_PRODUCER

ALONE = 0

Lists = list[list[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """`around`: the places of each row from the first place on, plain in a kind of places.

    `near`: for each row before: 0 for none, 1 for those of its producer, from 2 on a place or,
    behind all rows, one of `lists`.
    """

    around: Lists
    near: list[int]
    lists: Lists


def write_places(columns: Mapping[str, Any]) -> Places:
    """The places of all rows of the columns."""
    meaning = _Meaning(columns["kinds"])
    own = [_own(columns, row) for row in range(meaning.first, meaning.end)]
    meaning.learn(own)
    written = [meaning.write(places) for places in columns["sets"]]
    near = columns["near"][: meaning.first]
    used = {number for number in near if number >= FIRST_SET}
    lists = [number for number in sorted(used) if len(written[number - FIRST_SET]) > 1]
    numbers = {
        number: FIRST_SET + meaning.end - meaning.first + place
        for place, number in enumerate(lists)
    }
    for number in used - set(lists):
        numbers[number] = FIRST_SET + written[number - FIRST_SET][0] - 1
    return Places(
        around=[
            meaning.numbers(places) if row in meaning.places else meaning.write(places)
            for row, places in enumerate(own, start=meaning.first)
        ],
        near=[numbers.get(number, number) for number in near],
        lists=[written[number - FIRST_SET] for number in lists],
    )


def read_places(kinds: Sequence[Mapping[str, Any]], places: Places) -> tuple[list[int], Lists]:
    """The columns `near` and `sets`."""
    meaning = _Meaning(kinds)
    rest = [
        [meaning.first + number - 1 for number in line] if row in meaning.places else None
        for row, line in enumerate(places.around, start=meaning.first)
    ]
    meaning.learn([line or [] for line in rest])
    own = [
        list(meaning.read(line)) if known is None else known
        for line, known in zip(places.around, rest, strict=True)
    ]
    alone = meaning.end - meaning.first

    def meant(number: int) -> tuple[int, ...]:
        place = number - FIRST_SET
        if place < 0:
            return ()
        return tuple(meaning.read([place + 1] if place < alone else places.lists[place - alone]))

    known = {number: meant(number) for number in set(places.near)}
    every = [known[number] for number in places.near] + [tuple(line) for line in own]
    sets = sorted({those for those in every if those})
    numbers = {those: place for place, those in enumerate(sets, start=FIRST_SET)}
    near = [numbers.get(those, 0) for those in every]
    for row, number in enumerate(places.near):
        near[row] = SAME_AS_PRODUCER if number == SAME_AS_PRODUCER else near[row]
    return near, [list(those) for those in sets]


class _Meaning:
    """What places stand for."""

    def __init__(self, kinds: Sequence[Mapping[str, Any]]) -> None:
        before = takewhile(lambda kind: "place" not in kind, kinds)
        self.first = sum(kind["count"] for kind in before)
        self.end = sum(kind["count"] for kind in kinds)
        self.places: set[int] = set()
        self._former: set[int] = set()
        self._communes: set[int] = set()
        row = 0
        for kind in kinds:
            rows = range(row, row := row + kind["count"])
            self.places.update(rows if "place" in kind else ())
            self._former.update(rows if "former" in kind else ())
            self._communes.update(rows if kind.get("former") else ())
        self._meant: dict[int, list[int]] = {}

    def learn(self, own: Sequence[Sequence[int]]) -> None:
        """Take in the places of each row from the first place on."""
        today: dict[int, list[int]] = defaultdict(list)
        for row, places in enumerate(own, start=self.first):
            if row in self.places and row not in self._former:
                for place in places:
                    today[place].append(row)
        for row in self._former:
            communes = today[row] if row in self._communes else []
            self._meant[row] = [*communes, row, *own[row - self.first]]

    def numbers(self, places: Sequence[int]) -> list[int]:
        """Places as numbers, each for itself."""
        return [place - self.first + 1 for place in places]

    def write(self, places: Sequence[int]) -> list[int]:
        """Places as numbers that stand for all of them."""
        written: list[int] = []
        at = 0
        while at < len(places):
            best = max(places[at : at + 3], key=lambda place: self._covers(place, places, at))
            covered = self._covers(best, places, at)
            written += self.numbers([best]) if covered else [ALONE, *self.numbers([places[at]])]
            at += covered or 1
        return written

    def _covers(self, place: int, places: Sequence[int], at: int) -> int:
        meant = self._meant.get(place, [place])
        return len(meant) if list(places[at : at + len(meant)]) == meant else 0

    def read(self, line: Sequence[int]) -> Iterator[int]:
        """The places that numbers stand for."""
        for before, number in zip([None, *line], line, strict=False):
            row = self.first + number - 1
            if number != ALONE:
                yield from [row] if before == ALONE else self._meant.get(row, [row])


def _own(columns: Mapping[str, Any], row: int) -> list[int]:
    number = columns["near"][row]
    return list(columns["sets"][number - FIRST_SET]) if number >= FIRST_SET else []
