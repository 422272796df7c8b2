"""What an edit is made of: one change for each file, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel

from scripts import records
from scripts.records import Record

Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What becomes of one file below `products/`: where it was, where it is, and its content.

    `old` is None for a new file, `new` for one that goes. `before` and `after` are contents; both
    are None for a picture or caption, which moves as it is.
    """

    old: PurePosixPath | None
    new: PurePosixPath | None
    before: bytes | None = None
    after: bytes | None = None


class EditError(Exception):
    """Why an edit is refused, in Vietnamese, with what to do instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A field in which two records to be merged say different things, as YAML would show it."""

    field: str
    from_: str
    into: str


class ConflictError(EditError):
    """A merge needs a choice; `conflicts` holds every field that does."""

    def __init__(self, conflicts: tuple[Conflict, ...]) -> None:
        super().__init__("hai bản ghi nói khác nhau")
        self.conflicts = conflicts


def below(record: Record[Any]) -> PurePosixPath:
    """The place of a record's file below `products/`."""
    return PurePosixPath(*PurePosixPath(record.path).parts[1:])


def rewritten(record: Record[Any], value: BaseModel, file: PurePosixPath | None = None) -> Change:
    """The change of a record's file to the canonical form of a value, perhaps at a new place."""
    place = below(record)
    return Change(old=place, new=file or place, before=record.raw, after=records.canonical(value))


def updated(value: BaseModel, changed: Mapping[str, Any]) -> BaseModel:
    """The value with some fields anew (plain data), judged by the field list."""
    return type(value).model_validate({**value.model_dump(), **changed})
