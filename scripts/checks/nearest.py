"""The known word that was probably meant, found without comparing with all of them."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from scripts.text.fold import fold

_MOST = 200
_PREFIX = 2


class Vocabulary:
    """Known ids or names, reached by the words in them and by their first letters."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = list(words)
        self._buckets: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            for key in _keys(word):
                self._buckets[key].append(word)

    def nearest(self, written: str, cutoff: float = 0.65) -> str | None:
        """The most alike known word; None where none is alike. At most 200 are compared."""
        alike = {fold(word): word for word in self._candidates(written)}
        found = difflib.get_close_matches(fold(written), alike, 1, cutoff)
        return alike[found[0]] if found else None

    def _candidates(self, written: str) -> list[str]:
        """All words where they are few, else those that share a rare word or the beginning."""
        if len(self._words) <= _MOST:
            return self._words
        buckets = sorted((self._buckets.get(key, []) for key in _keys(written)), key=len)
        return [word for bucket in buckets for word in bucket][:_MOST]


def _keys(text: str) -> Iterator[str]:
    words = fold(text).split()
    yield from words
    yield "^" + "".join(words)[:_PREFIX]


def guess(near: str | None, otherwise: str) -> str:
    """What to do: take the nearest word, else the general advice."""
    return f"có phải “{near}”? {otherwise}" if near else otherwise
