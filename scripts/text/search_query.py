"""A query as segments: what must be found, and the other ways to say each part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scripts.text.fold import fold
from scripts.text.search_words import OTHER, marked, marks_apart, twin

MAX_WORDS = 12
# How a segment is said: in the typed words, with i for y, or in words that mean the same.
LITERAL, TWIN, SYNONYM = 0, 1, 2
NO_KIND = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to say a segment: marked words or phrases to be found, all of them, or a kind.

    `open`: the last word is still being typed, so longer words match too. `plain`: nobody types
    marks here, so their absence says nothing.
    """

    words: tuple[str, ...] = ()
    wording: int = LITERAL
    open: bool = False
    plain: bool = False
    kind: int = NO_KIND


Segment = tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Phrases that stand for each other, as marked text; `kind`: the kind of record they name."""

    phrases: tuple[str, ...]
    kind: int = NO_KIND


Phrases = Mapping[str, Sequence[tuple[str, Meaning]]]


def phrase_table(synonyms: Iterable[Sequence[str]], kinds: Iterable[str]) -> Phrases:
    """The meanings by folded phrase; a kind named by a phrase joins the synonyms of that phrase."""
    sets = [tuple(marked(phrase) for phrase in phrases) for phrases in synonyms]
    names = {marked(name): kind for kind, name in enumerate(kinds) if name}
    sets += [(name,) for name in names if not any(name in phrases for phrases in sets)]
    table: dict[str, list[tuple[str, Meaning]]] = {}
    for phrases in sets:
        kind = max((names.get(phrase, NO_KIND) for phrase in phrases), default=NO_KIND)
        for phrase in phrases:
            meaning = Meaning(phrases=phrases, kind=kind)
            table.setdefault(fold(phrase), []).append((phrase, meaning))
    return table


def parse(query: str, table: Phrases) -> list[Segment]:
    """The segments of a query, the longest known phrases first; empty where it has no word.

    The first way of each is the literal one. A space at the end completes the last word.
    """
    words = marked(query).split()[:MAX_WORDS]
    complete = query[-1:].isspace()
    longest = max((key.count(" ") + 1 for key in table), default=1)
    segments: list[Segment] = []
    start = 0
    while start < len(words):
        length, segment = _segment(words, start, longest, table)
        start += length
        literal = replace(segment[0], open=start == len(words) and not complete)
        segments.append((literal, *segment[1:]))
    return segments


def _segment(words: list[str], start: int, longest: int, table: Phrases) -> tuple[int, Segment]:
    for length in range(min(longest, len(words) - start), 0, -1):
        typed = " ".join(words[start : start + length])
        meanings = [
            meaning
            for phrase, meaning in table.get(fold(typed), ())
            if marks_apart(typed, phrase) != OTHER
        ]
        if meanings:
            break
    plain = all(word == fold(word) for word in words)
    literal = Way(words=tuple(typed.split()), plain=plain)
    return length, (literal, *_twins(literal), *_others(typed, meanings))


def _twins(literal: Way) -> Iterable[Way]:
    other = twin(literal.words[0]) if len(literal.words) == 1 else None
    return (Way(words=(other,), wording=TWIN, plain=literal.plain),) if other else ()


def _others(typed: str, meanings: Iterable[Meaning]) -> Iterable[Way]:
    for meaning in meanings:
        for phrase in meaning.phrases:
            if fold(phrase) != fold(typed):
                yield Way(words=(phrase,), wording=SYNONYM)
        if meaning.kind != NO_KIND:
            yield Way(kind=meaning.kind)
