"""The one table of validity cases, for Python and for the browser."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("validity_cases.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One instant of one case: what is written, what it means, what may be said."""

    name: str
    certificates: list[dict[str, Any]]
    spans: list[dict[str, Any]]
    months: int
    build_day: str
    on: dict[str, Any]


def all_cases() -> list[Case]:
    """Every instant of every case; without a build day the page was built long before."""
    return [
        Case(
            name=f"{case['case']} @ {on['at']}",
            certificates=case["certificates"],
            spans=case["spans"],
            months=case.get("months", 36),
            build_day=case.get("build_day", "2020-01-01"),
            on=on,
        )
        for case in json.loads(TABLE.read_text("utf-8"))
        for on in case["on"]
    ]
