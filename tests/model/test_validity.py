from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from scripts.model import validity
from scripts.model.validity import Span, Status
from scripts.schema.common import DayBound
from scripts.schema.product import Certificate, Revocation
from tests.model.cases import Case, all_cases

CASES = all_cases()


@dataclass(frozen=True, kw_only=True)
class Dated:
    start: Span
    end: Span
    revoked: Span | None


def written(facts: dict[str, Any]) -> Certificate:
    """A certificate from the short form of the table."""
    fields = {k: v for k, v in facts.items() if k in ("issued", "valid_until", "stars")}
    for bound in ("not_before", "not_after"):
        if bound in facts:
            fields[bound] = DayBound(date=facts[bound], event="sự kiện")
    if "revoked" in facts:
        fields["revoked"] = Revocation(date=facts["revoked"], reason="lý do")
    return Certificate(evidence="press", **fields)


def dated(facts: dict[str, Any], months: int) -> Dated:
    certificate = written(facts)
    start = validity.start_span(certificate)
    return Dated(
        start=start,
        end=validity.end_span(start, months, certificate.valid_until),
        revoked=validity.revoked_span(certificate),
    )


def days(span: Span | None) -> list[str | None] | None:
    return span and [day and day.isoformat() for day in (span.first, span.last)]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_case(case: Case) -> None:
    series = [dated(facts, case.months) for facts in case.certificates]
    instant = datetime.fromisoformat(case.on["at"])
    today = validity.day_of(instant, date.fromisoformat(case.build_day))
    current = validity.current(series, today)

    spans = [
        {"start": days(c.start), "end": days(c.end), "revoked": days(c.revoked)} for c in series
    ]
    assert spans == [{k: s[k] for k in ("start", "end", "revoked")} for s in case.spans]
    assert today.isoformat() == case.on["day"]
    assert [validity.status(c.end, c.revoked, today).value for c in series] == case.on["each"]
    assert validity.series_status(series, today).value == case.on["status"]
    assert (None if current is None else series.index(current)) == case.on["current"]


def test_a_star_is_drawn_only_for_a_current_certificate_in_force() -> None:
    for case in CASES:
        on = case.on
        in_force = on["current"] is not None and on["status"] in ("valid", "expiring")
        assert on["drawn"] == (case.spans[on["current"]]["stars"] if in_force else None)


def test_an_end_before_itself_says_nothing() -> None:
    end = Span(first=date(2026, 2, 1), last=date(2026, 1, 1))
    assert validity.status(end, None, date(2026, 1, 15)) is Status.UNKNOWN
    assert validity.status(end, None, date(2030, 1, 1)) is Status.UNKNOWN


def test_bounds_are_kept_for_the_check_that_reports_them() -> None:
    bounds = validity.start_bounds(written({"issued": "2022", "not_before": "2023-07-13"}))
    assert bounds == Span(first=date(2023, 7, 13), last=date(2022, 12, 31))
    assert validity.contradictory(bounds)


def test_the_latest_start_comes_first_and_unknown_ones_last() -> None:
    facts = [{}, {"issued": "2021"}, {"not_before": "2024-01"}, {"not_after": "2023-03"}]
    series = [dated(each, 36) for each in facts]
    ordered = sorted(series, key=validity.newest_first, reverse=True)
    assert [series.index(each) for each in ordered] == [2, 3, 1, 0]
