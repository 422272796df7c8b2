"""The search data as they are published: the columns of `search_index` in few bytes, and back.

The first file is a JSON object of
`version` 2; `prefix`, `past`, `say`, `kinds` as in the columns;
`words`: every word that is used in more than one file, or in this one;
`synonyms`: lines of words, a middle dot between phrases;
`around`: for each row from the first place on a line of its places; `lists`: lines of places
that other rows have, where one number does not say them; see `scripts.text.search_places`;
`numbers`: the file of the trade item numbers, if there are any;
`blocks`: the rows, first those of the products, last all others. Each has its `count`, and either
its columns or the name of the `file` that holds them. Such a file, a shard, is an object of
`version`, the `words` that no other file has, and the columns.

The columns of a block: `names`, `notes` are lines of words; `also` too, with a middle dot between
two texts, but a common text is a word itself, "_" for a space; `near`, `producers`, `leaves`
numbers; `slugs` plain texts with spaces between. A column without content is left out. A word is
its place in `words`, behind which a shard's own words go on. `scripts.text.search_code` says how
words, lines and numbers are written. The file of trade item numbers is an object of `version` and
`numbers`: those of each product, commas within, spaces between.

More columns can join a block, also from another file that has the same rows in the same blocks:
who does not know a column leaves it alone. Any other change needs another version.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from scripts.text.search_code import (
    read_lines,
    read_numbers,
    read_words,
    vocabulary,
    words_of,
    write_lines,
    write_numbers,
    write_words,
)
from scripts.text.search_places import Places, read_places, write_places

VERSION = 2
# Up to so many products stand in the first file; of more, so many in each shard.
WHOLE, SHARD = 5_000, 2_000
# A text that is said so often is a word of its own.
COMMON = 3
_DOT = "·"
_SAME = ("prefix", "past", "say", "kinds")
_TEXTS = ("names", "also", "notes")
_NUMBERS = ("near", "producers", "leaves")

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """The first file without its blocks; the blocks of products, and that of all other rows.

    `numbers`: the content of the file of trade item numbers, empty where there are none.
    """

    head: Columns
    products: tuple[Columns, ...]
    others: Columns
    numbers: Columns


def write(columns: Mapping[str, Any], whole: int = WHOLE, shard: int = SHARD) -> Packed:
    """The columns with one block of products, or with shards where there are too many of them."""
    count = columns["kinds"][0]["count"]
    size = shard if count > whole else max(count, 1)
    cuts = [*range(0, count, size), count, len(columns["names"])]
    places = write_places(columns)
    told = _texts_of({**columns, "near": [*places.near, *([0] * len(places.around))]})
    blocks = [_part(told, range(first, end)) for first, end in pairwise(cuts)]
    synonyms = [f" {_DOT} ".join(phrases) for phrases in columns["synonyms"]]
    texts = [[text for name in _TEXTS for text in block[name]] for block in blocks]
    words, own = _words([*texts[:-1], [*texts[-1], *synonyms]])
    head = {
        "version": VERSION,
        **{name: columns[name] for name in _SAME},
        "words": write_words(words),
        "synonyms": _lines(synonyms, _places(words)),
        "around": write_lines(places.around),
        "lists": write_lines(places.lists),
    }
    *products, others = (
        _block(block, words, mine) for block, mine in zip(blocks, own, strict=True)
    )
    numbers = " ".join(text.replace(" ", ",") for text in told["numbers"][:count])
    return Packed(
        head=head,
        products=tuple(products),
        others=others,
        numbers={"version": VERSION, "numbers": numbers} if numbers.strip() else {},
    )


def _texts_of(columns: Mapping[str, Any]) -> Columns:
    """The columns with a text for every row, other words as they are written."""
    sparse = {}
    for name in ("also", "notes", "slugs", "numbers"):
        texts = dict(zip(*columns[name], strict=True))
        sparse[name] = [texts.get(row, "") for row in range(len(columns["names"]))]
    said = [text.split(f" {_DOT} ") for text in columns["also"][1]]
    times = Counter(text for texts in said for text in texts if " " in text)
    common = {text for text, n in times.items() if n >= COMMON}
    sparse["also"] = [_also(text, common) for text in sparse["also"]]
    return {**{name: columns[name] for name in ("names", *_NUMBERS)}, **sparse}


def _also(text: str, common: set[str]) -> str:
    """Texts side by side, the common ones as one word each."""
    words: list[str] = []
    for one in text.split(f" {_DOT} ") if text else ():
        if one in common:
            words.append(one.replace(" ", "_"))
        else:
            words += [_DOT] * bool(words and "_" not in words[-1]) + words_of(one)
    return " ".join(words)


def _part(told: Columns, span: range) -> Columns:
    parts = {name: column[span.start : span.stop] for name, column in told.items()}
    return {"count": len(span), **parts}


def _words(blocks: Sequence[Iterable[str]]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The words of the first file, and those that each block has for itself."""
    known = [vocabulary(block) for block in blocks]
    files = Counter(word for words in known for word in words)
    # The last block stands in the first file, and so does the only one of products.
    here = {*known[-1], *(known[0] if len(known) == 2 else ())}
    own = [tuple(w for w in words if files[w] == 1 and w not in here) for words in known]
    apart = {word for words in own for word in words}
    every = vocabulary(text for block in blocks for text in block)
    return tuple(word for word in every if word not in apart), own


