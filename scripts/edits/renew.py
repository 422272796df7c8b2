"""A product is certified again, or is withdrawn: one new fact, with its source."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from scripts.edits.series import inserted, same
from scripts.edits.sources import joined
from scripts.edits.types import Change, Data, EditError, rewritten, updated
from scripts.records import Record
from scripts.schema.common import Source
from scripts.schema.product import Certificate


def renewed(
    record: Record[Any], certificate: Data, source: Mapping[str, Any], today: date
) -> tuple[Change, ...]:
    """A new certificate at its place in a product's series, resting on a source.

    `source`: all fields of a new source, or the whole of one that the record has. EditError
    where the product is withdrawn or has that certificate already.
    """
    if record.value.withdrawn:
        raise EditError(f"{record.path} đã gỡ khỏi danh mục; hãy bỏ withdrawn trong tệp trước")
    sources, cited = _with(record, source)
    new = Certificate.model_validate({**certificate, "sources": [cited]}).model_dump()
    known = record.value.model_dump()["certificates"]
    if any(same(one, new) and one["stars"] == new["stars"] for one in known):
        raise EditError(f"{record.path} đã có lần công nhận này; hãy sửa trong tệp nếu còn thiếu")
    changed = {
        "certificates": inserted(known, new),
        "sources": sources,
        "reviewed": today.isoformat(),
    }
    return (rewritten(record, updated(record.value, changed)),)


def withdrawn(
    record: Record[Any], reason: str, day: str, source: Mapping[str, Any]
) -> tuple[Change, ...]:
    """A product leaves all lists; its page says why. EditError where it has left them already."""
    if record.value.withdrawn:
        raise EditError(f"{record.path} đã gỡ khỏi danh mục từ {record.value.withdrawn.date}")
    sources, cited = _with(record, source)
    told = {"date": day, "reason": reason, "sources": [cited]}
    return (rewritten(record, updated(record.value, {"withdrawn": told, "sources": sources})),)


def _with(record: Record[Any], source: Mapping[str, Any]) -> tuple[list[Data], str]:
    """The record's sources with that one, and the key under which it is cited."""
    sources, keys = joined(record.value.model_dump()["sources"], [_whole(source)])
    return sources, keys[source["key"]]


def _whole(source: Mapping[str, Any]) -> Data:
    """The source with the fields that were left out, as a record has them."""
    return Source.model_validate(dict(source)).model_dump()
