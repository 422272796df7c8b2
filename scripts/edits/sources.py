"""Sources: joining those of two records, and citing an old or a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scripts.edits.types import Data
from scripts.text.slug import MAX_LENGTH

Sources = Sequence[Mapping[str, Any]]


def joined(known: Sources, more: Sources) -> tuple[list[Data], dict[str, str]]:
    """All sources, each once, and which key each key of `more` became.

    Two are the same where they differ in nothing but their key; else a taken key gets a number.
    """
    every = [dict(source) for source in known]
    keys: dict[str, str] = {}
    for source in more:
        same = next((one for one in every if _bare(one) == _bare(source)), None)
        key = same["key"] if same else free(source["key"], {one["key"] for one in every})
        if same is None:
            every.append({**source, "key": key})
        keys[source["key"]] = key
    return every, keys


def recited(data: Any, keys: Mapping[str, str]) -> Any:
    """The parts of a record with the keys in all their lists `sources` replaced."""
    if isinstance(data, list):
        return [recited(item, keys) for item in data]
    if not isinstance(data, dict):
        return data
    return {
        name: [keys.get(key, key) for key in value]
        if name == "sources" and all(isinstance(key, str) for key in value)
        else recited(value, keys)
        for name, value in data.items()
    }


def free(key: str, taken: set[str]) -> str:
    """The key, or the key with the first number that makes it free."""
    number, found = 2, key
    while found in taken:
        found = f"{key[: MAX_LENGTH - len(str(number)) - 1].rstrip('-')}-{number}"
        number += 1
    return found


def _bare(source: Mapping[str, Any]) -> Data:
    return {name: value for name, value in source.items() if name != "key"}
