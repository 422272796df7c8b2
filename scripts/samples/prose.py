"""Sentences of samples: a pattern of two languages, filled with the same words in both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any

from scripts.samples import words
from scripts.samples.dice import Dice
from scripts.samples.sources import Sources
from scripts.samples.words import Pair

_SECTIONS = {
    "people": "people",
    **{f"{name}": f"{name}s" for name in ("material", "step", "tool", "taste", "land", "market")},
    **{name: f"{name}s" for name in ("use", "season")},
}
_NUMBERS = {"n": (6, 60), "m": (3, 9), "year": (1986, 2024), "ha": (2, 40)}


class Writer:
    """Writes the prose of one record; `name` is how it speaks of its subject.

    `realm` is what it makes: food, craft or living goods.
    """

    def __init__(
        self, dice: Dice, sources: Sources, name: Pair | None = None, realm: str = "food"
    ) -> None:
        self._dice, self._sources, self._realm = dice, sources, realm
        self._fixed = {"name": name, "name_en": name} if name else {}
        self._left: dict[str, list[Pair]] = {}

    def passage(
        self, section: str, *, both: float = 0.9, about: str = "text", sentences: int = 1
    ) -> dict[str, Any]:
        """Some sentences of a section as a passage, most often in both languages, with sources."""
        said = [self._sentence(section) for _ in range(sentences)]
        found: dict[str, Any] = {"vi": " ".join(one.vi for one in said)}
        if self._dice.chance(both):
            found["en"] = " ".join(one.en for one in said)
        return {**found, "sources": self._sources.cite(about)}

    def spoken(self, section: str) -> str:
        """A Vietnamese sentence that rests on nothing but itself."""
        return self._sentence(section).vi

    def reason(self) -> Pair:
        """Why something was revoked or withdrawn, in one sentence without its full stop."""
        said = self._dice.pick(words.section("reasons"))
        return Pair(said.vi.rstrip("."), said.en.rstrip("."))

    def _sentence(self, section: str) -> Pair:
        # No pattern comes twice before all have come.
        left = self._left.get(section) or list(words.section(section))
        pattern = self._dice.pick(left)
        self._left[section] = [one for one in left if one is not pattern]
        filled = self._filled(pattern.vi)
        return Pair(*(_put(text, filled, place) for place, text in enumerate(pattern)))

    def _filled(self, pattern: str) -> Mapping[str, Pair]:
        found: dict[str, Pair] = dict(self._fixed)
        for slot in _slots(pattern):
            if slot not in found:
                taken = {value.vi for value in found.values()}
                found[slot] = self._word(slot.rstrip("0123456789"), taken)
        return found

    def _word(self, name: str, taken: set[str]) -> Pair:
        if name in _NUMBERS:
            number = str(self._dice.number(*_NUMBERS[name]))
            return Pair(number, number)
        things = words.section(_SECTIONS[name], self._realm)
        word = self._dice.often(things)
        while word.vi in taken:
            word = self._dice.pick(things)
        return word


@cache
def _slots(pattern: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(pattern) if name)


def _put(pattern: str, filled: Mapping[str, Pair], language: int) -> str:
    """The pattern with its slots filled; a sentence begins with a capital letter."""
    text = pattern.format_map({slot: pair[language] for slot, pair in filled.items()})
    return text[:1].upper() + text[1:]
