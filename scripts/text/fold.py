"""Folding of Vietnamese text for search, matching and addresses; its table is `fold.json`."""

from __future__ import annotations

import json
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLD_TABLE: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))

_LETTERS = str.maketrans(FOLD_TABLE["letters"])


def _in(category: str, classes: list[str]) -> bool:
    return any(category.startswith(one) for one in classes)


class _Characters(dict[int, str | None]):
    """What becomes of a decomposed character; filled as characters are met."""

    def __missing__(self, code: int) -> str | None:
        category = unicodedata.category(chr(code))
        kept = chr(code) if _in(category, FOLD_TABLE["keep"]) else " "
        self[code] = None if _in(category, FOLD_TABLE["drop"]) else kept
        return self[code]


_CHARACTERS = _Characters()


def nfc(text: str) -> str:
    """The text in Unicode normal form C, the form of every record."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text in lower case without marks: letters and digits in words, single spaces between.

    `đ` becomes `d` before decomposing, for it has no decomposition in Unicode. Both ways to place
    a tone (Hoà, Hòa) give the same result.
    """
    letters = text.casefold().translate(_LETTERS)
    return " ".join(unicodedata.normalize("NFD", letters).translate(_CHARACTERS).split())
