"""What the pages of a kind have in common, and the values in which one differs from the next.

A template is the common part; the values of a page are its front matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from itertools import groupby
from typing import Any

from scripts.bench.peers.hugo.markup import ROOT, Element, attributes, key

Value = Any
MOST_CHILDREN = 60


@dataclass(slots=True)
class Slot:
    """An attribute: its value where it is always the same; `times`: how many elements have it.

    `rooted`: all its values begin at the root of the site; `marked`: the root is somewhere in them.
    """

    value: str | None
    times: int = 0
    varies: bool = False
    rooted: bool = True
    marked: bool = False

    def learn(self, value: str | None) -> None:
        """Take in one more value."""
        self.times += 1
        self.varies = self.varies or self.value != value
        roots = (value or "").count(ROOT)
        self.marked = self.marked or roots > 0
        self.rooted = self.rooted and roots == 1 and (value or "").startswith(ROOT)

    def told(self, value: str | None) -> str | bool:
        """The value as front matter holds it."""
        if value is None:
            return True
        return unescape(value.removeprefix(ROOT) if self.rooted else value)


@dataclass(eq=False)
class Shape:
    """An element as it occurs in all pages.

    It either holds elements (`children`) or, as a `leaf`, words: `inner` where they are always the
    same, else a value, `rich` where that has tags in it. `many`: it stands several times in a row.
    """

    tag: str
    times: int = 0
    slots: dict[str, Slot] = field(default_factory=dict)
    children: dict[str, Shape] = field(default_factory=dict)
    leaf: bool = False
    inner: str | None = None
    varies: bool = False
    rich: bool = False
    many: bool = False
    space: str = ""
    parents: int = 0
    places: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)

    def learn(self, element: Element, html: str) -> None:
        """Take in one more element."""
        self.times += 1
        self._learn_attributes(element.attributes)
        if not element.children or self.leaf or element.text:
            self._learn_words(element, html)
        else:
            self._learn_children(element, html)

    def _learn_attributes(self, raw: str) -> None:
        for name, value in attributes(raw):
            self.slots.setdefault(name, Slot(value)).learn(value)

    def _learn_words(self, element: Element, html: str) -> None:
        inner = html[element.start : element.end]
        if self.children:
            if not inner.strip():
                return
            self._flatten()
        self.leaf = self.leaf or bool(inner.strip())
        self.rich = self.rich or "<" in inner
        if self.inner is None:
            self.inner = inner
        self.varies = self.varies or self.inner != inner

    def _flatten(self) -> None:
        """The elements inside follow no order, or stand among words: they become one value."""
        self.children.clear()
        self.leaf = self.varies = self.rich = True
        self.inner = ""

    def _learn_children(self, element: Element, html: str) -> None:
        runs = runs_of(element, html)
        names = self.align(tuple(base for base, _ in runs))
        if len(self.children) > MOST_CHILDREN:
            self._flatten()
            return
        last = element.start
        for name, (_, members) in zip(names, runs, strict=True):
            shape = self.children[name]
            shape.parents += 1
            shape.many = shape.many or len(members) > 1
            for member in members:
                if not shape.times:
                    shape.space = html[last : member.begin]
                shape.learn(member, html)
                last = _after(member, html)

    def align(self, bases: tuple[str, ...]) -> tuple[str, ...]:
        """Which of the children each element is; room is made for those that have no place yet.

        A new one is the last of its key, so that what was found once stays so.
        """
        known = self.places.get(bases)
        if known is None:
            known = self.places[bases] = tuple(self._place(bases))
        return known

    def _place(self, bases: tuple[str, ...]) -> Iterator[str]:
        names = list(self.children)
        place = 0
        for number, base in enumerate(bases):
            at = _find(names, base, place)
            if at is None:
                later = (_find(names, other, place) for other in bases[number + 1 :])
                at = next((found for found in later if found is not None), place)
                name = f"{base}.{sum(_base(name) == base for name in names)}"
                names.insert(at, name)
                self.children[name] = Shape(base.partition(".")[0])
            yield names[at]
            place = at + 1
        self.children = {name: self.children[name] for name in names}

    # What follows holds once everything has been learnt.

    @cached_property
    def alive(self) -> bool:
        """Whether a page has values for it."""
        return bool(
            self.varies
            or self.open_slots
            or any(self.optional(child) or child.many or child.alive for child in self.kids)
        )

    @property
    def kids(self) -> list[Shape]:
        """The elements inside, in order."""
        return list(self.children.values())

    def optional(self, child: Shape) -> bool:
        """Whether the element inside is not always there."""
        return child.parents < self.times

    @cached_property
    def plain(self) -> bool:
        """Whether its words are its only value."""
        return self.varies and not self.open_slots

    @cached_property
    def open_slots(self) -> tuple[tuple[str, str], ...]:
        """Short names for the attributes that are not always the same."""
        return tuple(
            (f"a{number}", name)
            for number, (name, slot) in enumerate(self.slots.items())
            if slot.varies or slot.times < self.times
        )

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The place of each child."""
        return {name: number for number, name in enumerate(self.children)}

    def values(self, element: Element, html: str) -> Value:
        """In what an element differs: text, or a mapping of short names; True where in nothing."""
        if not self.alive:
            return True
        told: dict[str, Value] = {}
        if self.varies:
            inner = html[element.start : element.end]
            told["t"] = inner if self.rich else unescape(inner)
        if self.plain:
            return told["t"]
        here = dict(attributes(element.attributes)) if self.open_slots else {}
        for short, name in self.open_slots:
            if name in here:
                told[short] = self.slots[name].told(here[name])
        if self.children:
            told |= self._values_of_children(element, html)
        # A mapping without a value would count as absent in a template.
        return told or {"k": True}

    def _values_of_children(self, element: Element, html: str) -> dict[str, Value]:
        told: dict[str, Value] = {}
        runs = runs_of(element, html)
        names = self.align(tuple(base for base, _ in runs))
        for name, (_, members) in zip(names, runs, strict=True):
            child, short = self.children[name], f"c{self.numbers[name]}"
            if child.many:
                told[short] = [child.values(member, html) for member in members]
            elif self.optional(child) or child.plain:
                told[short] = child.values(members[0], html)
            elif child.alive:
                # One flat mapping: nested ones would cost the peer time and memory for nothing.
                inner = child.values(members[0], html)
                told |= {short + name: value for name, value in inner.items() if name != "k"}
        return told


def _find(names: list[str], base: str, place: int) -> int | None:
    return next((at for at in range(place, len(names)) if _base(names[at]) == base), None)


def _base(name: str) -> str:
    return name.rpartition(".")[0]


def _after(element: Element, html: str) -> int:
    closing = f"</{element.tag}>"
    there = html.startswith(closing, element.end)
    return element.end + len(closing) if there else element.end


def runs_of(element: Element, html: str) -> list[tuple[str, list[Element]]]:
    """The elements inside, neighbours of the same key together."""
    grouped = groupby(element.children, lambda child: key(child, html))
    return [(base, list(members)) for base, members in grouped]
