"""What may be said of a certificate on a day. The same rule runs in docs/assets/js/validity.js.

Both are tested by one table, tests/model/validity_cases.json. The rule says less rather than
something false: days known only in part stay spans, and a status is given only where every day
of the span leads to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Protocol, TypeVar

from scripts.schema.product import Certificate
from scripts.text.dates import add_months, parse_partial, today_in_vietnam

EXPIRING_DAYS = 90


class Status(Enum):
    """What may be said of a certificate on a day."""

    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


IN_FORCE = frozenset({Status.VALID, Status.EXPIRING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A day that lies between two days, both included; None is an unknown bound."""

    first: date | None
    last: date | None


class Dated(Protocol):
    """What the order and the status of certificates are judged by."""

    @property
    def start(self) -> Span: ...
    @property
    def end(self) -> Span: ...
    @property
    def revoked(self) -> Span | None: ...


DatedT = TypeVar("DatedT", bound=Dated)

NOTHING = Span(first=None, last=None)


@lru_cache(maxsize=16384)
def partial_span(text: str | None) -> Span:
    """The days that a partial date may mean; nothing known where there is none."""
    if text is None:
        return NOTHING
    first, last = parse_partial(text)
    return Span(first=first, last=last)


def start_bounds(written: Certificate) -> Span:
    """The days between which the certificate was issued, as written: `first` may be after `last`.

    An event "in July" that came before the issue bounds it from 1 July on, one that came after
    it until 31 July: the widest reading, never a day too narrow.
    """
    issued = partial_span(written.issued)
    before = partial_span(written.not_before.date if written.not_before else None).first
    after = partial_span(written.not_after.date if written.not_after else None).last
    return Span(
        first=max((day for day in (issued.first, before) if day), default=None),
        last=min((day for day in (issued.last, after) if day), default=None),
    )


def contradictory(span: Span) -> bool:
    """Whether no day lies in the span."""
    return bool(span.first and span.last and span.first > span.last)


def start_span(written: Certificate) -> Span:
    """The days on which the certificate may have been issued.

    Bounds that contradict each other leave nothing known: one is wrong and nobody knows which.
    """
    bounds = start_bounds(written)
    return NOTHING if contradictory(bounds) else bounds


def end_span(start: Span, months: int, valid_until: str | None) -> Span:
    """The days that may be the last valid one, that day included.

    It is the same day of the month `months` later, or that month's last day where there is no
    such day. An end printed in a document (a partial date) wins.
    """
    if valid_until is not None:
        return partial_span(valid_until)
    return Span(
        first=add_months(start.first, months) if start.first else None,
        last=add_months(start.last, months) if start.last else None,
    )


def revoked_span(written: Certificate) -> Span | None:
    """The days on which the certificate may have been revoked; None where it was not."""
    return partial_span(written.revoked.date) if written.revoked else None


def is_revoked(revoked: Span | None, today: date) -> bool:
    """Whether the certificate is revoked for certain: the last possible day has come."""
    return bool(revoked and revoked.last and revoked.last <= today)


def _may_be_revoked(revoked: Span | None, today: date) -> bool:
    return bool(revoked and (revoked.first is None or revoked.first <= today))


def status(end: Span, revoked: Span | None, today: date) -> Status:
    """What may be said of a certificate on `today`, from its last valid day and its revocation.

    A revocation known by its month alone is certain from that month's last day; from its first
    day until then the certificate is neither called valid nor revoked, but one whose months are
    over is expired either way.
    """
    if is_revoked(revoked, today):
        return Status.REVOKED
    if contradictory(end):
        return Status.UNKNOWN
    if end.last and today > end.last:
        return Status.EXPIRED
    if end.first is None or today > end.first or _may_be_revoked(revoked, today):
        return Status.UNKNOWN
    expiring = (end.first - today).days <= EXPIRING_DAYS
    return Status.EXPIRING if expiring else Status.VALID


def _certainly_later(one: Dated, other: Dated) -> bool:
    return bool(one.start.first and other.start.last and one.start.first > other.start.last)


def latest_candidates(certificates: Sequence[DatedT]) -> tuple[DatedT, ...]:
    """The certificates that may be the latest: no other was certainly issued later."""
    return tuple(
        one
        for one in certificates
        if not any(_certainly_later(other, one) for other in certificates)
    )


def latest(certificates: Sequence[DatedT]) -> DatedT | None:
    """The certificate that was certainly issued last, whatever its state; None where unsure."""
    candidates = latest_candidates(certificates)
    return candidates[0] if len(candidates) == 1 else None


def current(certificates: Sequence[DatedT], today: date) -> DatedT | None:
    """The latest certificate unless it is revoked; None where the order is not certain.

    A revoked certificate never brings an older one back to life.
    """
    newest = latest(certificates)
    return None if newest is None or is_revoked(newest.revoked, today) else newest


def series_status(certificates: Sequence[Dated], today: date) -> Status:
    """What may be said of a product: the status of its latest certificate.

    Where several may be the latest, only what is true of each of them and draws no star.
    """
    candidates = latest_candidates(certificates)
    states = {status(one.end, one.revoked, today) for one in candidates}
    if len(states) == 1 and (len(candidates) == 1 or not states & IN_FORCE):
        return states.pop()
    return Status.UNKNOWN


def day_of(instant_utc: datetime, build_day: date) -> date:
    """The day a page speaks of: today in Viet Nam, and never before the page's build day."""
    return max(today_in_vietnam(instant_utc), build_day)


def newest_first(certificate: Dated) -> tuple[date, date]:
    """A key that, reversed, sorts the latest start first and unknown starts last."""
    first, last = certificate.start.first, certificate.start.last
    return first or last or date.min, last or first or date.min
