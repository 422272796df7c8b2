"""What must be true of the records: one generator for each rule, one module for each theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

# Importing a module registers its rules.
from scripts.checks import (  # noqa: F401
    certificate,
    dates,
    duplicate,
    identity,
    image,
    level,
    lists,
    names,
    place,
    privacy,
    reference,
    source,
    text,
    trade,
    tree,
    url,
    video,
)
from scripts.checks.context import Context
from scripts.checks.registry import RULES, Rule
from scripts.records.types import Problem, Reading

__all__ = ["RULES", "Rule", "in_order", "run"]


def run(reading: Reading, today: date, disabled: frozenset[str] = frozenset()) -> list[Problem]:
    """All problems of all files, the loader's included, in the order of path, line and column.

    `disabled` are ids of rules to leave out, the loader's or ours.
    """
    return in_order((*_of_loader(reading, disabled), *_of_rules(reading, today, disabled)))


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems as they are shown: by path, line and column."""
    return sorted(problems, key=lambda one: (one.path, one.mark, one.rule, one.message))


def _of_loader(reading: Reading, disabled: frozenset[str]) -> Iterator[Problem]:
    yield from (problem for problem in reading.problems if problem.rule not in disabled)


def _of_rules(reading: Reading, today: date, disabled: frozenset[str]) -> Iterator[Problem]:
    context = Context(reading=reading, today=today)
    for rule in RULES.values():
        if rule.id not in disabled:
            yield from rule.problems(context)
