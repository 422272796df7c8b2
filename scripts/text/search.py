"""The search of the site in Python: the same rule as docs/assets/js/search-rank.js.

The rule. Every word must be found: whole words, the last one also as the beginning of a word. In
order of weight: the typed marks are there; the words stand together as they were typed; the name
is the query or begins with it; the words are as typed, not i for y, no synonym; where they were
found: name, other words, producer, place, group; the kind, and the shorter name. Only when nothing
is found: parts of words, then one typing mistake, then what most of the words find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from scripts.text.fold import fold
from scripts.text.search_index import FIELD_COST, Index, Text
from scripts.text.search_query import NO_KIND, Segment, Way, parse
from scripts.text.search_words import LACKING, SAME, cuts, marks_apart, one_edit

Stage = Literal["exact", "inside", "typo", "part"]
# What a find costs; the lower sums of all words together stay below the next higher unit.
WORD, INSIDE_WORD, BEGINNING, KIND = 1, 2, 1, 18
WORDING, SHAPE, BREAK, MARKS = 1 << 11, 1 << 16, 1 << 18, 1 << 22
# Below this a word has too many neighbours; numbers are never guessed.
MIN_TYPO_LENGTH = 3

Costs = dict[int, int]
# What the rows found cost, and the segments as they were understood.
Answer = tuple[Costs, list[Segment]]
_NUMBER = re.compile(r"[\d ]{8,20}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Rows of the index, best first; from stage "typo" on they are only near the query."""

    rows: tuple[int, ...]
    stage: Stage

    @property
    def near(self) -> bool:
        """Whether nothing matches what was typed."""
        return self.stage in {"typo", "part"}


def find(index: Index, query: str) -> Result:
    """The rows that a query finds, best first; none for a query without a letter or digit."""
    segments = parse(query, index.phrases)
    number = _by_number(index, query)
    if number or not segments:
        return Result(rows=number, stage="exact")
    for stage, search in _STAGES:
        rows = _ranked(index, *search(index, segments))
        if rows:
            return Result(rows=rows, stage=stage)
    return Result(rows=(), stage="part")


def _by_number(index: Index, query: str) -> tuple[int, ...]:
    """The rows with this trade item number (GTIN), typed whole, with spaces or not."""
    digits = fold(query)
    if not _NUMBER.fullmatch(digits):
        return ()
    return index.numbers.get(digits.replace(" ", "").lstrip("0"), ())


def _exact(index: Index, segments: list[Segment], *, inside: bool = False) -> Answer:
    costs = _all_of([_segment(index, segment, inside) for segment in segments])
    return _add_breaks(index, costs, segments, inside), segments


def _inside(index: Index, segments: list[Segment]) -> Answer:
    return _exact(index, segments, inside=True)


def _typo(index: Index, segments: list[Segment]) -> Answer:
    """What is found when one word is read as a known word one edit away, or cut in several."""
    exact = [_segment(index, segment) for segment in segments]
    best: Costs = {}
    for place, segment in enumerate(segments):
        near = _segment(index, tuple(_near(index, segment[0])))
        _improve(best, _all_of([*exact[:place], near, *exact[place + 1 :]]))
    return _add_breaks(index, best, segments), segments


def _near(index: Index, literal: Way) -> Iterator[Way]:
    word = fold(" ".join(literal.words))
    if len(word) < MIN_TYPO_LENGTH or not re.fullmatch(r"[^\d ]+", word):
        return
    yield from (Way(words=(known,), plain=True) for known in index.words if one_edit(word, known))
    yield from (Way(words=(phrase,), plain=True) for phrase in cuts(word, index.words))


def _part(index: Index, segments: list[Segment]) -> Answer:
    """What the greatest number of segments find; a kind alone is no find."""
    said = [tuple(way for way in segment if way.kind == NO_KIND) for segment in segments]
    found = [_segment(index, segment) for segment in said]
    count = Counter(row for those in found for row in those)
    most = max(count.values(), default=0)
    costs = {row: sum(c.get(row, 0) for c in found) for row, n in count.items() if n == most}
    known = [segment for segment, those in zip(said, found, strict=True) if those]
    return _add_breaks(index, costs, known), known


