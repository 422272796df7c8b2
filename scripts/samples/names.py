"""Names and ids of samples: each says that it is one, and none is nearly another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from zlib import crc32

from scripts.text.fold import fold
from scripts.text.slug import MAX_LENGTH, slug

MARK, MARK_EN, TAIL = "(mẫu)", "(sample)", "-mau"
# Room for the tail and for a number behind it.
_LONGEST_STEM = MAX_LENGTH - len(TAIL) - 6
_TRIES = 60
# In folded names of makers the check takes long and short forms for one.
_SHORT = (("hop tac xa", "htx"), ("nong nghiep", "nn"), ("san xuat va dich vu", "sx dv"))
Draw = Callable[[int], str]


class Names:
    """The names given so far, kept as short sums: a chance equality costs one more draw.

    The check of near-duplicates compares the products of a maker, those without a maker, and all
    makers; a product without a maker never has the whole name of one that has a maker.
    """

    def __init__(self) -> None:
        self._near: set[int] = set()
        self._whole: dict[bool, set[int]] = defaultdict(set)

    def product(self, maker: str | None, draw: Draw) -> str:
        """A name for a product of a maker, or of none; `draw` gets the number of the try."""
        owned = maker is not None

        def fits(text: str) -> bool:
            whole = _sum(text)
            if whole in self._whole[not owned] or not self._is_far(f"product {maker or ''}", text):
                return False
            self._whole[owned].add(whole)
            return True

        return _first(draw, fits)

    def maker(self, draw: Draw) -> str:
        """A name for a maker; `draw` gets the number of the try."""
        return _first(draw, lambda text: self._is_far("maker", _shortened(text)))

    def _is_far(self, circle: str, text: str) -> bool:
        """Whether the text differs from all others of its circle, which it then joins."""
        sums = {_sum(f"{circle} {key}") for key in _keys(text)}
        if not self._near.isdisjoint(sums):
            return False
        self._near |= sums
        return True


def _first(draw: Draw, fits: Callable[[str], bool]) -> str:
    for attempt in range(_TRIES):
        name = draw(attempt)
        if fits(fold(name)):
            return name
    raise RuntimeError(f"no new name in {_TRIES} draws")


def _shortened(text: str) -> str:
    for long, short in _SHORT:
        text = text.replace(long, short)
    return text


def _keys(text: str) -> set[str]:
    """What two names share that differ by one letter at most, or in the order of their words."""
    shorter = (text[:at] + text[at + 1 :] for at in range(len(text)))
    return {text, " ".join(sorted(text.split())), *shorter}


def _sum(text: str) -> int:
    return crc32(text.encode())


class Ids:
    """The ids given so far, of all kinds."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, kind: str, name: str) -> str:
        """An id for a name, numbered where another record of the kind has it."""
        stem = slug(name.removesuffix(MARK), _LONGEST_STEM) + TAIL
        id, number = stem, 1
        while f"{kind} {id}" in self._taken:
            number += 1
            id = f"{stem}-{number}"
        self._taken.add(f"{kind} {id}")
        return id
