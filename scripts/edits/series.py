"""The series of a product's certificates, from the oldest to the newest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scripts.edits.types import Data

Certificate = Mapping[str, Any]


def inserted(series: Sequence[Data], new: Data) -> list[Data]:
    """The series with one more, behind the last that is not younger; the others stay in order."""
    older = [place for place, one in enumerate(series, 1) if begin(one) <= begin(new)]
    place = older[-1] if older else 0
    return [*series[:place], new, *series[place:]]


def begin(certificate: Certificate) -> str:
    """By what certificates are put in order: the day of issue, else what bounds it."""
    bounds = (certificate.get(name) for name in ("not_before", "not_after"))
    days = [certificate.get("issued"), *(bound["date"] for bound in bounds if bound)]
    return next((day for day in days if day), "")


def same(one: Certificate, other: Certificate) -> bool:
    """Whether both speak of one certification: of one decision, or of one day.

    A day that is only known by its month or year is the same where the stars agree. Where
    neither is known of both, they are the same only where all is.
    """
    decisions, days, stars = (
        (one.get(name), other.get(name)) for name in ("decision", "issued", "stars")
    )
    if all(decisions):
        return decisions[0] == decisions[1]
    if not all(days):
        return _bare(one) == _bare(other)
    short, long = sorted(map(str, days), key=len)
    return short == long or (long.startswith(short) and stars[0] == stars[1])


def _bare(certificate: Certificate) -> Data:
    empty: tuple[Any, ...] = (None, False, [])
    return {k: v for k, v in certificate.items() if k != "sources" and v not in empty}
