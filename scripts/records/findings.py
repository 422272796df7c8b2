"""What is found inside one file, before its path is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from scripts.records.types import Mark, Problem, Severity

_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A mistake at a position of the file that is being read, in Vietnamese."""

    mark: Mark
    rule: str
    message: str
    fix: str = ""
    severity: Severity = "error"

    def at(self, path: str) -> Problem:
        """The problem to report for that path."""
        return Problem(
            path=path,
            mark=self.mark,
            rule=self.rule,
            message=printable(self.message),
            fix=printable(self.fix),
            severity=self.severity,
        )

    def moved(self, mark: Mark) -> Finding:
        """The same finding at another position."""
        return replace(self, mark=mark)


class RefusedError(Exception):
    """The file cannot be read any further; carries the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def printable(text: str) -> str:
    """The text on one line, with invisible and control characters written as U+XXXX."""
    return _UNPRINTABLE.sub(lambda match: code_point(match[0]), text)


def code_point(character: str) -> str:
    """The name U+XXXX of a character."""
    return f"U+{ord(character):04X}"


def shown(value: object, limit: int = 60) -> str:
    """A value of a record as staff wrote it, cut to a length that fits in a sentence."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
