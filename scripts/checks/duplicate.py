"""Duplicates and near-duplicates of products, producers and decisions.

Nothing is compared with everything: names meet in the buckets of their keys.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from scripts import schema
from scripts.checks.context import Context
from scripts.checks.registry import Found, at, rule
from scripts.records.types import Record
from scripts.text.fold import fold

# Folded words for kinds of maker, and the one form in which they are compared.
_FORMS = (
    (re.compile(r"\bhop tac xa\b"), "htx"),
    (re.compile(r"\btrach nhiem huu han\b"), "tnhh"),
    (re.compile(r"\bcong ty\b"), "cty"),
    (re.compile(r"\bco phan\b"), "cp"),
    (re.compile(r"\b(?:ho kinh doanh|co so san xuat|co so)\b"), "hkd"),
    (re.compile(r"\bdoanh nghiep tu nhan\b"), "dntn"),
    (re.compile(r"\bnong nghiep\b"), "nn"),
    (re.compile(r"\bsan xuat\b"), "sx"),
    (re.compile(r"\bthuong mai\b"), "tm"),
    (re.compile(r"\bdich vu\b"), "dv"),
    (re.compile(r"\b(?:va|mot thanh vien|mtv)\b"), ""),
)
# One wrong letter tells nothing in a shorter name.
_SHORTEST = 10


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """A maker's name as it is compared: folded, kinds of business in one form."""
    text = fold(name)
    for pattern, form in _FORMS:
        text = pattern.sub(form, text)
    return " ".join(text.split())


@rule("product-duplicate", "error", "Sản phẩm trùng")
def product_is_written_once(context: Context) -> Iterator[Found]:
    """Products of one producer, or of one commune where it is unknown, differ in name."""
    seen: dict[tuple[str, str], Record[schema.Product]] = {}
    for record in context.products:
        for home in _homes(record):
            first = seen.setdefault((fold(record.value.name), home), record)
            if first is not record:
                yield at(
                    record,
                    ("name",),
                    f"“{record.value.name}” trùng tên và nơi với {first.path}",
                    "hãy gộp hai bản ghi; giữ mã cũ của bản bỏ đi ở aliases",
                )
                break


def _homes(record: Record[schema.Product]) -> Iterator[str]:
    """What makes two products of one name the same: the producer, else the place."""
    place = record.value.place
    if record.value.producer:
        yield f"producer {record.value.producer}"
    elif place and (place.commune or place.code):
        words = fold(f"{place.commune} {place.district}")
        yield f"place {place.code or words}"


class _Named(NamedTuple):
    """A name to compare, with the bucket in which it meets others."""

    bucket: str
    text: str
    record: Record[Any]


@rule("product-near", "warning", "Sản phẩm gần trùng")
def product_is_not_nearly_another(context: Context) -> Iterator[Found]:
    """Names of one producer's products differ by more than a letter or the order of words."""
    named = (
        _Named(record.value.producer or "", fold(record.value.name), record)
        for record in context.products
    )
    for first, second in _near(named):
        if first.text == second.text and _told_as_duplicate(first.record, second.record):
            continue
        yield at(
            second.record,
            ("name",),
            f"“{second.record.value.name}” gần giống “{first.record.value.name}” "
            f"({first.record.path}), {_owner(second.bucket)}",
            "hãy xem có phải một sản phẩm; nếu hai sản phẩm thì giữ nguyên",
        )


def _told_as_duplicate(first: Record[schema.Product], second: Record[schema.Product]) -> bool:
    """Whether two products of one name are duplicates already, or of two known communes."""
    homes = [next(_homes(record), None) for record in (first, second)]
    return None not in homes


def _owner(producer: str) -> str:
    return f"cùng chủ thể “{producer}”" if producer else "đều chưa rõ chủ thể"


@rule("product-same-name", "warning", "Sản phẩm cùng tên, chưa rõ của ai")
def unowned_product_is_unlike_others(context: Context) -> Iterator[Found]:
    """A product without producer may be the one of that name that has a producer."""
    owned: dict[str, Record[schema.Product]] = {}
    for record in context.products:
        if record.value.producer:
            owned.setdefault(fold(record.value.name), record)
    for record in context.products:
        other = owned.get(fold(record.value.name))
        if other and not record.value.producer:
            yield at(
                record,
                ("name",),
                f"“{record.value.name}” cùng tên với {other.path}, mà bản ghi này chưa rõ chủ thể",
                "hãy xem có phải một sản phẩm rồi ghi producer hoặc gộp lại",
            )


