"""Cuts a rendered page at its placeholders, once, and joins it with the values of any page."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter

from scripts.press.front import Front, ShellKey

VALUES = tuple(field.name for field in fields(Front) if field.name != "key")
ONCE = ("head", "body")


class ShellError(Exception):
    """The theme's templates do not print a page's values as they must."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The placeholders of one build: random, so that no text of a record can hold one."""

    token: str

    @classmethod
    def random(cls) -> Marks:
        """Placeholders that nobody can guess."""
        return cls(f"x{secrets.token_hex(16)}x")

    def of(self, name: str) -> str:
        """The placeholder of a value: letters and digits, which every filter leaves alone."""
        return f"{self.token}{name}{self.token}"

    def left_in(self, text: str) -> bool:
        """Whether a piece of a placeholder is left in a text, in whatever case."""
        half = len(self.token) // 2
        return any(part in text.lower() for part in (self.token[:half], self.token[half:]))

    def front(self, key: ShellKey, *, site_url: bool) -> Front:
        """A page of that key with placeholders for all its values."""
        there = {
            "canonical": site_url,
            "vi": key.alternate,
            "en": key.alternate,
            "other": key.alternate,
            "edit": key.edit,
        }
        values = {name: self.of(name) if there.get(name, True) else "" for name in VALUES}
        return Front(key=key, **values)


@dataclass(frozen=True, slots=True)
class Shell:
    """The fixed parts of a page, and which value stands behind each part but the last."""

    parts: tuple[bytes, ...]
    values: Callable[[Front], tuple[str, ...]]

    def join(self, front: Front) -> bytes:
        """The finished page."""
        pieces: list[bytes] = [b""] * (2 * len(self.parts) - 1)
        pieces[0::2] = self.parts
        pieces[1::2] = [value.encode() for value in self.values(front)]
        return b"".join(pieces)


class Shells(dict[ShellKey, Shell]):
    """The shells by their keys, each made when it is first asked for."""

    def __init__(self, make: Callable[[ShellKey], Shell]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: ShellKey) -> Shell:
        """Make it; ShellError where a template does not print what it must."""
        made = self[key] = self._make(key)
        return made


def cut(html: str, marks: Marks) -> Shell:
    """The shell of a page that was rendered with placeholders.

    ShellError where the body or head is not printed exactly once, or a placeholder was changed.
    """
    pieces = html.split(marks.token)
    literals, names = pieces[0::2], pieces[1::2]
    whole = len(pieces) % 2 == 1 and set(names) <= set(VALUES)
    if not whole or marks.left_in("".join(literals)):
        raise ShellError("a template changes a value of `front`: print it as it is")
    for name in ONCE:
        if names.count(name) != 1:
            raise ShellError(f"templates print front.{name} {names.count(name)} times, not once")
    return Shell(tuple(literal.encode() for literal in literals), attrgetter(*names))
