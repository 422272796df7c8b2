"""Chance that falls the same way on every machine and under every Python."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")
_ZIPF = tuple(accumulate(1 / place for place in range(1, 101)))


class Dice:
    """Draws from a seed. Of `random` only `random()` is used: Python promises it never changes."""

    def __init__(self, seed: str) -> None:
        self._random = random.Random(seed).random

    def chance(self, share: float) -> bool:
        """True in that share of all cases."""
        return self._random() < share

    def number(self, first: int, last: int) -> int:
        """A whole number, both ends included."""
        return first + int(self._random() * (last - first + 1))

    def pick(self, things: Sequence[T]) -> T:
        """One of the things, all alike."""
        return things[int(self._random() * len(things))]

    def often(self, things: Sequence[T]) -> T:
        """One of the first hundred things, the n-th with weight 1/n (Zipf)."""
        count = min(len(things), len(_ZIPF))
        return things[bisect(_ZIPF, self._random() * _ZIPF[count - 1], hi=count - 1)]

    def weighted(self, weights: Sequence[tuple[int, T]]) -> T:
        """One of the things by their weights."""
        left = self._random() * sum(weight for weight, _ in weights)
        for weight, thing in weights:
            left -= weight
            if left < 0:
                return thing
        return weights[-1][1]

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """Different things of a sequence, in its order; all where it has no more."""
        kept: list[T] = []
        for index, thing in enumerate(things):
            left = len(things) - index
            if self._random() * left < count - len(kept):
                kept.append(thing)
        return kept
