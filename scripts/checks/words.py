"""The texts of a record, and which records a rule about words has to look into at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from scripts.checks.context import Context, Location
from scripts.records.types import Record

# Fields that hold no prose: addresses, ids, numbers, names of files, dates.
_NO_PROSE = frozenset(
    {"id", "aliases", "key", "url", "repo_url", "document", "website", "traceability", "file"}
    | {"poster", "code", "former_code", "gtin", "number", "date", "read", "issued", "valid_until"}
    | {"producer", "group", "decision", "issuer", "craft", "shop", "illustration", "product"}
    | {"reviewed", "data_date", "in_force_from", "first", "last", "until", "carries", "now"}
    | {"sources", "level", "law", "kind", "evidence", "issued_basis", "code_basis", "licence"}
)
# Contacts that a business publishes itself; nowhere else may a number or an address stand.
CONTACTS = frozenset({"phone", "email"})


def prose(value: BaseModel, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Each text of a record that people read, with its location; titles of sources included."""
    for name in type(value).model_fields:
        inside = getattr(value, name)
        if inside is None or (name in _NO_PROSE and name != "sources"):
            continue
        yield from _prose(inside, (*location, name))


def _prose(value: Any, location: Location) -> Iterator[tuple[Location, str]]:
    if isinstance(value, str):
        if location[-1] not in CONTACTS and "sources" not in location[-2:]:
            yield location, value
    elif isinstance(value, BaseModel):
        yield from prose(value, location)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _prose(item, (*location, index))


Alarm = Callable[[str], bool]
_ALARMS: dict[str, Alarm] = {}


def alarm(name: str, test: Alarm) -> None:
    """Say which files a rule looks into at all: `test` gets what `flat` gives."""
    _ALARMS[name] = test


def flat(record: Record[Any]) -> str:
    """The file as written, in lower case, its lines joined by spaces."""
    lines = record.raw.decode("utf-8", "replace").casefold().split("\n")
    return " ".join([line.strip(" ") for line in lines])


def holds_any(words: Iterable[str]) -> Alarm:
    """An alarm for texts that hold any of the words, also inside other words."""
    folded = [word.casefold() for word in words]
    return lambda text: any(word in text for word in folded)


def suspects(context: Context, name: str) -> Iterator[tuple[Record[Any], Location, str]]:
    """The texts of the records that an alarm went off for."""
    if "suspects" not in context.memo:
        context.memo["suspects"] = _suspects(context)
    for record in context.memo["suspects"][name]:
        for location, text in prose(record.value):
            yield record, location, text


def _suspects(context: Context) -> Mapping[str, list[Record[Any]]]:
    """Alarm → the records it went off for: one pass over the files as they are written."""
    found: dict[str, list[Record[Any]]] = {name: [] for name in _ALARMS}
    for record in context.everything:
        text = flat(record)
        # An escape in quotes may hide anything.
        hidden = "\\" in text
        for name, test in _ALARMS.items():
            if hidden or test(text):
                found[name].append(record)
    return found


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of the words or phrases, not as a part of a longer word."""
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
