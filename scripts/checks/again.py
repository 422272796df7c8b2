"""Checks again after a few records changed: most rules look at one record at a time.

With it they see the lists, the producers whose name is withheld (it may stand nowhere), and the
files beside it, unless they stand in ACROSS. What such a rule found in a record holds until one of
these changes, or the day. tests/checks/test_again.py proves that each rule stands where it must.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from operator import is_
from typing import Any

from scripts.checks import RULES, in_order
from scripts.checks.across import ACROSS
from scripts.checks.context import Context
from scripts.records.types import Problem, Reading, Record

Found = dict[str, list[Problem]]
# It reads every file for these names: what is common to all records goes with each part here.
_WITHHELD = frozenset({"withheld-named"})


@dataclass(slots=True)
class Kept:
    """What was found in each record when it was last looked at; one reading follows another."""

    today: date = date.min
    common: tuple[Record[Any], ...] = ()
    seen: dict[str, Record[Any]] = field(default_factory=dict)
    found: Found = field(default_factory=dict)

    def run(self, reading: Reading, today: date, touched: Collection[str] = ()) -> list[Problem]:
        """What `checks.run` gives, without the warnings of the rules in ACROSS.

        These take as long as all the rest, and no warning keeps a page from being shown.
        `touched` are the folders, as in `Record.path`, where any file changed since the last run.
        """
        withheld = tuple(filter(_withheld, reading.records))
        self._forget((*reading.lists.values(), *withheld), today, touched)
        fresh = [one for one in reading.records if self.seen.get(one.path) is not one]
        part = (*fresh, *(one for one in withheld if self.seen.get(one.path) is one))
        found = _each(Context(reading=replace(reading, records=part), today=today))
        there = {record.path: record for record in reading.records}
        kept = {path: said for path, said in self.found.items() if path in there}
        kept |= {record.path: found[record.path] for record in fresh}
        self.seen, self.found = there, {path: said for path, said in kept.items() if said}
        elsewhere = [said for path, said in found.items() if path not in there]
        across = _across(Context(reading=reading, today=today))
        return in_order(chain(reading.problems, across, *self.found.values(), *elsewhere))

    def _forget(
        self, common: tuple[Record[Any], ...], today: date, touched: Collection[str]
    ) -> None:
        """Take for unseen what may be judged differently now."""
        same = len(common) == len(self.common) and all(map(is_, common, self.common))
        if not same or today != self.today:
            self.seen = {}
        self.today, self.common = today, common
        for path in [path for path in self.seen if path.rpartition("/")[0] in touched]:
            del self.seen[path]


def _withheld(record: Record[Any]) -> bool:
    return record.kind == "producer" and bool(record.value.withheld)


def _each(context: Context) -> Found:
    """What the rules find that look at one record at a time; by path."""
    found: Found = defaultdict(list)
    for rule in RULES.values():
        if rule.id in _WITHHELD or rule.id not in ACROSS:
            for problem in rule.problems(context):
                found[problem.path].append(problem)
    return found


def _across(context: Context) -> Iterator[Problem]:
    """The errors that the rules find that look at several records."""
    for rule in RULES.values():
        if rule.id in ACROSS - _WITHHELD and rule.severity == "error":
            yield from rule.problems(context)
