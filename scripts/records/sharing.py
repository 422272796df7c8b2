"""Less memory for many records: what is the same in many parts is kept once for all of them."""

from __future__ import annotations

from functools import cache
from sys import intern
from typing import Any

from pydantic import BaseModel

_NOTHING: list[object] = []
# Longer texts and lists are seldom written twice.
_SHORT, _FEW = 120, 2


def share(value: BaseModel) -> None:
    """Let all parts with the same written fields hold one set of their names, and so on.

    These sets are a third of the memory of a catalogue, empty lists a tenth, and ids, dates,
    names, titles of sources and the keys that cite them repeat over thousands of records. Values
    are frozen, so nobody adds to one; pydantic copies the set when it copies a model.
    """
    object.__setattr__(value, "__pydantic_fields_set__", _one(frozenset(value.model_fields_set)))
    fields = value.__dict__
    for name, inner in fields.items():
        if type(inner) is str:
            fields[name] = intern(inner) if len(inner) < _SHORT else inner
        elif type(inner) is list:
            fields[name] = _shared(inner) if inner else _NOTHING
        elif isinstance(inner, BaseModel):
            share(inner)


def _shared(items: list[Any]) -> list[Any]:
    for item in items:
        if isinstance(item, BaseModel):
            share(item)
    if len(items) > _FEW or not all(type(item) is str and len(item) < _SHORT for item in items):
        return list(items)
    return _one_list(tuple(map(intern, items)))


@cache
def _one_list(items: tuple[str, ...]) -> list[str]:
    return list(items)


@cache
def _one(names: frozenset[str]) -> set[str]:
    return set(names)
