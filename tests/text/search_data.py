"""The tiny data set and the cases that specify the search, in Python and in the browser."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scripts.exports.search_columns import Kind, Row, pack

FOLDER = Path(__file__).parent
CASES: list[dict[str, Any]] = json.loads((FOLDER / "search_cases.json").read_text("utf-8"))
as_cases = pytest.mark.parametrize("case", CASES, ids=[f"{c['why']}: {c['query']}" for c in CASES])


def _row(fields: dict[str, Any]) -> Row:
    frozen = {key: tuple(x) if isinstance(x, list) else x for key, x in fields.items()}
    return Row(**{"key": fields["name"], **frozen})


@cache
def data() -> tuple[dict[str, Any], list[str]]:
    """The packed columns, and the key of each row."""
    source = json.loads((FOLDER / "search_rows.json").read_text("utf-8"))
    kinds = [Kind(**kind) for kind in source["kinds"]]
    rows = [_row(fields) for fields in source["rows"]]
    columns = pack(kinds, rows, synonyms=source["synonyms"], past=source["past"])
    return columns, [row.key for kind in kinds for row in rows if row.kind == kind.id]


def verify(case: dict[str, Any], found: list[str], stage: str) -> None:
    """Fail unless the found keys, best first, are what the case asks for.

    `first`: exactly these first, in this order. `after`: found, but later. `never`: not found.
    """
    first, later = case["first"], found[len(case["first"]) :]
    assert found[: len(first)] == first
    assert stage == case.get("stage", "exact")
    assert set(case.get("after", ())) <= set(later)
    assert not set(case.get("never", ())) & set(found)
    if not first:
        assert not found
