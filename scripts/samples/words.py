"""The words of samples, read from `words.yml` and `stock.yml` beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml


class Pair(NamedTuple):
    """The same in Vietnamese and in English."""

    vi: str
    en: str


def pair(text: str) -> Pair:
    """The two languages of one entry, which a bar parts."""
    vi, _, en = text.partition(" | ")
    return Pair(vi, en)


@cache
def section(name: str, realm: str = "food") -> tuple[Pair, ...]:
    """A section of the prose; of some sections the part that a realm of goods has."""
    return _pairs(_file("words.yml")[name], realm)


@cache
def stock(name: str, realm: str = "food") -> tuple[Pair, ...]:
    """A section of the names that has both languages, and parts by realm."""
    return _pairs(_file("stock.yml")[name], realm)


def _pairs(entries: Any, realm: str) -> tuple[Pair, ...]:
    return tuple(
        pair(entry) for entry in (entries[realm] if isinstance(entries, dict) else entries)
    )


@cache
def realm(leaf: str) -> str:
    """What a group of goods is like: food, craft or living."""
    return next((name for name in ("craft", "living") if leaf in _file("stock.yml")[name]), "food")


@cache
def syllables(name: str) -> tuple[str, ...]:
    """A section of the names that is Vietnamese alone."""
    return tuple(_file("stock.yml")[name])


@cache
def heads(*, short: bool = False) -> tuple[tuple[str, Pair], ...]:
    """Every kind of goods, or those that are called by one word, with the id of its group."""
    found = _file("stock.yml")["heads"]
    named = ((leaf, pair(entry)) for leaf, entries in found.items() for entry in entries)
    return tuple((leaf, head) for leaf, head in named if not short or " " not in head.vi)


@cache
def _file(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
    return loaded
