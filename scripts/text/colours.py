"""Colours of a style sheet: which values custom properties have, and WCAG 2.2 contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_HEX = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_PROPERTY = re.compile(r"(--[\w-]+):\s*([^;]+?)\s*(?:;|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule with its custom properties; `media` is the condition around it, "" for none."""

    media: str
    selectors: tuple[str, ...]
    values: Mapping[str, str]


def rules(css: str) -> Iterator[Rule]:
    """The rules of a style sheet in their order; at most one condition around each."""
    media, head = "", ""
    for piece in re.split(r"([{}])", _COMMENT.sub("", css)):
        text = " ".join(piece.split())
        if piece == "{":
            if head.startswith("@media"):
                media, head = head.removeprefix("@media").strip(), ""
        elif piece == "}":
            media = media if head else ""
            head = ""
        elif head:
            selectors = tuple(part.strip() for part in head.split(","))
            yield Rule(media=media, selectors=selectors, values=dict(_PROPERTY.findall(text)))
        else:
            head = text


def luminance(colour: str) -> float:
    """The relative luminance, 0–1, of "#rgb" or "#rrggbb"; ValueError for anything else."""
    if not _HEX.fullmatch(colour):
        raise ValueError(f"no colour in hexadecimal: {colour}")
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1–21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
