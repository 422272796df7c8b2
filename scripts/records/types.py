"""The values that leave this room: positions, problems and records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel

T_co = TypeVar("T_co", bound=BaseModel, covariant=True)
Location = tuple[str | int, ...]
Severity = Literal["error", "warning"]
KEY = "#key"


Content = bytes | Path


def content_of(content: Content) -> bytes:
    """The bytes themselves, or those of the file; b"" where it is gone."""
    if isinstance(content, bytes):
        return content
    try:
        return content.read_bytes()
    except OSError:
        return b""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A position in a file, line and column counted from 1."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake in one place: what was found and what to write instead, in Vietnamese.

    `path` is relative to the folder that holds `products/`, with forward slashes.
    `rule` is the rule's permanent id (kebab-case), the anchor in the staff guide.
    """

    path: str
    mark: Mark
    rule: str
    message: str
    fix: str = ""
    severity: Severity = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Generic[T_co]):
    """A file of `products/` that could be read and has the right shape.

    `kind` is "product", "producer", "decision", "craft", "shop", "video" or "list"; `id` is what
    the path says (of a list, the name of its file). `marks` holds the position of each value
    under its location, ("certificates", 0, "stars"), and that of each key under the location of
    its value with KEY behind it, ("certificates", 0, "stars", "#key"). `digest` is the SHA-256 of
    the file's content as it was read. Where `content` is a file, `raw` is read from it again:
    kept, it would be a fifth of the memory of a catalogue.
    """

    kind: str
    id: str
    path: str
    file: Path
    value: T_co
    marks: Mapping[Location, Mark] = field(repr=False)
    digest: bytes = field(repr=False)
    content: Content = field(repr=False, compare=False)

    @property
    def raw(self) -> bytes:
        """The content of the file; b"" where it is gone meanwhile."""
        return content_of(self.content)

    def mark(self, *location: str | int) -> Mark:
        """The position of a field, or of the nearest part around it that is written."""
        while location not in self.marks and location:
            location = location[:-1]
        return self.marks.get(location, Mark())


Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was found in `products/`; nothing is left out silently.

    `files` are all regular files, in the order of their POSIX paths. `broken` are kind and id of
    the records whose file is there but could not be read, so that nobody calls them missing.
    """

    records: tuple[Record[Any], ...]
    lists: Mapping[str, Record[Any]]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    broken: frozenset[tuple[str, str]] = frozenset()
