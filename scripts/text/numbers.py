"""Numbers as Vietnamese and English readers write them."""

from __future__ import annotations

_SEPARATORS = {"vi": str.maketrans(",.", ".,"), "en": {}}


def format_number(number: int | float, language: str) -> str:
    """A number with thousands marked: "1.234" and "65,8" in Vietnamese, "1,234" and "65.8"."""
    plain = f"{number:,}"
    whole = plain.removesuffix(".0")
    return whole.translate(_SEPARATORS[language])
