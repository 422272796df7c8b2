"""The short way to the values of a file in which there is nothing to remark.

Nearly every file is such a file: this pass looks only for a reason to take the long way, through
`parse`, which finds the same values, keeps positions and says what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from scripts.records import plain
from scripts.records.builder import MAX_DEPTH

# A text of this length cannot hold as many values as `builder` refuses.
_LONGEST = 32 * 1024
_STARTS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)
_STRING = frozenset({str})


class _LongWay(Exception):  # noqa: N818
    """Something is to be said of this file, or may be."""


def quick(text: str) -> dict[str, Any] | None:
    """The values of the one document; None where only `parse` can tell."""
    if len(text) > _LONGEST or "\\" in text or "#" in text:
        return None
    loader = yaml.CSafeLoader(text)
    try:
        documents = _collect(iter(loader.get_event, None))
    except (_LongWay, yaml.YAMLError, plain.OddNumberError):
        return None
    finally:
        loader.dispose()
    alone = len(documents) == 1 and isinstance(documents[0], dict)
    return documents[0] if alone else None


def _collect(stream: Iterator[Any]) -> list[Any]:
    """The values of all documents. A mapping's keys and values are collected in one list."""
    items: list[Any] = []
    outer: list[list[Any]] = []
    for event in stream:
        kind = type(event)
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                raise _LongWay
            value = event.value
            if not event.style and value[:1] in plain.FIRST:
                value = plain.resolve(value)
            items.append(value)
        elif kind in _STARTS:
            if event.tag is not None or event.anchor is not None or len(outer) >= MAX_DEPTH:
                raise _LongWay
            outer.append(items)
            items = []
        elif kind in _ENDS:
            made = items if kind is SequenceEndEvent else _mapping(items)
            items = outer.pop()
            items.append(made)
        elif kind is AliasEvent or (kind is DocumentStartEvent and event.version):
            raise _LongWay
    return items


def _mapping(items: list[Any]) -> dict[str, Any]:
    keys = items[::2]
    if not _STRING.issuperset(map(type, keys)):
        raise _LongWay
    made = dict(zip(keys, items[1::2], strict=True))
    if len(made) < len(keys) or "<<" in made or "" in made:
        raise _LongWay
    return made
