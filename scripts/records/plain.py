"""Which unquoted scalars are more than text: true, false, null and decimal numbers."""

from __future__ import annotations

import re
from typing import Any

MAX_DIGITS = 15

WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
FIRST = frozenset(["", *"-+.0123456789ntf~"])
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|nan)", re.IGNORECASE)


class OddNumberError(ValueError):
    """A number that would change when read: infinite, or with too many digits."""


def resolve(text: str) -> Any:
    """The value of an unquoted scalar.

    Unlike YAML 1.1 it is text for yes, no, on, off, 012, 0x1F, 1:30, 1_000, 2024-12-30 and
    1e3. Raises OddNumberError.
    """
    if text in WORDS:
        return WORDS[text]
    kind = int if _INTEGER.fullmatch(text) else float if _DECIMAL.fullmatch(text) else None
    if kind and len(text) <= MAX_DIGITS:
        return kind(text)
    if kind or _NOT_FINITE.fullmatch(text):
        raise OddNumberError(text)
    return text
