"""Problems as text for the terminal, as annotations for GitHub, as JSON. Pure: text in and out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from scripts.records.findings import printable
from scripts.records.types import Problem
from scripts.text.numbers import format_number

Format = Callable[[Sequence[Problem]], str]


def line(problem: Problem) -> str:
    """One problem on one line: `path:line:col: message [rule]`, warnings marked as such."""
    warned = "cảnh báo: " if problem.severity == "warning" else ""
    place = f"{problem.path}:{problem.mark.line}:{problem.mark.column}"
    return printable(f"{place}: {warned}{problem.message} [{problem.rule}]")


def text(problems: Sequence[Problem]) -> str:
    """For the terminal: each problem with what to write under it."""
    return "".join(f"{line(one)}\n{_fix(one)}" for one in problems)


def _fix(problem: Problem) -> str:
    return f"    → {printable(problem.fix)}\n" if problem.fix else ""


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request."""
    return "".join(f"{_command(problem)}\n" for problem in problems)


# As escapeData and escapeProperty of @actions/core, packages/core/src/command.ts.
_DATA = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_DATA, (":", "%3A"), (",", "%2C"))


def _escape(value: str, table: Sequence[tuple[str, str]]) -> str:
    for character, escaped in table:
        value = value.replace(character, escaped)
    # All other invisible characters become U+XXXX, as everywhere.
    return printable(value)


def _command(problem: Problem) -> str:
    properties = {
        "file": problem.path,
        "line": str(problem.mark.line),
        "col": str(problem.mark.column),
        "title": problem.rule,
    }
    shown = ",".join(f"{name}={_escape(value, _PROPERTY)}" for name, value in properties.items())
    said = "\n".join(part for part in (problem.message, problem.fix) if part)
    return f"::{problem.severity} {shown}::{_escape(said, _DATA)}"


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, one for each problem."""
    objects = [
        {
            "path": printable(problem.path),
            "line": problem.mark.line,
            "column": problem.mark.column,
            "rule": problem.rule,
            "severity": problem.severity,
            "message": printable(problem.message),
            "fix": printable(problem.fix),
        }
        for problem in problems
    ]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Format] = {"text": text, "github": github, "json": as_json}


def count(problems: Sequence[Problem], records: int) -> str:
    """The last line for staff: how much is wrong, and whether anything must be corrected."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    read = f"Đã đọc {format_number(records, 'vi')} bản ghi"
    if not problems:
        return f"{read}: không có lỗi."
    told = f"{format_number(errors, 'vi')} lỗi, {format_number(warnings, 'vi')} cảnh báo"
    return f"{read}: {told}." + (" Hãy sửa các lỗi rồi chạy lại." if errors else "")
