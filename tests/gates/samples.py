"""Counts of a small catalogue, to be changed by a test."""

from __future__ import annotations

import copy
from typing import Any

_COUNTS: dict[str, Any] = {
    "records": {"product": 100, "withdrawn": 0, "producer": 50, "picture": 0},
    "stars": {"3": 70, "4": 28, "5": 2},
    "groups": {"thuc-pham": 80, "do-uong": 15, "none": 5},
    "pages": {"vi": {"home": 1, "product": 100}, "en": {"home": 1, "product": 100}},
    "states": {
        "3": {"0001-01-01": {"valid": 70}, "2026-06-01": {"valid": -40, "expired": 40}},
        "4": {"0001-01-01": {"valid": 20, "unknown": 8}},
        "5": {"0001-01-01": {"valid": 2}},
    },
}


def sample() -> dict[str, Any]:
    """A fresh copy."""
    return copy.deepcopy(_COUNTS)


def changed(*path: str, by: int = 0, to: int | None = None) -> dict[str, Any]:
    """The counts with one number changed; 0 where there was none."""
    counts = sample()
    *folders, last = path
    inner = counts
    for folder in folders:
        inner = inner.setdefault(folder, {})
    inner[last] = inner.get(last, 0) + by if to is None else to
    return counts
