"""The ways to compare the names of places, from the letters as written to the bare words.

Letters come first: two communes of huyện Trực Ninh differ in their marks alone, and a commune that
became a ward differs in its type alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from scripts.text.fold import fold, nfc

Spelling = Callable[[str], str]

_TYPES = {
    "p": "phuong",
    "x": "xa",
    "tt": "thi tran",
    "h": "huyen",
    "tx": "thi xa",
    "tp": "thanh pho",
}
_WORDS = tuple(f"{word} " for word in (*_TYPES.values(), "tinh"))


def exact(name: str) -> str:
    """The name as written, but for capitals and spaces."""
    return " ".join(nfc(name).casefold().split())


@lru_cache(maxsize=65536)
def typed(name: str) -> str:
    """The name without marks, its type written out: "TP. Nam Định" → "thanh pho nam dinh"."""
    first, _, rest = fold(name).partition(" ")
    return f"{_TYPES.get(first, first)} {rest}".strip()


@lru_cache(maxsize=65536)
def bare(name: str) -> str:
    """The name without marks and without its type."""
    words = typed(name)
    for word in _WORDS:
        if words.startswith(word):
            return words.removeprefix(word)
    return words
