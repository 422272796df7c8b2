"""The full sample catalogue with markup in every text that a record may carry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from scripts import pages, records
from scripts.model.build import build
from scripts.model.types import Catalogue
from scripts.pages.types import Page
from scripts.records import Reading, Record
from tests.builder import CATALOGUES, TODAY
from tests.pages import made

# What each part tries: to open a tag, to leave an attribute, to end a script, to open a template.
PAYLOAD = (
    "<img src=x onerror=alert({n})>'\"&amp;{{{{7*7}}}}{{% x %}}</script><!--]]>\u2028\u202e·{n}"
)
LISTS = ("groups", "issuers", "law", "programme")


class Counter:
    """Gives each text a number of its own, so that it is known wherever it comes out."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def next(self) -> str:
        self.texts.append(PAYLOAD.format(n=len(self.texts)))
        return self.texts[-1]


@cache
def poisoned() -> tuple[Catalogue, tuple[str, ...]]:
    """The catalogue, and the texts that were put into it."""
    counter = Counter()
    reading = records.read(CATALOGUES / "full" / "products")
    made_of = Reading(
        records=tuple(_poison(record, counter) for record in reading.records),
        lists={
            name: _poison(record, counter) if name in LISTS else record
            for name, record in reading.lists.items()
        },
        problems=(),
        files=reading.files,
    )
    return build(made_of, TODAY), tuple(counter.texts)


@cache
def all_pages() -> dict[str, Page]:
    """Every page of that catalogue by its address."""
    return {page.address: page for page in pages.all(poisoned()[0], made.SETTINGS)}


def _poison(record: Record[Any], counter: Counter) -> Record[Any]:
    """The record with each text replaced that the field list lets be any text."""
    value: BaseModel = record.value
    for path in list(_texts(value.model_dump())):
        data = value.model_dump()
        _put(data, path, counter.next())
        try:
            value = type(value).model_validate(data)
        except ValidationError:
            counter.texts.pop()
    return replace(record, value=value)


def _texts(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(data, str) and not _refers(path):
        yield path
    items: Any = data.items() if isinstance(data, dict) else ()
    for key, value in enumerate(data) if isinstance(data, list) else items:
        yield from _texts(value, (*path, key))


def _refers(path: tuple[str | int, ...]) -> bool:
    """Whether the text is an id or a key that other parts name, or the name of a place."""
    return path[-1] in ("id", "key") or path[-1] in ("commune", "district", "province")


def _put(data: Any, path: tuple[str | int, ...], text: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = text
