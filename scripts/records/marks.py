"""Positions of a record's fields, found when somebody asks for the first of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from scripts.records.parse import parse
from scripts.records.types import Location, Mark


class Marks(Mapping[Location, Mark]):
    """The marks of a file's content. Most records have no problem and never need theirs."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    @cached_property
    def _all(self) -> Mapping[Location, Mark]:
        return parse(self._raw.decode("utf-8")).marks

    def __getitem__(self, location: Location) -> Mark:
        return self._all[location]

    def __iter__(self) -> Iterator[Location]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
