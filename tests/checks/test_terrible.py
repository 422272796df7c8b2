from __future__ import annotations

from scripts import checks, records
from tests.checks.terrible import GOLDEN, terrible, told

# A catalogue with all other mistakes has its lists and its folder, and nothing gives `field-form`.
ELSEWHERE = {"list-missing", "file-unreadable", "field-form"}


def test_the_whole_list_is_as_reviewed() -> None:
    assert told() == GOLDEN.read_text("utf-8")


def test_every_rule_speaks() -> None:
    said = {problem.rule for problem in terrible().problems()}
    assert {*checks.RULES, *records.RULES} - said == ELSEWHERE


def test_the_list_can_be_printed_anywhere() -> None:
    assert all(line.isprintable() for line in GOLDEN.read_text("utf-8").splitlines())
