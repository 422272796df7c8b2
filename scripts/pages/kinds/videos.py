"""Films and reports: links to where they are shown; nothing is loaded before a click."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from scripts.model.addresses import VIDEOS
from scripts.model.types import Product, Video
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import listing
from scripts.pages.views.record import record_links
from scripts.pages.views.sources import Notes, outside
from scripts.text import dates

MINUTE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A point in time of a film."""

    at: str
    title: str
    vietnamese: bool
    product: Product | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A video as lists show it; `source` is Vietnamese on every page, `line` tells the rest."""

    title: str
    vietnamese: bool
    address: str
    url: str | None
    source: str | None
    line: str


def pages(site: Site) -> Iterator[Page]:
    """The list of videos in pages, and each video."""
    videos = list(site.catalogue.videos.values())
    for sheet in listing.sheets(VIDEOS, videos):
        title, description = site.plain("videos.title"), site.plain("videos.description")
        if not sheet.first:
            title = site.plain("page.title", title=title, number=sheet.number)
            description = site.plain("page.description", text=description, number=sheet.number)
        yield site.page(
            Draft(
                address=sheet.address,
                kind="videos",
                template="videos",
                title=title,
                description=description,
                values=partial(_index, site, sheet),
            )
        )
    for video in videos:
        yield site.page(_draft(site, video))


def film(site: Site, video: Video) -> Film:
    """A video's card: who made it; when, how long."""
    written = video.written
    publisher = written.sources[0].publisher if written.sources else None
    source = written.credit or publisher
    parts = (
        dates.format_partial(written.date, site.language) if written.date else None,
        clock(written.duration) if written.duration else None,
    )
    return Film(
        title=site.say(written.title, written.title_en),
        vietnamese=site.foreign and not written.title_en,
        address=video.address,
        url=outside(written.url),
        source=source,
        line=" · ".join(part for part in parts if part),
    )


def _line(shown: Film) -> str:
    return " · ".join(part for part in (shown.source, shown.line) if part)


def clock(seconds: int) -> str:
    """A length or point in time as minutes and seconds: "12:05"."""
    return f"{seconds // MINUTE}:{seconds % MINUTE:02d}"


def _index(site: Site, sheet: listing.Sheet[Video], root: str) -> Mapping[str, Any]:
    return {"films": [film(site, video) for video in sheet.items], "pager": sheet.pager}


def _draft(site: Site, video: Video) -> Draft:
    shown = film(site, video)
    return Draft(
        address=video.address,
        kind="video",
        template="video",
        title=site.plain("video.title", title=shown.title),
        description=site.plain("video.description", title=shown.title, line=_line(shown)),
        crumbs=(Crumb(label=site.plain("videos.name"), address=VIDEOS),),
        values=partial(_values, site, video),
        source=video.path,
        lastmod=video.written.reviewed,
        og_type="article",
    )


def _values(site: Site, video: Video, root: str) -> Mapping[str, Any]:
    written = video.written
    notes = Notes(site, written.sources)
    return {
        "video": video,
        "film": film(site, video),
        "summary": notes.say(written.summary) if written.summary else None,
        "chapters": [
            Chapter(
                at=clock(chapter.at),
                title=site.say(chapter.title, chapter.title_en),
                vietnamese=site.foreign and not chapter.title_en,
                product=site.catalogue.by_id.get(chapter.product or ""),
            )
            for chapter in written.chapters
        ],
        "transcript_lang": written.language if written.language != site.language else None,
        "sources": notes.listed(),
        "record": record_links(site, video.path, written.reviewed),
    }