@rule("producer-duplicate", "error", "Chủ thể trùng")
def producer_is_written_once(context: Context) -> Iterator[Found]:
    """Two producers of one commune do not have the same name, however it is abbreviated."""
    seen: dict[tuple[str, str], Record[schema.Producer]] = {}
    for record in context.producers:
        first = seen.setdefault((normal(record.value.name), _commune(record)), record)
        if first is not record:
            yield at(
                record,
                ("name",),
                f"“{record.value.name}” trùng với “{first.value.name}” ở {first.path}",
                "hãy gộp hai bản ghi; giữ mã cũ ở aliases, cách viết kia ở other_names",
            )


@rule("producer-near", "warning", "Chủ thể gần trùng")
def producer_is_not_nearly_another(context: Context) -> Iterator[Found]:
    """Names of producers differ by more than a letter, an abbreviation or the order of words."""
    named = (
        _Named("", normal(name), record)
        for record in context.producers
        for name in (record.value.name, *record.value.other_names)
    )
    for first, second in _near(named):
        same_name = normal(first.record.value.name) == normal(second.record.value.name)
        if same_name and _commune(first.record) == _commune(second.record):
            continue
        yield at(
            second.record,
            ("name",),
            f"“{second.record.value.name}” gần giống “{first.record.value.name}” "
            f"({first.record.path})",
            "hãy xem có phải một chủ thể; nếu hai chủ thể thì giữ nguyên",
        )


def _commune(record: Record[schema.Producer]) -> str:
    place = record.value.place
    return (place.code or fold(place.commune or "")) if place else ""


@rule("decision-duplicate", "error", "Quyết định trùng")
def decision_is_written_once(context: Context) -> Iterator[Found]:
    """Two decisions of an issuer differ in number or day."""
    seen: dict[tuple[str, str, str], Record[schema.Decision]] = {}
    for record in context.decisions:
        value = record.value
        if not value.number and not value.date:
            continue
        key = (fold(value.number or ""), value.issuer, (value.date or "")[:4])
        first = seen.setdefault(key if value.number else (*key[:2], value.date or ""), record)
        if first is not record:
            yield at(
                record,
                ("number",) if value.number else ("date",),
                f"quyết định {value.number or 'này'} của “{value.issuer}” đã có ở {first.path}",
                "hãy gộp hai bản ghi; giữ mã cũ ở aliases",
            )


def _near(named: Iterable[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Pairs of different records whose names agree but for one letter or the order of words."""
    buckets: dict[str, list[_Named]] = defaultdict(list)
    for one in named:
        buckets[one.bucket].append(one)
    for bucket in buckets.values():
        if len(bucket) > 1:
            yield from _near_within(bucket)


def _near_within(bucket: list[_Named]) -> Iterator[tuple[_Named, _Named]]:
    # Hash of a key → the first record of each name that has it. Few names share a key, and keys
    # are so many that the texts themselves would take too much memory.
    met: dict[int, tuple[_Named, ...]] = {}
    told: set[tuple[str, str]] = set()
    for second in bucket:
        for key in map(hash, _keys(second.text)):
            known = met.get(key, ())
            others = (one for one in known if one.record is not second.record)
            first = next((one for one in others if _share(one.text, second.text)), None)
            if first and (first.record.path, second.record.path) not in told:
                told.add((first.record.path, second.record.path))
                yield first, second
            if all(one.text != second.text for one in known):
                met[key] = (*known, second)


def _share(one: str, other: str) -> bool:
    return not _keys(one).isdisjoint(_keys(other))


def _keys(text: str) -> set[str]:
    """Keys that two names share when they differ by one letter at most or in their order.

    Figures tell products apart, so none is left out.
    """
    places = range(len(text)) if len(text) >= _SHORTEST else ()
    shorter = (text[:at] + text[at + 1 :] for at in places if not text[at].isdigit())
    return {text, " ".join(sorted(text.split())), *shorter}
