"""What the server and the process that makes pages tell each other."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What came of a change.

    `shown`: other pages are to be seen than before. `title` and `problems`: what is wrong now, for
    the page; empty where nothing is. `said`: a line for the terminal. `settled`: nothing more
    comes of this change. `failed`: the process cannot work at all.
    """

    shown: bool = False
    title: str = ""
    problems: tuple[str, ...] = ()
    said: str = ""
    settled: bool = False
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What there is at an address: its bytes, or why it could not be made."""

    content: bytes = b""
    failure: tuple[str, ...] = ()
