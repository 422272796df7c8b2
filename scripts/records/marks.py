"""Positions of a record's fields, found when somebody asks for the first of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.records.findings import RefusedError
from scripts.records.parse import parse
from scripts.records.types import Content, Location, Mark, content_of


class Marks(Mapping[Location, Mark]):
    """The marks of a file's content. Most records have no problem and never need theirs."""

    __slots__ = ("_content", "_found")

    def __init__(self, content: Content) -> None:
        self._content = content
        self._found: Mapping[Location, Mark] | None = None

    @property
    def _all(self) -> Mapping[Location, Mark]:
        if self._found is None:
            self._found = self._look()
        return self._found

    def _look(self) -> Mapping[Location, Mark]:
        try:
            return parse(content_of(self._content).decode("utf-8")).marks
        except (UnicodeDecodeError, RefusedError):
            return {}  # the file has been changed since it was read

    def __getitem__(self, location: Location) -> Mark:
        return self._all[location]

    def __iter__(self) -> Iterator[Location]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)
