"""What is said of a maker, a decision, a craft or a shop around the list of its products."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from scripts.model.types import Location
from scripts.pages.site import Site
from scripts.pages.views import place
from scripts.pages.views.products import Index
from scripts.pages.views.record import record_links
from scripts.pages.views.sources import Notes, Said, outside
from scripts.pages.views.trade import Row, Value
from scripts.schema.common import Passage, Record

# What a page of the list beyond the first gives the same template.
NOTHING: Mapping[str, Any] = {"about": None, "sources": (), "record": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Passages under a heading."""

    title: Markup
    passages: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Rows of facts, the place, and text before and after the list."""

    rows: tuple[Row, ...]
    where: place.Where | None
    where_shown: bool
    where_label: Markup
    summary: Said | None
    sections: tuple[Section, ...]
    indexes: tuple[Index, ...]


def about(
    site: Site,
    written: Record,
    path: str,
    notes: Notes,
    *,
    rows: Sequence[Row] = (),
    location: Location | None = None,
    where_shown: bool = True,
    where_key: str = "place.of.record",
    summary: Passage | None = None,
    sections: Mapping[str, Sequence[Passage]] | None = None,
    indexes: Sequence[Index] = (),
) -> Mapping[str, Any]:
    """The values that the template `record-list` asks for; sections are keyed by their words."""
    made = About(
        rows=tuple(row for row in rows if row.values),
        where=place.where(location),
        where_shown=where_shown,
        where_label=site.t(where_key),
        summary=notes.say(summary) if summary else None,
        sections=_sections(site, notes, sections or {}),
        indexes=tuple(indexes),
    )
    return {
        "about": made,
        "sources": notes.listed(),
        "record": record_links(site, path, written.reviewed),
    }


def _sections(
    site: Site, notes: Notes, sections: Mapping[str, Sequence[Passage]]
) -> tuple[Section, ...]:
    return tuple(
        Section(title=site.t(key), passages=notes.say_all(passages))
        for key, passages in sections.items()
        if passages
    )


def text_row(site: Site, key: str, text: str | Markup | None, *, vietnamese: bool = False) -> Row:
    """A row with one text; without the text the row is left out."""
    values = (Value(text=text, vietnamese=vietnamese and site.foreign),) if text else ()
    return Row(label=site.t(key), values=values)


def link_row(site: Site, key: str, url: str | None, text: str | None = None) -> Row:
    """A row with a link to another site."""
    safe = outside(url)
    return Row(label=site.t(key), values=(Value(text=text or safe, url=safe),) if safe else ())
