"""A certificate in words: dates as precisely as they are known, and nothing that changes by day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scripts.model.types import Certificate, Span
from scripts.model.validity import end_span, revoked_span, start_span
from scripts.pages.views import certificate as words
from scripts.schema.product import Certificate as Written
from tests.pages import made

MONTHS = 36


def certificate(**written: Any) -> Certificate:
    fields = Written.model_validate({"evidence": "press", "stars": 4, **written})
    start = start_span(fields)
    return Certificate(
        written=fields,
        start=start,
        end=end_span(start, MONTHS, fields.valid_until),
        revoked=revoked_span(fields),
        decision=None,
        inferred=None,
        issuer=None,
        months=MONTHS,
    )


def bound(day: str) -> dict[str, Any]:
    return {"date": day, "event": "Hội đồng họp"}


@pytest.mark.parametrize(
    ("written", "issued", "until", "short"),
    [
        (
            {"issued": "2021-12-13"},
            "Cấp ngày 13/12/2021",
            "36 tháng: đến hết ngày 13/12/2024",
            "Giá trị đến 13/12/2024",
        ),
        (
            {"issued": "2024-02-29"},
            "Cấp ngày 29/2/2024",
            "36 tháng: đến hết ngày 28/2/2027",
            "Giá trị đến 28/2/2027",
        ),
        (
            {"issued": "2025-06"},
            "Cấp trong tháng 6/2025",
            "36 tháng: đến hết một ngày trong tháng 6/2028",
            "Giá trị đến tháng 6/2028",
        ),
        (
            {"issued": "2021"},
            "Cấp trong năm 2021",
            "36 tháng: đến hết một ngày trong năm 2024",
            "Giá trị đến một ngày trong năm 2024",
        ),
        (
            {"issued": "2023", "not_before": bound("2023-07-13"), "not_after": bound("2023-08-24")},
            "Cấp trong khoảng từ 13/7/2023 đến 24/8/2023",
            "36 tháng: đến hết một ngày từ 13/7/2026 đến 24/8/2026",
            "Giá trị đến một ngày từ 13/7/2026 đến 24/8/2026",
        ),
        (
            {"not_before": bound("2023-07-13"), "not_after": bound("2023-08-24")},
            "Cấp trong khoảng từ 13/7/2023 đến 24/8/2023",
            "36 tháng: đến hết một ngày từ 13/7/2026 đến 24/8/2026",
            "Giá trị đến một ngày từ 13/7/2026 đến 24/8/2026",
        ),
        (
            {"not_before": bound("2025-06-26")},
            "Cấp không sớm hơn 26/6/2025",
            "36 tháng: ít nhất đến hết ngày 26/6/2028",
            "Giá trị ít nhất đến 26/6/2028",
        ),
        (
            {"not_after": bound("2022-05")},
            "Cấp không muộn hơn 31/5/2022",
            "36 tháng: muộn nhất hết ngày 31/5/2025",
            "Giá trị muộn nhất đến 31/5/2025",
        ),
        ({}, "Chưa rõ ngày cấp", "Chưa tính được ngày cuối cùng có giá trị", "Chưa rõ ngày cấp"),
        (
            {"issued": "2025-12-20", "valid_until": "2028-06-30"},
            "Cấp ngày 20/12/2025",
            "Văn bản ghi thời hạn: đến hết ngày 30/6/2028",
            "Giá trị đến 30/6/2028",
        ),
        (
            {"issued": "2024-05-06", "revoked": {"date": "2026-03-10", "reason": "Ngừng"}},
            "Cấp ngày 6/5/2024",
            "36 tháng: đến hết ngày 6/5/2027",
            "Thu hồi từ 10/3/2026",
        ),
    ],
)
def test_the_dates_of_a_certificate_in_words(
    written: dict[str, Any], issued: str, until: str, short: str
) -> None:
    said = words.of_certificate(made.site(), certificate(**written))
    assert (said.issued, said.until, said.short) == (issued, until, short)


@pytest.mark.parametrize(
    ("written", "issued", "until"),
    [
        ({"issued": "2021-12-13"}, "Issued on 13 December 2021", "last day 13 December 2024"),
        ({"issued": "2025-06"}, "Issued in June 2025", "last day in June 2028"),
        ({"issued": "2021"}, "Issued in 2021", "last day in 2024"),
        (
            {"not_before": bound("2025-06-26")},
            "Issued on or after 26 June 2025",
            "last day 26 June 2028 or later",
        ),
        (
            {"not_after": bound("2022-05")},
            "Issued on or before 31 May 2022",
            "last day 31 May 2025 or earlier",
        ),
    ],
)
def test_the_answer_in_english(written: dict[str, Any], issued: str, until: str) -> None:
    said = words.of_certificate(made.site("en"), certificate(**written))
    assert (said.issued, said.until) == (issued, f"36 months: {until}")


@pytest.mark.parametrize(
    ("written", "issued", "short"),
    [
        ({"issued": "2021-12-13"}, "Issued on 13 December 2021", "Runs to 13 December 2024"),
        ({"issued": "2025-06"}, "Issued in June 2025", "Runs to June 2028"),
        ({"issued": "2021"}, "Issued in 2021", "Runs to a day in 2024"),
        ({}, "Date of issue not known", "Date of issue not known"),
    ],
)
def test_the_dates_in_english(written: dict[str, Any], issued: str, short: str) -> None:
    said = words.of_certificate(made.site("en"), certificate(**written))
    assert (said.issued, said.short) == (issued, short)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ({"issued": "2021-12-13"}, "Đã đạt 4 sao (2021)"),
        ({"not_before": bound("2022-12-30"), "not_after": bound("2023-02-01")}, "2022–2023"),
        ({"not_after": bound("2023-02-01")}, "Đã đạt 4 sao"),
        ({"stars": None}, "Chưa rõ hạng sao"),
    ],
)
def test_the_stars_in_words(written: dict[str, Any], plain: str) -> None:
    said = words.rank(made.site(), certificate(**written)).plain
    assert said.endswith(plain) or plain in said


def test_the_script_gets_every_bound() -> None:
    given = certificate(issued="2024-05", revoked={"date": "2026-03", "reason": "Ngừng"})
    assert words.of_certificate(made.site(), given).data == {
        "start-first": "2024-05-01",
        "start-last": "2024-05-31",
        "end-first": "2027-05-01",
        "end-last": "2027-05-31",
        "revoked": "2026-03-01",
        "revoked-last": "2026-03-31",
        "stars": "4",
    }


def test_a_gauge_needs_two_exact_days_and_no_revocation() -> None:
    site = made.site()
    exact = words.of_certificate(site, certificate(issued="2024-05-06"))
    assert (exact.first, exact.last) == ("6/5/2024", "6/5/2027")
    month = words.of_certificate(site, certificate(issued="2024-05"))
    assert (month.first, month.last) == (None, None)


def test_spans_are_those_of_the_model() -> None:
    assert certificate(issued="2024-05-06").end == Span(
        first=date(2027, 5, 6), last=date(2027, 5, 6)
    )
