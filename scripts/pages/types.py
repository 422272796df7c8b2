"""The values that leave the rooms `pages` and `exports`: pages and assets, as text and bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page made from records; its body is rendered only when it is about to be written.

    `address` begins and ends with "/" ("/404.html" alone does not); `alternate` is the same page
    in the other language. `title` and `description` are plain text: whoever prints them escapes.
    `render` returns the HTML inside <main>, beginning with one <h1>; `head` the extra HTML for
    <head> (JSON-LD, Open Graph). `source` is the record's path in the repository, for
    the edit link.
    """

    address: str
    language: Language
    kind: str
    title: str
    description: str
    render: Callable[[], str]
    head: Callable[[], str] = str
    alternate: str | None = None
    source: str | None = None
    lastmod: str | None = None
    indexed: bool = True

    @property
    def depth(self) -> int:
        """How many folders below the root the page lies."""
        return self.address.count("/") - 1

    @property
    def root(self) -> str:
        """The relative path from the page to the root of the site: "", "../", "../../"…"""
        return "../" * self.depth


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of the site that is not a page; `address` begins with "/"."""

    address: str
    content: Callable[[], bytes]
