"""Certificates with their spans of days, and the decisions behind them."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.model import validity
from scripts.model.entities import Certificate, Decision, Issuer
from scripts.model.validity import Span
from scripts.schema import product as fields
from scripts.schema.lists import Law, LawPeriod


class Certificates:
    """Builds certificates against the decisions, issuers and the law over time."""

    def __init__(
        self, decisions: Mapping[str, Decision], issuers: Mapping[str, Issuer], law: Law
    ) -> None:
        self._decisions = decisions
        self._issuers = issuers
        self._law = [(period, _days(period)) for period in law.periods]

    def series(self, written: fields.Product) -> tuple[Certificate, ...]:
        """The certificates of a product, the latest start first, unknown starts last."""
        built = [self._build(one) for one in written.certificates]
        return tuple(sorted(built, key=validity.newest_first, reverse=True))

    def _build(self, written: fields.Certificate) -> Certificate:
        decision = self._decisions[written.decision] if written.decision else None
        inferred = written.decision_inferred
        start = validity.start_span(written)
        months = self._months(decision, start)
        fewest = validity.end_span(start, min(months), written.valid_until)
        most = validity.end_span(start, max(months), written.valid_until)
        return Certificate(
            written=written,
            start=start,
            end=Span(first=fewest.first, last=most.last),
            revoked=validity.revoked_span(written),
            decision=decision,
            inferred=self._decisions[inferred.decision] if inferred else None,
            issuer=self._issuer(written, decision),
            months=min(months),
        )

    def _issuer(self, written: fields.Certificate, decision: Decision | None) -> Issuer | None:
        if decision:
            return decision.issuer
        return self._issuers[written.issuer] if written.issuer else None

    def _months(self, decision: Decision | None, start: Span) -> list[int]:
        """The months of validity in all periods of law that the decision may belong to.

        The law of the day of decision holds; where that day is not known, that of the possible
        days of issue. Nothing known, or a day outside all periods, leaves every period possible.
        """
        law = decision.written.law if decision else None
        day = validity.partial_span(decision.written.date if decision else None)
        span = start if day == validity.NOTHING else day
        possible = [
            period.months
            for period, days in self._law
            if (period.id == law if law else _meet(days, span))
        ]
        return possible or [period.months for period, _ in self._law]


def _days(period: LawPeriod) -> Span:
    """The days of a period, both included."""
    return Span(
        first=validity.partial_span(period.first).first,
        last=validity.partial_span(period.last).last,
    )


def _meet(one: Span, other: Span) -> bool:
    return not (
        (one.last and other.first and one.last < other.first)
        or (other.last and one.first and other.last < one.first)
    )
