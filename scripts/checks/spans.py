"""Partial dates as spans of days, and the span in which a certificate begins."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from scripts.schema.product import Certificate
from scripts.text.dates import add_months, format_partial, parse_partial


class Span(NamedTuple):
    """The days that a date may mean, both included."""

    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last

    def meets(self, other: Span) -> bool:
        """Whether both may be the same day."""
        return self.first <= other.last and other.first <= self.last


@lru_cache(maxsize=65536)
def span(partial: str) -> Span:
    """The days that "2023", "2023-09" or "2023-09-19" may mean."""
    return Span(*parse_partial(partial))


def shown(partial: str) -> str:
    """A partial date as staff read it, for a sentence."""
    text = format_partial(partial, "vi")
    return {4: text, 7: f"tháng {text}"}.get(len(partial), f"ngày {text}")


def shown_days(days: Span) -> str:
    """A span as staff read it: a day, a month, a year, or from when to when."""
    for length in (10, 7, 4):
        if span(str(days.first)[:length]) == days:
            return shown(str(days.first)[:length])
    first = "" if days.first == date.min else shown(str(days.first))
    last = "" if days.last == date.max else shown(str(days.last))
    if first and last:
        return f"trong khoảng {first} – {last}"
    return f"từ {first}" if first else f"đến {last}" if last else "chưa rõ ngày"


def start(certificate: Certificate) -> Span | None:
    """The days on which the certificate may begin; None where one side has no bound."""
    days = widest(certificate)
    return None if date.min in days or date.max in days else days


def widest(certificate: Certificate) -> Span:
    """The days of `issued`, cut by `not_before` and `not_after`; the calendar's ends where open."""
    issued = span(certificate.issued) if certificate.issued else Span(date.min, date.max)
    lower = span(certificate.not_before.date).first if certificate.not_before else date.min
    upper = span(certificate.not_after.date).last if certificate.not_after else date.max
    return Span(max(issued.first, lower), min(issued.last, upper))


def last_day(begin: date, months: int) -> date:
    """The last valid day of a certificate that begins on a day (that day of the month included)."""
    return add_months(begin, months)
