"""The search of the site in Python: the same rule as docs/assets/js/search-rank.js.

The rule. Every word must be found: whole words, the last one also as the beginning of a word. In
order of weight: the typed marks are there, the words are as typed (not i for y, not a synonym),
the name is, begins with or holds the query as it stands, and where the words were found: name,
other words, producer, place, group. Only when nothing is found: parts of words, then one typing
mistake, then what most of the words find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Literal, NamedTuple

from scripts.text.fold import fold
from scripts.text.search_index import FIELD_STEP, Index, Text
from scripts.text.search_query import NO_KIND, Segment, Way, parse
from scripts.text.search_words import LACKING, OTHER, SAME, agreement, cuts, one_edit

Stage = Literal["exact", "inside", "typo", "part"]
WHOLE, BEGINNING, INSIDE = 2, 1, 0
MAX_PHRASES = 8
# Below this a word has too many neighbours; numbers are never guessed.
MIN_TYPO_LENGTH = 3

# What was found in a row: agreement of marks, how the words were said, weight of the place.
Found = tuple[int, int, int]
Hits = dict[int, Found]
# The rows found, and the segments as they were understood.
Answer = tuple[Hits, list[Segment]]
_NUMBER = re.compile(r"[\d ]{8,20}")


class _Sought(NamedTuple):
    """A marked word and how it may stand: see `Way`; `inside`: also within a word."""

    word: str
    open: bool
    plain: bool
    inside: bool


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
        found, said = search(index, segments)
        if found:
            return Result(rows=_ranked(index, found, said), stage=stage)
    return Result(rows=(), stage="part")


def _by_number(index: Index, query: str) -> tuple[int, ...]:
    """The rows with this trade item number (GTIN), typed whole, with spaces or not."""
    digits = fold(query)
    if not _NUMBER.fullmatch(digits):
        return ()
    return index.numbers.get(digits.replace(" ", "").lstrip("0"), ())


def _exact(index: Index, segments: list[Segment]) -> Answer:
    return _all_of([_segment(index, segment) for segment in segments]), segments


def _inside(index: Index, segments: list[Segment]) -> Answer:
    return _all_of([_segment(index, segment, inside=True) for segment in segments]), segments


def _typo(index: Index, segments: list[Segment]) -> Answer:
    """What is found when one word is read as a known word one edit away, or cut in two."""
    exact = [_segment(index, segment) for segment in segments]
    best: Hits = {}
    said: list[Segment] = []
    for place, segment in enumerate(segments):
        near = tuple(_near(index, segment))
        said.append((*near, *segment))
        hits = _segment(index, near)
        misread = {row: (OTHER, wording, weight) for row, (_, wording, weight) in hits.items()}
        _improve(best, _all_of([*exact[:place], misread, *exact[place + 1 :]]))
    return best, said


def _near(index: Index, segment: Segment) -> Iterator[Way]:
    words = segment[0].words
    word = fold(words[0])
    if len(words) > 1 or len(word) < MIN_TYPO_LENGTH or any(map(str.isdigit, word)):
        return
    yield from (Way(words=(known,)) for known in index.words if one_edit(word, known))
    yield from (Way(words=parts) for parts in cuts(word, index.words))


def _part(index: Index, segments: list[Segment]) -> Answer:
    """What the greatest number of segments find; a kind alone is no find."""
    said = [tuple(way for way in segment if way.kind == NO_KIND) for segment in segments]
    hits = [_segment(index, segment) for segment in said]
    count = Counter(row for those in hits for row in those)
    most = max(count.values(), default=0)
    best = {row: _sum([those[row] for those in hits if row in those]) for row in count}
    known = [segment for segment, those in zip(said, hits, strict=True) if those]
    return {row: hit for row, hit in best.items() if count[row] == most}, known


_STAGES: tuple[tuple[Stage, Callable[[Index, list[Segment]], Answer]], ...] = (
    ("exact", _exact),
    ("inside", _inside),
    ("typo", _typo),
    ("part", _part),
)


def _segment(index: Index, segment: Segment, *, inside: bool = False) -> Hits:
    best: Hits = {}
    for way in segment:
        _improve(best, _way(index, way, inside))
    return best


def _way(index: Index, way: Way, inside: bool) -> Hits:
    if way.kind != NO_KIND:
        return dict.fromkeys(index.spans[way.kind], (SAME, way.literal, 1))
    last = len(way.words) - 1
    words = [
        _word(index, _Sought(word, way.open and place == last, way.plain, inside))
        for place, word in enumerate(way.words)
    ]
    hits = _all_of(words)
    return {row: (marks, way.literal, weight) for row, (marks, _, weight) in hits.items()}


def _word(index: Index, sought: _Sought) -> Hits:
    """Where a word is found: in a row's own text, or in that of a row it refers to."""
    best: Hits = {}
    for text in index.texts:
        for row, marks, quality in _places(text, sought):
            _improve(best, {row: (marks, 0, text.field * FIELD_STEP + quality)})
            for user, field in index.users.get(row, ()):
                _improve(best, {user: (marks, 0, field * FIELD_STEP + quality)})
    return best


