from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scripts.model.build import build
from scripts.model.entities import Product
from scripts.model.types import Span, Status
from tests.model.world import reading, record

TODAY = date(2026, 11, 24)


def product(*certificates: dict[str, Any], **decision: Any) -> Product:
    written = [{"evidence": "press", **one} for one in certificates]
    records = [record("product", "gao", name="Gạo", certificates=written)]
    if decision:
        records.append(record("decision", "qd", issuer="tinh", level="province", **decision))
    return build(reading(*records), TODAY).product("gao")


def day(text: str) -> Span:
    return Span(first=date.fromisoformat(text), last=date.fromisoformat(text))


@pytest.mark.parametrize(
    ("issued", "decision", "end"),
    [
        ("2023-02-23", None, day("2026-02-23")),
        ("2023-02-24", None, day("2025-02-24")),
        # A year in two periods of law: the shortest time from its first day, the longest from its
        # last, for the day of decision may lie in either.
        ("2023", None, Span(first=date(2025, 1, 1), last=date(2026, 12, 31))),
        ("2023", {"date": "2023-02-01"}, Span(first=date(2026, 1, 1), last=date(2026, 12, 31))),
        ("2023-03-01", {"date": "2023-02-20"}, day("2026-03-01")),
        ("2023-03-01", {"law": "1048"}, day("2026-03-01")),
        ("2018-05-05", None, Span(first=date(2020, 5, 5), last=date(2021, 5, 5))),
    ],
)
def test_months_are_those_of_the_law_on_the_day_of_decision(
    issued: str, decision: dict[str, str] | None, end: Span
) -> None:
    facts = {"issued": issued, **({"decision": "qd"} if decision else {})}
    assert product(facts, **(decision or {})).certificates[0].end == end


def test_the_issuer_is_that_of_the_decision_and_an_inferred_one_is_kept_apart() -> None:
    inferred = {"decision": "qd", "reason": "cùng đợt"}
    one = product({"decision": "qd"}, date="2025").certificates[0]
    other = product({"decision_inferred": inferred, "issuer": "huyen"}, date="2025").certificates[0]
    assert (one.decision and one.decision.id, one.issuer and one.issuer.id) == ("qd", "tinh")
    assert other.decision is None
    assert (other.inferred and other.inferred.id, other.issuer and other.issuer.id) == (
        "qd",
        "huyen",
    )


def test_the_series_is_sorted_and_ready_for_the_browser() -> None:
    revoked = {"date": "2026-10", "reason": "lý do"}
    gao = product(
        {"stars": 3, "issued": "2021"}, {"stars": 4, "issued": "2026", "revoked": revoked}
    )
    assert gao.certificate_series() == [
        {
            "start": ["2026-01-01", "2026-12-31"],
            "end": ["2028-01-01", "2028-12-31"],
            "revoked": ["2026-10-01", "2026-10-31"],
            "stars": 4,
        },
        {
            "start": ["2021-01-01", "2021-12-31"],
            "end": ["2024-01-01", "2024-12-31"],
            "revoked": None,
            "stars": 3,
        },
    ]
    assert gao.status(TODAY) is Status.REVOKED
    assert (gao.latest and gao.latest.written.stars, gao.current(TODAY)) == (4, None)
    assert gao.status(date(2026, 9, 30)) is Status.VALID
    assert (gao.stars_on(date(2026, 9, 30)), gao.stars_on(TODAY)) == (4, None)
    assert product().certificate_series() == []
    assert product().status(TODAY) is Status.UNKNOWN


def test_potential_five_draws_no_five_stars() -> None:
    gao = product({"stars": 4, "issued": "2026-10-01", "potential_five": True})
    assert gao.stars_on(TODAY) == 4


def test_no_star_holds_when_the_months_are_over() -> None:
    gao = product({"stars": 4, "issued": "2021-10-01"})
    assert gao.current(TODAY) is gao.latest is gao.certificates[0]
    assert gao.stars_on(TODAY) is None
