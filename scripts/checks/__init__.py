"""What must be true of the records: one generator for each rule, one module for each theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain

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
from scripts.checks.across import ACROSS
from scripts.checks.context import Context
from scripts.checks.registry import RULES, Rule
from scripts.records.types import Problem, Reading

# With fewer records there is nothing to be gained from parts.
MANY = 300
PART = 2000
"""Records in a part: what the rules keep for a part, they forget with it."""

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


def _of_rules(reading: Reading, today: date, disabled: frozenset[str]) -> Iterable[Problem]:
    rules = [rule for rule in RULES.values() if rule.id not in disabled]
    if len(reading.records) < MANY:
        return _found(rules, reading, today)
    # What is wrong with a list is found in every part.
    return dict.fromkeys(chain.from_iterable(work() for work in _works(rules, reading, today)))


def _works(
    rules: Sequence[Rule], reading: Reading, today: date
) -> Iterator[Callable[[], list[Problem]]]:
    """The work in parts: rules that look at one record at a time are asked about some of them.

    One process does it all: two would soon hold two copies of the records, for whoever looks at an
    object writes to it, and that is more memory than the time is worth.
    """
    across = [rule for rule in rules if rule.id in ACROSS]
    each = [rule for rule in rules if rule.id not in ACROSS]
    yield partial(_found, across, reading, today)
    for start in range(0, len(reading.records), PART):
        part = replace(reading, records=reading.records[start : start + PART])
        yield partial(_found, each, part, today)


def _found(rules: Sequence[Rule], reading: Reading, today: date) -> list[Problem]:
    context = Context(reading=reading, today=today)
    return [problem for rule in rules for problem in rule.problems(context)]
