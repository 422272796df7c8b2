"""Where records name other records, and how all of them follow when an id changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.edits.types import Change, rewritten
from scripts.records import Reading

Path = tuple[str, ...]
EACH = "*"

REFERENCES: Mapping[str, Mapping[str, tuple[Path, ...]]] = {
    "producer": {"product": (("producer",),)},
    "decision": {
        "product": (
            ("certificates", EACH, "decision"),
            ("certificates", EACH, "decision_inferred", "decision"),
            ("certificates", EACH, "revoked", "decision"),
        )
    },
    "craft": {"product": (("craft",),)},
    "shop": {"product": (("where_to_buy", EACH, "shop"),)},
    "product": {"shop": (("carries", EACH),), "video": (("chapters", EACH, "product"),)},
    "video": {},
}
"""Kind that is named → kind that names it → the fields; EACH stands for the items of a list."""


def mended(reading: Reading, kind: str, old: str, new: str) -> Iterator[Change]:
    """The changes of all records that name the record `old` of a kind, so that they name `new`.

    Lists of nothing but ids name each once, also where `old` and `new` both stood in one.
    """
    holders = REFERENCES[kind]
    for record in reading.records:
        paths = holders.get(record.kind, ())
        data = record.value.model_dump() if paths else {}
        led = data
        for path in paths:
            led = _led(led, path, {old: new})
        if led != data:
            yield rewritten(record, type(record.value).model_validate(led))


def _led(data: Any, path: Path, ids: Mapping[str, str]) -> Any:
    """The data with the ids at the end of a path replaced."""
    if not path:
        return ids.get(data, data)
    step, *rest = path
    if step == EACH:
        items = [_led(item, tuple(rest), ids) for item in data]
        return items if rest else list(dict.fromkeys(items))
    if data.get(step) is None:
        return data
    return data | {step: _led(data[step], tuple(rest), ids)}
