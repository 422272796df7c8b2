from __future__ import annotations

import pytest

from scripts import checks, records
from tests.builder import TODAY, CatalogueFolder
from tests.checks.case import Case, lines, load

CASES = load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: Case) -> None:
    assert lines(case.folder().problems()) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_expects_its_rule(case: Case) -> None:
    assert any(f" [{case.rule}] → " in line for line in case.expected)


def test_every_rule_has_a_case() -> None:
    told = {case.rule for case in CASES}
    assert set(checks.RULES) - told == set()
    # `field-form` catches what a later pydantic may report; nothing gives it today.
    assert set(records.RULES) - told == {"field-form"}


def test_ids_are_unique_over_loader_and_checks() -> None:
    assert set(checks.RULES) & set(records.RULES) == set()


def test_minimal_has_no_problem() -> None:
    assert CatalogueFolder.copy("minimal").problems() == []


def test_a_rule_that_is_off_says_nothing() -> None:
    case = next(case for case in CASES if case.rule == "score-range")
    reading = case.folder().read()
    assert [one.rule for one in checks.run(reading, TODAY)] == ["score-range"]
    assert checks.run(reading, TODAY, frozenset({"score-range"})) == []


def test_every_rule_says_what_it_is() -> None:
    for rule in checks.RULES.values():
        assert rule.title
        assert rule.check.__doc__, f"{rule.id} has no sentence"
        assert rule.check.__doc__.strip().endswith(".")
