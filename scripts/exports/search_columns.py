"""Rows of the search index packed into the columns that `scripts.text.search_index` describes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from posixpath import commonpath
from typing import Any

from scripts.text.search_index import CUT, FIRST_SET, SAME_AS_PRODUCER, derived_slug
from scripts.text.search_words import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of row and how a visitor reads it.

    `place`: its names begin with a type (xã, huyện). `former`: a place of the past; the number
    says how many of its places its address names. `called`: a query may name it by its label.
    """

    id: str
    label: str
    place: bool = False
    former: int | None = None
    called: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Something to find. `key`: unique; `producer`, `leaf`, `places`: keys of other rows.

    Without an address a row is never shown, but its words find the rows that refer to it.
    """

    key: str
    kind: str
    name: str
    address: str | None = None
    also: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    note: str = ""
    producer: str | None = None
    leaf: str | None = None
    places: tuple[str, ...] = ()


Columns = dict[str, Any]
Sparse = tuple[list[int], list[str]]
Members = tuple[Kind, list[Row]]


def pack(
    kinds: Iterable[Kind],
    rows: Sequence[Row],
    *,
    prefix: str = "",
    past: str = "",
    say: Mapping[str, str] | None = None,
    synonyms: Iterable[Sequence[str]] = (),
) -> Columns:
    """The columns of rows, kind by kind and within a kind as given; the first kind is the products.

    KeyError where a row refers to one that is not there.
    """
    members = _by_kind(kinds, rows)
    ordered = [row for _, those in members for row in those]
    columns: Columns = {
        "prefix": prefix,
        "past": past,
        "say": dict(say or {}),
        "kinds": [_kind(kind, those, prefix) for kind, those in members],
        "names": [row.name for row in ordered],
        "also": _sparse(" · ".join(_also(row)) for row in ordered),
        "numbers": _sparse(" ".join(row.numbers) for row in ordered),
        "notes": _sparse(row.note for row in ordered),
        **_near(ordered),
        "synonyms": [list(phrases) for phrases in synonyms],
        **_relations(members),
    }
    columns["slugs"] = _slugs(columns, members)
    return columns


def _also(row: Row) -> Iterator[str]:
    """The other words of a row that do not stand in its name, nor in longer ones of them."""
    said = [f" {marked(text)} " for text in (row.name, *row.also)]
    for place, text in enumerate(row.also, start=1):
        others = (*said[:place], *(longer for longer in said[place + 1 :] if longer != said[place]))
        if not any(said[place] in other for other in others):
            yield text


def _by_kind(kinds: Iterable[Kind], rows: Sequence[Row]) -> list[Members]:
    """The kinds that have rows, and the first."""
    members = [(kind, [row for row in rows if row.kind == kind.id]) for kind in kinds]
    return [members[0], *(pair for pair in members[1:] if pair[1])]


def _relations(members: Sequence[Members]) -> Columns:
    """For each row of the first kind the places of its producer and leaf in their kinds, from 1."""
    places = {row.key: place for _, those in members for place, row in enumerate(those, start=1)}
    first = members[0][1]
    return {
        "producers": [places[row.producer] if row.producer else 0 for row in first],
        "leaves": [places[row.leaf] if row.leaf else 0 for row in first],
    }


def _near(rows: Sequence[Row]) -> Columns:
    """The sets of places, each once and like ones side by side, and the number of each row's."""
    place = {row.key: number for number, row in enumerate(rows)}
    places = {row.key: row.places for row in rows}
    members = [
        None
        if row.producer and row.places == places[row.producer]
        else tuple(place[key] for key in row.places)
        for row in rows
    ]
    sets = sorted({those for those in members if those})
    number = {those: place for place, those in enumerate(sets, start=FIRST_SET)}
    near = [SAME_AS_PRODUCER if those is None else number.get(those, 0) for those in members]
    return {"near": near, "sets": [list(those) for those in sets]}


def _kind(kind: Kind, rows: Sequence[Row], prefix: str) -> Columns:
    told: Columns = {"id": kind.id, "label": kind.label, "count": len(rows)}
    addresses = [row.address for row in rows if row.address is not None]
    if len(addresses) not in (0, len(rows)):
        raise ValueError(f"some rows of kind {kind.id} have an address, others none")
    if addresses:
        told["base"] = _folder(addresses).removeprefix(f"/{prefix}")
    if kind.former is not None:
        told["former"] = kind.former
    return told | {name: 1 for name in ("place", "called") if getattr(kind, name)}


def _folder(addresses: Sequence[str]) -> str:
    """The deepest folder that holds all the addresses."""
    parents = [address.removesuffix("/").rpartition("/")[0] or "/" for address in addresses]
    return commonpath(parents).removesuffix("/") + "/"


def _sparse(texts: Iterable[str]) -> Sparse:
    told = [(row, text) for row, text in enumerate(texts) if text]
    return [row for row, _ in told], [text for _, text in told]


def _slugs(columns: Columns, members: Sequence[Members]) -> Sparse:
    """What the addresses end with, where the name does not tell it."""
    ends: list[str] = []
    for told, (_, rows) in zip(columns["kinds"], members, strict=True):
        base = f"/{columns['prefix']}{told.get('base', '')}"
        for row in rows:
            derived = derived_slug(columns, len(ends), told)
            end = (row.address or "").removeprefix(base).removesuffix("/")
            ends.append(_untold(derived, end))
    return _sparse(ends)


def _untold(derived: str, end: str) -> str:
    """What must be said of the end of an address besides what is derived from the name."""
    if end == derived or end.startswith(f"{derived}-"):
        return end.removeprefix(derived)
    words, known = end.split("-"), derived.split("-")
    pairs = zip(words[:-1], known, strict=False)
    kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return f"{kept}{CUT}{'-'.join(words[kept:])}" if kept > 1 else end
