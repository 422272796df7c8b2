"""Words as the search compares them: spelled with marks, folded without, and how near they are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache

from scripts.text.fold import FOLD_TABLE, fold, nfc

# What parts the marks of a typed word from those of a found word of the same letters.
SAME, LACKING, OTHER = 0, 1, 2
# A word run together (ruoukimson) is cut into at most this many known words.
MAX_PARTS = 4

# The tone of oa, oe, uy is written on either vowel (hòa, hoà): here always on the second.
_PAIRS = (("o", "òóỏõọ", "a", "àáảãạ"), ("o", "òóỏõọ", "e", "èéẻẽẹ"), ("u", "ùúủũụ", "y", "ỳýỷỹỵ"))
_SECOND = {
    first + vowel: bare + second
    for bare, firsts, vowel, seconds in _PAIRS
    for first, second in zip(firsts, seconds, strict=True)
}
_TONE_ON_FIRST = re.compile("|".join(_SECOND))
# After these, i and y are written for each other at the end of a syllable (mỹ, mĩ; quý, quí).
_EITHER = re.compile("(?:[hklmstv]|qu)[iìíỉĩịyỳýỷỹỵ]")
_SWAP = str.maketrans("iìíỉĩịyỳýỷỹỵ", "yỳýỷỹỵiìíỉĩị")


@lru_cache(maxsize=4096)
def _letter(character: str) -> str:
    if unicodedata.category(character).startswith(tuple(FOLD_TABLE["drop"])):
        return ""
    bare = fold(character)
    return character if len(bare) == 1 else bare or " "


def marked(text: str) -> str:
    """The words of a text in lower case with their marks, letter by letter as long as `fold`."""
    spelled = "".join(_letter(character) for character in nfc(text.casefold()))
    return _TONE_ON_FIRST.sub(lambda pair: _SECOND[pair[0]], " ".join(spelled.split()))


@lru_cache(maxsize=4096)
def _marks(letter: str) -> frozenset[str]:
    """The marks of a letter; the stroke of đ, which Unicode does not take apart, is one too."""
    stroke = letter if letter in FOLD_TABLE["letters"] else ""
    return frozenset(unicodedata.normalize("NFD", letter)[1:] + stroke)


def marks_apart(typed: str, found: str) -> int:
    """SAME, LACKING (typed has fewer marks, none against) or OTHER, for words that fold alike."""
    if typed == found:
        return SAME
    pairs = zip(typed, found, strict=True)
    return LACKING if all(a == b or _marks(a) <= _marks(b) for a, b in pairs) else OTHER


def twin(word: str) -> str | None:
    """The other spelling of a marked word with i or y, where both are in use."""
    return word[:-1] + word[-1].translate(_SWAP) if _EITHER.fullmatch(word) else None


def one_edit(typed: str, known: str) -> bool:
    """Whether one letter more, less or other, or two neighbours swapped, makes one the other."""
    if typed == known or abs(len(typed) - len(known)) > 1:
        return False
    start = 0
    while start < min(len(typed), len(known)) and typed[start] == known[start]:
        start += 1
    a, b = typed[start:], known[start:]
    swapped = len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:]
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def cuts(word: str, known: Collection[str], parts: int = MAX_PARTS) -> Iterator[str]:
    """The ways to read a folded word as several known words of two letters or more."""
    for place in range(2, len(word) - 1 if parts > 1 else 0):
        head, tail = word[:place], word[place:]
        if head in known:
            if tail in known:
                yield f"{head} {tail}"
            yield from (f"{head} {rest}" for rest in cuts(tail, known, parts - 1))
