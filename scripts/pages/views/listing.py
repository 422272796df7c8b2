"""A list of products in pages of 24, each with a plain address of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

PAGE_SIZE = 24
ROWS = 96
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One number in the pager; None stands for a gap."""

    number: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page stands among the pages of its list."""

    number: int
    count: int
    steps: tuple[Step | None, ...]
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Generic[Item]):
    """One page of a list: its address, its items, its pager (None for a list of one page)."""

    address: str
    number: int
    items: Sequence[Item]
    pager: Pager | None

    @property
    def first(self) -> bool:
        """Whether this is the page at the list's own address."""
        return self.number == 1


def address(base: str, number: int) -> str:
    """The address of a page of a list: the first is the list's own."""
    return base if number == 1 else f"{base}trang-{number}/"


def sheets(base: str, items: Sequence[Item], size: int = PAGE_SIZE) -> list[Sheet[Item]]:
    """The pages of a list; one page where there is nothing."""
    count = max(1, -(-len(items) // size))
    return [
        Sheet(
            address=address(base, number),
            number=number,
            items=items[(number - 1) * size : number * size],
            pager=_pager(base, number, count) if count > 1 else None,
        )
        for number in range(1, count + 1)
    ]


def _pager(base: str, number: int, count: int) -> Pager:
    shown = sorted({1, 2, number - 1, number, number + 1, count} & set(range(1, count + 1)))
    steps: list[Step | None] = []
    for before, each in zip([0, *shown], shown, strict=False):
        if each - before > 1:
            steps.append(None)
        steps.append(Step(number=each, address=address(base, each)))
    return Pager(
        number=number,
        count=count,
        steps=tuple(steps),
        previous=address(base, number - 1) if number > 1 else None,
        next=address(base, number + 1) if number < count else None,
    )
