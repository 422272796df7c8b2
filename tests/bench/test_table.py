from __future__ import annotations

import pytest

from scripts.bench.table import HEAD, Row, counted, markdown, ratio, told


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (Row(what="x", value=0.35, limit=0.35), "đạt"),
        (Row(what="x", value=0.36, limit=0.35), "chưa đạt"),
        (Row(what="x", value=1.6, limit=1.5, least=True), "đạt"),
        (Row(what="x", value=1.4, limit=1.5, least=True), "chưa đạt"),
        (Row(what="x", limit=0.35), "chưa đo"),
        (Row(what="x", absent="chưa có"), "chưa có"),
        (Row(what="x", value=0, limit=0), "đạt"),
    ],
)
def test_a_verdict_compares_the_value_with_its_limit(row: Row, verdict: str) -> None:
    assert row.verdict == verdict


def test_a_row_prints_numbers_as_vietnamese_write_them() -> None:
    row = Row(what="A", size=20_000, value=0.324, limit=0.35, stretch=0.25, detail="n = 1")
    assert row.cells == ("A", "20.000", "0,32×", "≤ 0,35×", "≤ 0,25×", "đạt", "n = 1")
    heavy = Row(what="HTML", value=1234.56, limit=30, unit="kB")
    assert heavy.cells[2:4] == ("1.234,6 kB", "≤ 30 kB")
    busy = Row(what="ảnh", value=1.9, limit=1.5, unit="nhân", least=True)
    assert busy.cells[2:4] == ("1,9 nhân", "≥ 1,5 nhân")


def test_what_has_no_value_prints_none() -> None:
    assert Row(what="PDF", absent="chưa có").cells == ("PDF", "", "", "", "", "chưa có", "")


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [(0.004, 2, "< 0,01"), (0, 2, "0"), (12.0, 2, "12"), (1234.5, 1, "1.234,5"), (99.6, 0, "100")],
)
def test_numbers(number: float, places: int, text: str) -> None:
    assert told(number, places) == text


def test_a_ratio_needs_both_sides() -> None:
    assert ratio(3.0, 4.0) == 0.75
    assert ratio(None, 4.0) is None
    assert ratio(3.0, None) is None
    assert ratio(3.0, 0.0) is None


def test_a_table_is_markdown() -> None:
    lines = list(markdown(HEAD, [Row(what="a|b").cells]))
    assert lines[1] == "|" + "---|" * len(HEAD)
    assert lines[2].startswith("| a\\|b | ")


def test_verdicts_are_counted() -> None:
    rows = [Row(what="", value=1, limit=1), Row(what="", value=1, limit=2), Row(what="")]
    assert counted(rows) == "2 đạt, 1 chưa đo"
