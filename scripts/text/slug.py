"""Ids and path segments from names."""

from __future__ import annotations

from scripts.text.fold import fold

MAX_LENGTH = 60
# Windows opens a device instead of a file of these names, whatever the extension.
DEVICE_NAMES = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)


def slug(text: str, limit: int = MAX_LENGTH) -> str:
    """The name as an id: ASCII words joined by hyphens, cut after a whole word within the limit.

    Empty where the name holds no letter or digit that has an ASCII form.
    """
    ascii_text = "".join(c if c.isascii() else " " for c in fold(text))
    kept = ""
    for word in ascii_text.split():
        longer = f"{kept}-{word}" if kept else word[:limit]
        if len(longer) > limit:
            break
        kept = longer
    return f"{kept}-1" if kept in DEVICE_NAMES else kept
