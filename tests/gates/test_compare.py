"""Which moves of a number stop a publication, and what is said of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scripts.gates.compare import moves
from tests.gates.samples import changed, sample

BEFORE, AFTER = date(2026, 5, 31), date(2026, 6, 1)


def lines(new: dict[str, Any], day: date = AFTER, old: dict[str, Any] | None = None) -> list[Any]:
    return [move.line for move in moves(old or sample(), new, day)]


def test_a_site_like_the_last_one_passes_on_any_day() -> None:
    for day in (BEFORE, AFTER, date(2000, 1, 1), date(2100, 1, 1)):
        assert lines(sample(), day) == []


def test_what_the_calendar_explains_does_not_count() -> None:
    """40 of 70 certificates end between the two publications: the old numbers say so too."""
    later = sample()
    later["states"]["3"] = {"0001-01-01": {"valid": 30, "expired": 40}}
    assert lines(later, AFTER) == []
    assert lines(later, BEFORE) == [("states", "3/valid"), ("states", "3/expired")]


def test_certificates_that_somebody_changed_do_count() -> None:
    wrong = sample()
    wrong["states"]["4"] = {"0001-01-01": {"valid": 20, "unknown": 8},
                            "2026-05-01": {"valid": -10, "expired": 10}}  # fmt: skip
    assert lines(wrong) == [("states", "4/valid"), ("states", "4/expired")]


@pytest.mark.parametrize(
    ("path", "by", "stops"),
    [
        (("records", "product"), -5, False),  # 5 %
        (("records", "product"), 5, False),
        (("records", "product"), -6, True),
        (("records", "product"), 6, True),
        (("records", "producer"), -3, False),  # 6 %, but three items
        (("records", "producer"), -4, True),
        (("stars", "4"), -3, False),
        (("stars", "4"), 4, True),
        (("groups", "do-uong"), -3, False),
        (("groups", "thuc-pham"), -8, False),  # 10 %
        (("groups", "thuc-pham"), -9, True),
        (("groups", "none"), 4, True),
        (("pages", "en", "product"), -6, True),
        (("pages", "vi", "moved"), 20, False),
        (("pages", "vi", "year"), 20, False),
        (("pages", "vi", "shop"), 20, False),  # the first of a new kind
        (("records", "withdrawn"), 3, False),
        (("records", "withdrawn"), 4, True),
        (("records", "picture"), 500, False),  # the first photographs
    ],
)
def test_the_limits(path: tuple[str, ...], by: int, stops: bool) -> None:
    family, *key = path
    assert lines(changed(*path, by=by)) == ([(family, "/".join(key))] if stops else [])


def test_going_to_zero_always_stops() -> None:
    assert lines(changed("stars", "5", to=0)) == [("stars", "5")]
    assert lines(changed("pages", "en", "home", to=0)) == [("pages", "en/home")]
    gone = sample()
    del gone["pages"]["en"]["home"]
    assert lines(gone) == [("pages", "en/home")]


def test_unknown_validity_may_go_to_zero() -> None:
    few = changed("states", "5", "0001-01-01", "unknown", to=1)
    assert lines(sample(), old=few) == []
    valid = changed("states", "5", "0001-01-01", "valid", to=0)
    assert lines(valid) == [("states", "5/valid")]


def test_a_new_kind_of_page_passes_and_a_new_rank_does_not() -> None:
    assert lines(changed("pages", "vi", "gtin", to=500)) == []
    assert lines(changed("stars", "none", to=500)) == [("stars", "none")]


def test_a_message_says_which_number_before_now_the_share_and_what_to_do() -> None:
    (move,) = moves(sample(), changed("records", "product", to=88), AFTER)
    assert move.message == (
        "sản phẩm trong danh mục: trước 100, nay 88 (−12, −12 %; được đổi đến 3 hoặc 5 %); "
        "hãy xem bản ghi nào bị xoá, đổi chỗ hay thêm nhầm: git diff --stat products/"
    )
    names = [
        ("sản phẩm 4 sao:", changed("stars", "4", to=8)),
        ("sản phẩm 3 sao hết hạn:", changed("states", "3", "2026-06-01", "expired", to=10)),
        ("sản phẩm nhóm “do-uong”:", changed("groups", "do-uong", to=1)),
        ("sản phẩm chưa rõ nhóm:", changed("groups", "none", to=50)),
        ("trang tiếng Anh loại “product”:", changed("pages", "en", "product", to=1)),
    ]
    for name, counts in names:
        (move,) = moves(sample(), counts, AFTER)
        assert move.message.startswith(name)