def _block(told: Columns, words: Sequence[str], own: Sequence[str]) -> Columns:
    places = _places((*words, *own))
    column = {name: _lines(told[name], places) for name in _TEXTS if any(told[name])}
    column |= {name: write_numbers(told[name]) for name in _NUMBERS if any(told[name])}
    column |= {"slugs": " ".join(told["slugs"])} if any(told["slugs"]) else {}
    return {"count": told["count"], **({"words": write_words(own)} if own else {}), **column}


def _places(words: Iterable[str]) -> Mapping[str, int]:
    return {word: place for place, word in enumerate(words)}


def _lines(texts: Iterable[str], places: Mapping[str, int]) -> str:
    return write_lines([places[word] for word in words_of(text)] for text in texts)


def read(first: Mapping[str, Any], fetch: Callable[[str], Mapping[str, Any]]) -> Columns:
    """The columns of a first file and what belongs to it; ValueError for another version."""
    words = read_words(_accepted(first)["words"])
    count = first["kinds"][0]["count"]
    columns: Columns = {
        **{name: first[name] for name in _SAME},
        "synonyms": [line.split(f" {_DOT} ") for line in _texts(first["synonyms"], words)],
        **{name: [] for name in ("names", *_NUMBERS)},
        **{name: [[], []] for name in ("also", "notes", "slugs", "numbers")},
    }
    for block in first["blocks"]:
        content = _accepted(fetch(block["file"])) if "file" in block else block
        _add(columns, content, block["count"], words)
    for name in ("producers", "leaves"):
        del columns[name][count:]
    if "numbers" in first:
        numbers = _accepted(fetch(first["numbers"]))["numbers"].split(" ")
        _tell(columns["numbers"], 0, [text.replace(",", " ") for text in numbers])
    around = read_lines(first["around"])
    near = columns["near"][: len(columns["names"]) - len(around)]
    places = Places(around=around, near=near, lists=read_lines(first["lists"]))
    columns["near"], columns["sets"] = read_places(columns["kinds"], places)
    return columns


def _accepted(content: Mapping[str, Any]) -> Mapping[str, Any]:
    if content["version"] != VERSION:
        raise ValueError(f"search data of version {content['version']}, not {VERSION}")
    return content


def _add(columns: Columns, block: Mapping[str, Any], count: int, words: Sequence[str]) -> None:
    row = len(columns["names"])
    words = [*words, *read_words(block["words"])] if "words" in block else words
    columns["names"] += _texts(block.get("names", ""), words)
    _tell(columns["notes"], row, _texts(block.get("notes", ""), words))
    _tell(columns["also"], row, map(_unfold, _texts(block.get("also", ""), words)))
    _tell(columns["slugs"], row, block.get("slugs", "").split(" "))
    for name in _NUMBERS:
        columns[name] += read_numbers(block[name], count) if name in block else [0] * count


def _texts(column: str, words: Sequence[str]) -> list[str]:
    return [" ".join(words[place] for place in line) for line in read_lines(column)]


def _unfold(text: str) -> str:
    """Other words with a middle dot between any two texts."""
    apart = (
        f"{_DOT}{word.replace('_', ' ')}{_DOT}" if "_" in word else word for word in text.split(" ")
    )
    return f" {_DOT} ".join(one.strip() for one in " ".join(apart).split(_DOT) if one.strip())


def _tell(column: list[list[Any]], row: int, texts: Iterable[str]) -> None:
    told = [(row + place, text) for place, text in enumerate(texts) if text]
    column[0] += [place for place, _ in told]
    column[1] += [text for _, text in told]
