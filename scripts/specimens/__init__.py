"""Made-up records for the style page, each labelled as a sample: never part of the catalogue.

They show every component in the states that real records may bring one day: names of any
length, thirty sources, twelve photographs, each state of a certificate, everything missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from scripts import records
from scripts.model.build import build
from scripts.model.types import Catalogue
from scripts.pages.types import Picture, Rendition, Specimens

PRODUCTS = Path(__file__).parent / "products"
DAY = date(2026, 11, 24)
"""The day on which all of them are seen, so that each keeps its state for ever."""

FOLDER = "/assets/specimens/"
Size = tuple[int, int]
# The pictures in docs/assets/specimens: the sizes of each in pixels, and its colour.
PICTURES: Mapping[str, tuple[tuple[Size, ...], str]] = {
    "rong": (((480, 360), (1200, 900)), "#b6cac2"),
    "cao": (((360, 480), (675, 900)), "#c3ad8d"),
    "toan-canh": (((480, 160), (1440, 480)), "#cad8d3"),
    "vuong": (((480, 480), (900, 900)), "#a0b3a1"),
}
_COPY = re.compile(r"-\d+\.jpg$")
_ICON = re.compile(r"^\.i-([a-z-]+) \{", re.MULTILINE)


def read(docs: Path) -> Specimens | None:
    """The samples and what the style page measures; None where docs/ has no look of its own."""
    styles = docs / "assets" / "css"
    tokens, icons = styles / "tokens.css", styles / "icons.css"
    if not tokens.is_file() or not icons.is_file():
        return None
    made = catalogue()
    return Specimens(
        catalogue=made,
        pictures=dict(_pictures(made)),
        tokens=tokens.read_text(encoding="utf-8"),
        icons=tuple(_ICON.findall(icons.read_text(encoding="utf-8"))),
    )


@cache
def catalogue() -> Catalogue:
    """The sample records as a catalogue of their own."""
    return build(records.read(PRODUCTS), DAY)


def _pictures(made: Catalogue) -> Iterator[tuple[tuple[str, str], Picture]]:
    """The four pictures, as often as records name them: "rong-1.jpg", "rong-2.jpg"…"""
    for product in made.products:
        for image in product.written.images:
            yield (product.id, image.file), picture(_COPY.sub("", image.file))


def picture(name: str) -> Picture:
    """One of the pictures in its sizes."""
    sizes, colour = PICTURES[name]
    return Picture(sizes=tuple(_rendition(name, size) for size in sizes), colour=colour)


def _rendition(name: str, size: Size) -> Rendition:
    width, height = size
    file = f"{FOLDER}{name}-{width}"
    return Rendition(width=width, height=height, webp=f"{file}.webp", jpeg=f"{file}.jpg")
