"""The register of rules: each is a generator that yields what it found in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from scripts.checks.context import Context
from scripts.records.findings import printable
from scripts.records.types import Mark, Problem, Record, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One mistake: where, what was found, what to write instead (Vietnamese)."""

    path: str
    mark: Mark
    message: str
    fix: str


Check = Callable[[Context], Iterator[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with its permanent id; `title` names the mistake in Vietnamese."""

    id: str
    severity: Severity
    title: str
    check: Check

    def problems(self, context: Context) -> Iterator[Problem]:
        """What the rule finds, ready to print: no control character is left in it."""
        for found in self.check(context):
            yield Problem(
                path=printable(found.path),
                mark=found.mark,
                rule=self.id,
                message=printable(found.message),
                fix=printable(found.fix),
                severity=self.severity,
            )


_RULES: dict[str, Rule] = {}
RULES: Mapping[str, Rule] = MappingProxyType(_RULES)
"""All rules of this room by id, in the order of their modules."""


def rule(id: str, severity: Severity, title: str) -> Callable[[Check], Check]:
    """Register a generator as a rule; its docstring is the rule in one sentence."""

    def register(check: Check) -> Check:
        assert id not in _RULES, f"two rules are called {id}"
        _RULES[id] = Rule(id=id, severity=severity, title=title, check=check)
        return check

    return register


def at(record: Record[Any], location: tuple[str | int, ...], message: str, fix: str) -> Found:
    """A mistake at a field of a record."""
    return Found(path=record.path, mark=record.mark(*location), message=message, fix=fix)


def in_file(path: str, message: str, fix: str) -> Found:
    """A mistake of a whole file or folder."""
    return Found(path=path, mark=Mark(), message=message, fix=fix)
