"""What must be true of the records: one generator for each rule, one module for each theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain

from scripts import processes

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

# With fewer records it takes longer to start a second process than to do without one.
MANY = 300

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
    """What the rules find: those of one theme look the same things up, and stay together."""
    context = Context(reading=reading, today=today)
    themes: dict[str, list[Rule]] = defaultdict(list)
    for rule in RULES.values():
        if rule.id not in disabled:
            themes[rule.check.__module__].append(rule)
    works = [partial(_found, rules, context) for rules in themes.values()]
    many = len(reading.records) >= MANY
    return chain(*(processes.gather(works) if many else (work() for work in works)))


def _found(rules: Sequence[Rule], context: Context) -> list[Problem]:
    return [problem for rule in rules for problem in rule.problems(context)]
