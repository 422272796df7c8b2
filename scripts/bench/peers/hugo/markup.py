"""The elements of a page of ours; our templates close every tag."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

# Stands for the path to the root of the site, in what pages have in common and in cards.
ROOT = "\ue000"
TOKEN = re.compile(r"<(/?)([a-zA-Z][\w-]*)([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')
VOID = frozenset(
    ("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "card")
)
HEADING = re.compile(r"\s*<h2[^>]*>([^<]*)<")


@dataclass(slots=True)
class Element:
    """An element; `begin`, `start`, `end`: where its tag and its inner HTML lie in the source.

    `text`: whether words stand in it outside of its elements.
    """

    tag: str
    attributes: str = ""
    begin: int = 0
    start: int = 0
    end: int = 0
    text: bool = False
    children: list[Element] = field(default_factory=list)


def parse(html: str) -> Element:
    """The tree of a fragment, below an element without a name."""
    top = Element("", end=len(html))
    stack = [top]
    last = 0
    for token in TOKEN.finditer(html):
        inside, begin = stack[-1], token.start()
        if not inside.text and begin > last and not html[last:begin].isspace():
            inside.text = True
        last = token.end()
        closing, tag, attributes = token.groups()
        if closing:
            if len(stack) > 1:
                stack.pop().end = begin
            continue
        made = Element(tag, attributes, begin, last, last)
        inside.children.append(made)
        if tag not in VOID and not attributes.endswith("/"):
            stack.append(made)
    return top


@lru_cache(maxsize=100_000)
def attributes(raw: str) -> tuple[tuple[str, str | None], ...]:
    """Names and values, as they are written; None for a name alone."""
    return tuple((name, value) for name, value in _pairs(raw))


def _pairs(raw: str) -> list[tuple[str, str | None]]:
    return [(found[1], found[2]) for found in ATTRIBUTE.finditer(raw)]


def key(element: Element, html: str) -> str:
    """What tells an element from its neighbours: tag, class and, for a block, its heading."""
    listed = attributes(element.attributes)
    name = next(((value or "").split(" ")[0] for name, value in listed if name == "class"), "")
    if element.tag == "section" and name == "block":
        found = HEADING.match(html, element.start)
        name += "/" + (found[1] if found else "")
    if element.tag == "meta":
        name = listed[0][1] or ""
    return f"{element.tag}.{name}"
