"""Sources: each fact names the document that it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from scripts.checks.context import Context, Location
from scripts.checks.nearest import Vocabulary, guess
from scripts.checks.registry import Found, at, rule
from scripts.checks.spans import shown, span
from scripts.records.types import Record

_CITE = "hãy thêm sources với mã của nguồn nói điều này"


def citations(value: BaseModel, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Each source key that a record or a part of it names, with its location."""
    for name in _parts(type(value)):
        inside = getattr(value, name)
        if isinstance(inside, BaseModel):
            yield from citations(inside, (*location, name))
        elif inside:
            yield from _cited(inside, (*location, name))


def _cited(items: Any, location: Location) -> Iterator[tuple[Location, str]]:
    for index, item in enumerate(items):
        if isinstance(item, BaseModel):
            yield from citations(item, (*location, index))
        elif location[-1] == "sources":
            yield (*location, index), item


@cache
def _parts(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that are parts or lists: only these can hold a citation."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if any(word in str(field.annotation) for word in ("list[", "scripts.schema"))
    )


@rule("source-unknown", "error", "Mã nguồn không có trong bản ghi")
def cited_source_exists(context: Context) -> Iterator[Found]:
    """A source key that a part names is the key of one of the record's sources."""
    for record in context.everything:
        keys = {source.key for source in record.value.sources}
        for location, key in citations(record.value):
            if key not in keys:
                near = Vocabulary(keys).nearest(key)
                fix = guess(near, f"các mã nguồn của bản ghi: {', '.join(sorted(keys))}")
                yield at(record, location, f"không có nguồn “{key}” trong bản ghi này", fix)


@rule("source-unused", "warning", "Nguồn không được dẫn ở đâu")
def source_is_cited(context: Context) -> Iterator[Found]:
    """In a record whose parts name sources, each source is named by one of them."""
    for record in context.everything:
        cited = {key for _, key in citations(record.value)}
        for index, source in enumerate(record.value.sources):
            if cited and source.key not in cited:
                yield at(
                    record,
                    ("sources", index, "key"),
                    f"nguồn “{source.key}” không được trường nào dẫn",
                    "hãy ghi mã này vào sources của phần mà nguồn nói tới, hoặc bỏ nguồn",
                )


@rule("source-same", "warning", "Hai nguồn có cùng địa chỉ")
def source_address_is_unique(context: Context) -> Iterator[Found]:
    """Two sources of a record have different addresses."""
    for record in context.everything:
        seen: dict[str, str] = {}
        for index, source in enumerate(record.value.sources):
            first = seen.setdefault(source.url, source.key) if source.url else source.key
            if first != source.key:
                yield at(
                    record,
                    ("sources", index, "url"),
                    f"nguồn “{source.key}” có cùng địa chỉ với nguồn “{first}”",
                    "hãy gộp thành một nguồn",
                )


@rule("source-order", "error", "Nguồn được đọc trước ngày công bố")
def source_is_read_after_its_date(context: Context) -> Iterator[Found]:
    """A source is not read before the day on which it was published."""
    for record in context.everything:
        for index, source in enumerate(record.value.sources):
            if not source.date or not source.read:
                continue
            if span(source.read).last < span(source.date).first:
                yield at(
                    record,
                    ("sources", index, "read"),
                    f"nguồn “{source.key}” ghi đọc {shown(source.read)}, "
                    f"trước khi công bố {shown(source.date)}",
                    "hãy xem lại date và read",
                )


@rule("certificate-source", "error", "Lần công nhận không có nguồn")
def certificate_has_source(context: Context) -> Iterator[Found]:
    """Each certificate names at least one source."""
    for certified in context.certificates:
        if not certified.value.sources:
            message = "lần công nhận này không dẫn nguồn nào"
            yield at(certified.record, certified.at(), message, _CITE)


@rule("revoked-source", "error", "Việc thu hồi không có nguồn")
def revocation_has_source(context: Context) -> Iterator[Found]:
    """Nobody is said to have lost a certificate without a source."""
    for certified in context.certificates:
        revoked = certified.value.revoked
        if revoked and not revoked.sources:
            message = "việc thu hồi giấy chứng nhận không dẫn nguồn nào"
            yield at(certified.record, certified.at("revoked"), message, _CITE)


@rule("fact-source", "error", "Sự thật không có nguồn")
def fact_has_source(context: Context) -> Iterator[Found]:
    """Each fact, each doubt and each paragraph told by the editors names its source."""
    for record in context.reading.records:
        for location, passage in _passages(record):
            if not passage.sources:
                message = f"đoạn {location[0]} thứ {int(location[1]) + 1} không dẫn nguồn nào"
                yield at(record, location, message, _CITE)


def _passages(record: Record[Any]) -> Iterator[tuple[Location, Any]]:
    told = getattr(record.value, "story_by", "producer") == "editor"
    for name in ("facts", "doubts", *(("story",) if told else ())):
        for index, passage in enumerate(getattr(record.value, name, [])):
            yield (name, index), passage
