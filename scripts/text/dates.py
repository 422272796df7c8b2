"""Days and partial dates ("2023", "2023-09", "2023-09-19"), in Vietnamese and English."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

# Viet Nam keeps UTC+7 all year; a fixed offset needs no time zone data on any machine.
VIETNAM = timezone(timedelta(hours=7))
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def today_in_vietnam(now_utc: datetime) -> date:
    """The calendar day in Viet Nam at an instant; a value without zone is taken as UTC."""
    aware = now_utc if now_utc.tzinfo else now_utc.replace(tzinfo=UTC)
    return aware.astimezone(VIETNAM).date()


@lru_cache(maxsize=16384)
def parse_partial(text: str) -> tuple[date, date]:
    """The first and last day that a partial date may mean; ValueError for anything else."""
    match = _PARTIAL.fullmatch(text)
    if not match:
        raise ValueError(f"not a partial date: {text!r}")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if day and month:
        return (date(year, month, day),) * 2
    if day is not None:
        raise ValueError(f"no such day: {text!r}")
    first = date(year, 1 if month is None else month, 1)
    last_month = 12 if month is None else month
    return first, date(year, last_month, monthrange(year, last_month)[1])


@lru_cache(maxsize=16384)
def add_months(day: date, months: int) -> date:
    """The same day that many months later, or the last day of a month that has no such day.

    The end of the calendar, 31 December 9999, is never passed.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def format_day(day: date, language: str) -> str:
    """A day as it is read: "24/8/2026" in Vietnamese, "24 August 2026" in English."""
    if language == "vi":
        return f"{day.day}/{day.month}/{day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def format_partial(text: str, language: str) -> str:
    """A partial date with the precision it was written in; ValueError for anything else.

    "24/8/2026", "9/2023", "năm 2023" in Vietnamese; "24 August 2026", "September 2023", "2023"
    in English.
    """
    first, last = parse_partial(text)
    if first == last:
        return format_day(first, language)
    if first.month == last.month:
        month = f"{first.month}/" if language == "vi" else f"{_MONTHS[first.month - 1]} "
        return f"{month}{first.year}"
    return f"năm {first.year}" if language == "vi" else f"{first.year}"
