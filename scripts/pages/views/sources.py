"""Footnotes: each passage carries the numbers of its sources, each page lists them once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from scripts.pages.site import Site
from scripts.schema.common import Passage, Source
from scripts.text import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One document in the list of sources; its text is as it was written, in Vietnamese."""

    number: int
    url: str | None
    title: str | None
    publisher: str
    date: str | None
    read: str | None
    supports: str
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A passage with the numbers of its sources; `vietnamese` where only that text exists."""

    text: str
    vietnamese: bool
    craft: bool
    notes: tuple[int, ...]


class Notes:
    """Numbers the sources of one page in the order in which they are first cited."""

    def __init__(self, site: Site, sources: Iterable[Source]) -> None:
        self._site = site
        self._sources = {source.key: source for source in sources}
        self._numbers: dict[str, int] = {}

    def cite(self, keys: Iterable[str]) -> tuple[int, ...]:
        """The numbers of these sources, ascending; a key that is no source has none."""
        known = dict.fromkeys(key for key in keys if key in self._sources)
        return tuple(sorted(self._numbers.setdefault(k, len(self._numbers) + 1) for k in known))

    def say(self, passage: Passage) -> Said:
        """A passage in the page's language, or in Vietnamese where there is no other text."""
        return Said(
            text=self._site.say(passage.vi, passage.en),
            vietnamese=self._site.foreign and not passage.en,
            craft=passage.about == "craft",
            notes=self.cite(passage.sources),
        )

    def say_all(self, passages: Sequence[Passage]) -> tuple[Said, ...]:
        """Several passages, each with its numbers."""
        return tuple(self.say(passage) for passage in passages)

    def listed(self) -> tuple[Note, ...]:
        """Every source: the cited ones by number, then those that nothing on the page cites."""
        self.cite(self._sources)
        return self.cited()

    def cited(self) -> tuple[Note, ...]:
        """The sources cited so far, by number."""
        return tuple(self._note(self._sources[key], n) for key, n in self._numbers.items())

    def _note(self, source: Source, number: int) -> Note:
        language = self._site.language
        return Note(
            number=number,
            url=outside(source.url),
            title=source.title,
            publisher=source.publisher,
            date=dates.format_partial(source.date, language) if source.date else None,
            read=dates.format_partial(source.read, language) if source.read else None,
            supports=source.supports,
            weak=source.weak,
        )


@lru_cache(maxsize=8192)
def outside(url: str | None) -> str | None:
    """An address of another site that a page may link to; None for anything but http(s)."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("https", "http") and parts.netloc else None
