"""The search index: columns of plain values, made ready once for many queries.

`scripts.text.search_file` says in which form they are published. Rows are numbered through all
kinds, in the order of `kinds`. The columns:
`prefix` "" or "en/"; `synonyms`; `past`: the word for what is former; `say`: the texts of the
search field;
`kinds`: id, label, count, base (the folder of the addresses; absent: never shown), `place` (names
begin with a type: xã, huyện), `former` (a place of the past; how many of its places its address
names), `called` (a query may name the kind by its label);
`names`; `also`, `numbers`, `slugs`, `notes`: sparse, [[rows], [texts]] (other words that find a
row; trade item numbers; ends of addresses that the name does not tell: "-x" is added to the
name's, "3~x" to its first three words; words to show);
`producers`, `leaves`: for each row of the first kind, the products, which row of that other kind
it has, counted from 1, 0 for none;
`sets` of rows, and `near`: for each row the set of its places, counted from 2; 0 for none, 1 for
those of its producer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise, takewhile
from typing import Any

from scripts.text.fold import fold
from scripts.text.search_query import Phrases, phrase_table
from scripts.text.search_words import marked

# Where a word can stand, the best first; each place costs so much more than the one before.
NAME, ALSO, MAKER, PLACE, LEAF = 0, 1, 2, 3, 4
FIELD_COST = 3
SAME_AS_PRODUCER, FIRST_SET = 1, 2
CUT = "~"
PLACE_TYPES = ("xa ", "phuong ", "thi tran ", "huyen ", "thanh pho ", "thi xa ", "tinh ")

Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Texts of many rows as one, folded and marked alike: each row after a line break and a space.

    So every word stands behind a space, and one search goes through all rows.
    """

    field: int
    bare: str
    marked: str
    rows: Sequence[int]
    starts: Sequence[int]

    def row(self, at: int) -> int:
        """The row whose text covers this position."""
        return self.rows[bisect_right(self.starts, at) - 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The columns made ready.

    `names` are folded, `heads` how many letters of a place's name are its type. `order`: the place
    of each row among equals: by kind, the shorter name first. `users`: for each row the rows that
    refer to it, with the field that its words stand for there. `words`: all folded words, once
    each, in the order of the texts.
    """

    names: Sequence[str]
    heads: Sequence[int]
    order: Sequence[int]
    shown: Sequence[bool]
    spans: Sequence[range]
    texts: tuple[Text, ...]
    users: Mapping[int, Sequence[tuple[int, int]]]
    numbers: Mapping[str, tuple[int, ...]]
    words: Collection[str]
    phrases: Phrases


def load(columns: Columns) -> Index:
    """The index made ready for `scripts.text.search.find`."""
    kinds = columns["kinds"]
    spans = spans_of(columns)
    kind_of = [number for number, span in enumerate(spans) for _ in span]
    names = [fold(name) for name in columns["names"]]
    spoken = [
        f"{name} {columns['past']}" if "former" in kinds[kind] else name
        for name, kind in zip(columns["names"], kind_of, strict=True)
    ]
    texts = (_text(NAME, range(len(names)), spoken), _text(ALSO, *columns["also"]))
    called = [kind["label"] if "called" in kind else "" for kind in kinds]
    return Index(
        names=names,
        heads=[
            head_of(name) if "place" in kinds[kind] else 0
            for name, kind in zip(names, kind_of, strict=True)
        ],
        order=_order(kind_of, names),
        shown=["base" in kinds[kind] for kind in kind_of],
        spans=spans,
        texts=texts,
        users=_users(columns, spans),
        numbers=_numbers(*columns["numbers"]),
        words=dict.fromkeys(word for text in texts for word in text.bare.split()),
        phrases=phrase_table(columns["synonyms"], called),
    )


def spans_of(columns: Columns) -> list[range]:
    """The rows of each kind."""
    ends = list(accumulate((kind["count"] for kind in columns["kinds"]), initial=0))
    return [range(first, end) for first, end in pairwise(ends)]


def head_of(name: str) -> int:
    """How many letters of a place's folded name are its type and the space behind it."""
    return next((len(kind) for kind in PLACE_TYPES if name.startswith(kind)), 0)


def places_of(columns: Columns, row: int) -> Sequence[int]:
    """The rows of a row's places, the nearest first."""
    number = columns["near"][row]
    if number == SAME_AS_PRODUCER:
        first = sum(kind["count"] for kind in takewhile(_not_producer, columns["kinds"]))
        number = columns["near"][first + columns["producers"][row] - 1]
    places: Sequence[int] = columns["sets"][number - FIRST_SET] if number else ()
    return places


def _not_producer(kind: Columns) -> bool:
    return bool(kind["id"] != "producer")


def address_of(columns: Columns, row: int) -> str:
    """The address of a row, beginning and ending with "/"."""
    spans = spans_of(columns)
    kind = next(kind for kind, span in zip(columns["kinds"], spans, strict=True) if row in span)
    told = dict(zip(*columns["slugs"], strict=True)).get(row, "")
    derived = derived_slug(columns, row, kind)
    return f"/{columns['prefix']}{kind['base']}{_slug(derived, told)}/"


def _slug(derived: str, told: str) -> str:
    kept, cut, end = told.partition(CUT)
    if cut:
        return "-".join([*derived.split("-")[: int(kept)], end])
    return derived + told if told.startswith("-") else told or derived


def derived_slug(columns: Columns, row: int, kind: Columns) -> str:
    """What an address ends with where nothing else is told: the words of the name.

    A former place adds as many of its places as `former` says (its district), and "cu".
    """
    words = [fold(columns["names"][row])]
    if "former" in kind:
        near = [fold(columns["names"][place]) for place in places_of(columns, row)]
        words += [*(name[head_of(name) :] for name in near[: kind["former"]]), "cu"]
    return "-".join(" ".join(words).split())


def _order(kinds: Sequence[int], names: Sequence[str]) -> list[int]:
    rows = sorted(range(len(names)), key=lambda row: (kinds[row], len(names[row]), row))
    return [place for _, place in sorted(zip(rows, range(len(rows)), strict=True))]


def _text(field: int, rows: Sequence[int], texts: Iterable[str]) -> Text:
    lines = [f"\n {marked(text)}" for text in texts]
    return Text(
        field=field,
        bare="".join(f"\n {fold(line)}" for line in lines) + "\n",
        marked="".join(lines) + "\n",
        rows=rows,
        starts=list(accumulate(map(len, lines[:-1]), initial=0)),
    )


def _users(columns: Columns, spans: Sequence[range]) -> dict[int, list[tuple[int, int]]]:
    by_id = {kind["id"]: span for kind, span in zip(columns["kinds"], spans, strict=True)}
    users: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for field, kind, column in ((MAKER, "producer", "producers"), (LEAF, "leaf", "leaves")):
        for row, place in enumerate(columns[column]):
            if place:
                users[by_id[kind][place - 1]].append((row, field))
    for row in range(len(columns["near"])):
        for place in places_of(columns, row):
            users[place].append((row, PLACE))
    return users


def _numbers(rows: Iterable[int], texts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Rows by trade item number without leading zeros: GTIN-13 and GTIN-14 of an item are one."""
    found: dict[str, list[int]] = defaultdict(list)
    for row, text in zip(rows, texts, strict=True):
        for number in text.split():
            found[number.lstrip("0")].append(row)
    return {number: tuple(those) for number, those in found.items()}
