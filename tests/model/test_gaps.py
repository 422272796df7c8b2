"""A whole record lacks nothing; each thing taken away or put in doubt is named, and only it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from scripts.model import gaps
from scripts.model.build import build
from scripts.schema.common import Source
from tests.builder import TODAY
from tests.model.world import reading, record

PLACE = {
    "commune": "Xã Ân Hòa",
    "district": "Huyện Kim Sơn",
    "province": "Ninh Bình",
    "code": "14638",
    "code_basis": "derived",
}
SPLIT = {
    "commune": "Xã Gia Tân",
    "district": "Huyện Gia Viễn",
    "province": "Ninh Bình",
    "code_basis": "unknown",
}
EARLIER = {
    "commune": "Xã Nghĩa Bình",
    "district": "Huyện Nghĩa Hưng",
    "province": "Nam Định",
    "code": "13933",
    "code_basis": "derived",
}
SAID = {"vi": "Lời", "en": "Words"}
ONLY_VI = {"vi": "Lời"}
DECISION = record("decision", "qd", issuer="tinh", level="province", date="2025-12-20")
CERTIFICATE = {"stars": 3, "issued": "2025-12-20", "decision": "qd", "evidence": "decision"}
MET = {"date": "2025-06-26", "event": "Họp"}
PHOTO = {"file": "a.jpg", "alt": "Ảnh", "alt_en": "Photo", "credit": "A", "licence": "CC0 1.0"}
PRODUCT: dict[str, Any] = {
    "name": "Gạo",
    "name_en": "Rice",
    "producer": "htx",
    "group": "gao",
    "place": PLACE,
    "certificates": [CERTIFICATE],
    "images": [PHOTO],
    "summary": SAID,
}
PRODUCER: dict[str, Any] = {
    "name": "HTX Mẫu",
    "kind": "cooperative",
    "place": PLACE,
    "website": "https://example.org/",
    "summary": SAID,
}


def source(**fields: Any) -> Source:
    return Source(key="nguon", publisher="Nguồn", supports="mọi điều", **fields)


def lacked(
    product: dict[str, Any] | None = None,
    producer: dict[str, Any] | None = None,
    of: Source | None = None,
) -> tuple[gaps.Gaps, gaps.Gaps]:
    """What the product and its producer lack, with these fields changed; None leaves one out."""
    records = [
        record("product", "gao", **known({**PRODUCT, **(product or {})})),
        record("producer", "htx", **known({**PRODUCER, **(producer or {})})),
    ]
    if of:
        records = [
            replace(one, value=one.value.model_copy(update={"sources": [of]})) for one in records
        ]
    made = build(reading(DECISION, *records), TODAY)
    return gaps.of_product(made.by_id["gao"]), gaps.of_producer(made.producers["htx"])


def known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def certified(**changes: Any) -> dict[str, Any]:
    return {"certificates": [known({**CERTIFICATE, **changes})]}


def test_whole_records_lack_nothing() -> None:
    assert lacked(of=source(url="https://example.org/")) == ((), ())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (certified(stars=None), ["stars"]),
        (certified(issued=None), ["date"]),
        (certified(issued="2025"), ["day"]),
        (certified(issued=None, not_before={**MET, "event_en": "Met"}), ["day"]),
        (certified(issued=None, not_after={**MET, "event_en": "Met"}), ["day"]),
        (certified(issued=None, not_before=MET), ["day", "english"]),
        (certified(decision=None), ["decision"]),
        ({"certificates": [CERTIFICATE, {**CERTIFICATE, "stars": 4}]}, ["order"]),
        ({"certificates": []}, ["stars", "date", "decision"]),
        ({"producer": None}, ["maker"]),
        ({"group": None}, ["group"]),
        ({"place": None}, ["commune"]),
        ({"place": {"district": "Huyện Kim Sơn", "province": "Ninh Bình"}}, ["commune"]),
        ({"place": SPLIT}, ["choice"]),
        ({"place": EARLIER}, ["earlier"]),
        ({"place": {**EARLIER, "code_basis": "staff"}}, []),
        ({"images": [{**PHOTO, "kind": "illustration"}]}, ["photo"]),
        ({"images": [{**PHOTO, "alt_en": None}]}, ["english"]),
        ({"summary": None}, ["summary"]),
        ({"summary": ONLY_VI}, ["english"]),
        ({"name_en": None}, ["english"]),
        ({"facts": [SAID, ONLY_VI]}, ["english"]),
        ({"doubts": [SAID]}, ["doubts"]),
    ],
)
def test_each_gap_of_a_product_is_named(changes: dict[str, Any], expected: list[str]) -> None:
    assert list(lacked(changes)[0]) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"kind": None}, ["kind"]),
        ({"place": None}, ["commune"]),
        ({"place": SPLIT}, ["choice"]),
        ({"place": EARLIER}, ["earlier"]),
        ({"website": None}, ["website"]),
        ({"summary": None}, ["summary"]),
        ({"story": [ONLY_VI]}, ["english"]),
        ({"website": None, "summary": None, "kind": "household", "withheld": True}, []),
    ],
)
def test_each_gap_of_a_producer_is_named(changes: dict[str, Any], expected: list[str]) -> None:
    assert list(lacked(producer=changes)[1]) == expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (source(url="https://example.org/", weak=True), ("weak",)),
        (source(url="http://example.org/"), ("http",)),
        (source(), ()),
    ],
)
def test_weak_grounds_are_named(of: Source, expected: gaps.Gaps) -> None:
    assert lacked(of=of) == (expected, expected)


def test_a_new_certificate_makes_up_for_an_old_one() -> None:
    old = {"issued": "2021", "evidence": "press"}
    assert lacked({"certificates": [old, CERTIFICATE]})[0] == ()


def test_counts_name_every_kind_in_order() -> None:
    found = gaps.counted(gaps.PRODUCER, [("kind", "http"), ("http",), ()])
    assert list(found) == list(gaps.PRODUCER)
    assert {kind: n for kind, n in found.items() if n} == {"kind": 1, "http": 2}
