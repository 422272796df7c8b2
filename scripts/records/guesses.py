"""What was probably meant by a date or an id in another form."""

from __future__ import annotations

import re
from collections.abc import Callable

from scripts.schema import common
from scripts.text.dates import parse_partial
from scripts.text.slug import slug

_DAY_FIRST = re.compile(r"(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?", re.ASCII)


def _day(written: str) -> str | None:
    """A date written as in Vietnamese (30/12/2024), or with signs or zeros missing."""
    first, last = _DAY_FIRST.fullmatch(written), _YEAR_FIRST.fullmatch(written)
    day, month, year = first.groups() if first else reversed(last.groups()) if last else (None,) * 3
    parts = (year, month and month.zfill(2), day and day.zfill(2))
    guess = "-".join(part for part in parts if part)
    try:
        parse_partial(guess)
    except ValueError:
        return None
    return f'"{guess}"'


def _id(written: str) -> str | None:
    return slug(written) or None


_GUESSES: dict[str, Callable[[str], str | None]] = {
    common.PARTIAL_DATE_PATTERN: _day,
    common.ID_PATTERN: _id,
}


def guess(pattern: str, written: str) -> str:
    """A question that offers the right form, ending in a space; empty where none is known."""
    find = _GUESSES.get(pattern)
    found = find(written) if find else None
    return f"có phải {found}? " if found else ""
