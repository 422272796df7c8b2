"""The values that leave the rooms `pages` and `exports`: pages and assets, as text and bytes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from scripts.model.types import Catalogue

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page made from records; its body is rendered only when it is about to be written.

    `address` begins and ends with "/" ("/404.html" alone does not); `alternate` is the same page
    in the other language. `title` and what `describe` returns are plain text: whoever prints them
    escapes.
    `render` returns the HTML inside <main>, beginning with one <h1>; `head` the extra HTML for
    <head> (JSON-LD, Open Graph). `source` is the record's path in the repository, for
    the edit link; `onward` the address to which the page leads on at once.
    """

    address: str
    language: Language
    kind: str
    title: str
    describe: Callable[[], str]
    render: Callable[[], str]
    head: Callable[[], str] = str
    alternate: str | None = None
    source: str | None = None
    lastmod: str | None = None
    indexed: bool = True
    onward: str | None = None

    @property
    def description(self) -> str:
        """What the page says, in a sentence or two; worked out each time."""
        return self.describe()

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Editorial:
    """A hand-written page of docs/: its address begins and ends with "/"."""

    address: str
    language: Language
    title: str
    alternate: str | None = None
    lastmod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One size of a picture, in pixels; the addresses of its files begin with "/"."""

    width: int
    height: int
    webp: str
    jpeg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A published picture in its sizes, the smallest first, at least one.

    `colour`, as "#rrggbb", fills its place until it has loaded.
    """

    sizes: tuple[Rendition, ...]
    colour: str

    @property
    def largest(self) -> Rendition:
        """The widest size."""
        return self.sizes[-1]

    def up_to(self, width: int) -> tuple[Rendition, ...]:
        """The sizes that are no wider, or else the smallest one."""
        return tuple(size for size in self.sizes if size.width <= width) or self.sizes[:1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimens:
    """What the style page shows: made-up records, seen on the day of their catalogue.

    `pictures` as in Settings; `tokens`: the style sheet with the constants of the look;
    `icons`: the names in the set.
    """

    catalogue: Catalogue
    pictures: Mapping[tuple[str, str], Picture]
    tokens: str
    icons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the pages must know besides the records.

    `site_url` ends with "/"; unset, no absolute address is printed. `editorial`: the hand-written
    pages. `illustrations`: ids of the drawings in docs/assets/illustrations. `pictures`: what
    was made of a product's image, by product id and file name; an image without one is not shown.
    `trial`: a preview of what is not published; every page says so and no robot may list it.
    `specimens`: what the style page shows; without it there is no such page.
    """

    build_day: date
    site_url: str | None = None
    repo_url: str | None = None
    editorial: tuple[Editorial, ...] = ()
    illustrations: frozenset[str] = frozenset()
    pictures: Mapping[tuple[str, str], Picture] = field(default_factory=dict)
    trial: bool = False
    specimens: Specimens | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """The commit that a site is made from, and its own time, which has a zone.

    `changed`: what the site is made of differs from it, so the commit alone does not give the
    same site.
    """

    hash: str
    time: datetime
    changed: bool = False