def _places(text: Text, sought: _Sought) -> Iterator[tuple[int, int, int]]:
    """Row, agreement of marks and quality of each place where a word stands in a text."""
    bare = fold(sought.word)
    key = bare if sought.inside else f" {bare}"
    at = text.bare.find(key)
    while at >= 0:
        start, end = at + len(key) - len(bare), at + len(key)
        begins, ends = text.bare[start - 1] == " ", text.bare[end] in " \n"
        if ends or sought.open or sought.inside:
            marks = agreement(sought.word, text.marked[start:end])
            lenient = marks == LACKING and (sought.plain or (sought.open and not ends))
            quality = WHOLE if begins and ends else BEGINNING if begins else INSIDE
            yield text.row(at), SAME if lenient else marks, quality
        at = text.bare.find(key, at + 1)


def _improve(best: Hits, more: Hits) -> None:
    for row, hit in more.items():
        if row not in best or hit > best[row]:
            best[row] = hit


def _sum(parts: Sequence[Found]) -> Found:
    """The worst marks and wording of several finds in a row, their weights added up."""
    marks, wording, weights = zip(*parts, strict=True)
    return min(marks), min(wording), sum(weights)


def _all_of(parts: Sequence[Hits]) -> Hits:
    """The rows that every part found."""
    fewest = min(parts, key=len)
    return {
        row: _sum([part[row] for part in parts])
        for row in fewest
        if all(row in part for part in parts)
    }


def _ranked(index: Index, found: Hits, segments: list[Segment]) -> tuple[int, ...]:
    phrases = tuple(_phrases(segments))
    rows = [
        (marks, said, _shape(index, row, phrases), weight, -index.kinds[row], -len(name), -row)
        for row, (marks, said, weight) in found.items()
        for name in (index.names[row],)
        if index.shown[row]
    ]
    return tuple(-key[-1] for key in sorted(rows, reverse=True))


def _phrases(segments: list[Segment]) -> Iterable[str]:
    """The whole query as it might stand in a name, in a few of its ways."""
    ways = [[" ".join(map(fold, way.words)) for way in segment] for segment in segments]
    for chosen in islice(product(*ways), MAX_PHRASES):
        yield " ".join(filter(None, chosen))


def _shape(index: Index, row: int, phrases: Iterable[str]) -> int:
    """3 where the name is the query, 2 where it begins with it, 1 where it holds it, else 0."""
    name = index.names[row]
    short = name[index.heads[row] :]
    best = 0
    for phrase in phrases:
        if phrase in (name, short):
            return 3
        if name.startswith(phrase) or short.startswith(phrase):
            best = 2
        elif f" {phrase}" in name:
            best = max(best, 1)
    return best