_STAGES: tuple[tuple[Stage, Callable[[Index, list[Segment]], Answer]], ...] = (
    ("exact", _exact),
    ("inside", _inside),
    ("typo", _typo),
    ("part", _part),
)


def _segment(index: Index, segment: Segment, inside: bool = False) -> Costs:
    best: Costs = {}
    for way in segment:
        found = _way(index, way, inside)
        _improve(best, {row: cost + way.wording * WORDING for row, cost in found.items()})
    return best


def _way(index: Index, way: Way, inside: bool) -> Costs:
    if way.kind != NO_KIND:
        return dict.fromkeys(index.spans[way.kind], KIND)
    words = [Way(words=(word,), plain=way.plain) for word in way.words]
    words[-1] = replace(words[-1], open=way.open)
    costs = _all_of([_word(index, word, inside) for word in words])
    return _add_breaks(index, costs, [(word,) for word in words], inside)


def _word(index: Index, way: Way, inside: bool) -> Costs:
    """Where a word or phrase stands: in a row's own text, or in that of a row it refers to."""
    best: Costs = {}
    for text in index.texts:
        for row, cost in _places(text, way, inside):
            _improve(best, {row: cost + text.field * FIELD_COST})
            users = index.users.get(row, ())
            _improve(best, {user: cost + field * FIELD_COST for user, field in users})
    return best


def _places(text: Text, way: Way, inside: bool) -> Iterator[tuple[int, int]]:
    """The row and cost of each place where a word or phrase stands in a text."""
    (word,) = way.words
    bare = fold(word)
    key = bare if inside else f" {bare}"
    at = text.bare.find(key)
    while at >= 0:
        start, end = at + len(key) - len(bare), at + len(key)
        begins, ends = text.bare[start - 1] == " ", text.bare[end] in " \n"
        if ends or way.open or inside:
            marks = marks_apart(word, text.marked[start:end])
            if marks == LACKING and (way.plain or (way.open and not ends)):
                marks = SAME
            part = 0 if begins and ends else BEGINNING if begins else INSIDE_WORD
            yield text.row(at), WORD + part + marks * MARKS
        at = text.bare.find(key, at + 1)


def _add_breaks(
    index: Index, costs: Costs, segments: Sequence[Segment], inside: bool = False
) -> Costs:
    """The costs, higher where words that were typed side by side stand apart."""
    for (one, *_), (other, *_) in pairwise(segments):
        pair = f"{one.words[-1]} {other.words[0]}"
        open_ = other.open and len(other.words) == 1
        together = _word(index, Way(words=(pair,), open=open_), inside) if costs else {}
        costs = {row: cost + BREAK * (row not in together) for row, cost in costs.items()}
    return costs


def _improve(best: Costs, more: Costs) -> None:
    for row, cost in more.items():
        if cost < best.get(row, cost + 1):
            best[row] = cost


def _all_of(parts: Sequence[Costs]) -> Costs:
    """The rows that every part found, and what they cost together."""
    fewest = min(parts, key=len)
    rows = (row for row in fewest if all(row in part for part in parts))
    return {row: sum(part[row] for part in parts) for row in rows}


def _ranked(index: Index, costs: Costs, said: list[Segment]) -> tuple[int, ...]:
    unkind = [segment for segment in said if all(way.kind == NO_KIND for way in segment)]
    phrases = [" ".join(fold(w) for s in those for w in s[0].words) for those in (said, unkind)]
    rows = [
        (
            cost + min(_shape(index, row, phrase) for phrase in phrases) * SHAPE,
            index.order[row],
            row,
        )
        for row, cost in costs.items()
        if index.shown[row]
    ]
    return tuple(row for _, _, row in sorted(rows))


def _shape(index: Index, row: int, phrase: str) -> int:
    """0 where the name is the phrase, 1 where it begins with it, else 2."""
    name = index.names[row]
    short = name[index.heads[row] :]
    if phrase in (name, short):
        return 0
    return 1 if phrase and (name.startswith(phrase) or short.startswith(phrase)) else 2
