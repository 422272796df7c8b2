from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from scripts.text.dates import (
    add_months,
    format_day,
    format_partial,
    parse_partial,
    today_in_vietnam,
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-09", date(2023, 9, 1), date(2023, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-09-19", date(2023, 9, 19), date(2023, 9, 19)),
    ],
)
def test_parse_partial(text: str, first: date, last: date) -> None:
    assert parse_partial(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        *["", "23", "2023-13", "2023-00", "2023-02-29", "2023-01-00", "2023-00-05", "2023-9"],
        *["0000", "2023-09-19 ", "2023-09-19T00:00", "२०२३", "-2023", "19/9/2023"],
    ],
)
def test_not_a_partial_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_partial(text)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 9, 19), 36, date(2026, 9, 19)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2023, 12, 31), 0, date(2023, 12, 31)),
        (date(2023, 1, 15), 11, date(2023, 12, 15)),
        (date(9999, 1, 1), 36, date.max),
    ],
)
def test_add_months(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 8, 24, 16, 59, 59, tzinfo=UTC), date(2026, 8, 24)),
        (datetime(2026, 8, 24, 17, 0, tzinfo=UTC), date(2026, 8, 25)),
        (datetime(2026, 12, 31, 17, 0), date(2027, 1, 1)),  # without zone: UTC
    ],
)
def test_today_in_vietnam(instant: datetime, day: date) -> None:
    assert today_in_vietnam(instant) == day


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("2023", "năm 2023", "2023"),
        ("2023-09", "9/2023", "September 2023"),
        ("2026-08-24", "24/8/2026", "24 August 2026"),
    ],
)
def test_formats_keep_the_precision(text: str, vi: str, en: str) -> None:
    assert (format_partial(text, "vi"), format_partial(text, "en")) == (vi, en)


def test_format_day() -> None:
    assert format_day(date(2026, 1, 5), "vi") == "5/1/2026"
    assert format_day(date(2026, 1, 5), "en") == "5 January 2026"
