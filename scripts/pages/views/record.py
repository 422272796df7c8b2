"""Where the record behind a page is kept, when it was last compared with its sources."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from scripts.pages.site import Site
from scripts.pages.views.sources import outside
from scripts.text import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLinks:
    """Links to the record's file and history; None where the repository has no address."""

    file: str | None
    history: str | None
    reviewed: str | None


def record_links(site: Site, path: str, reviewed: str | None) -> RecordLinks:
    """The links of one record. `path` is its path in the repository."""
    base = outside(site.settings.repo_url)
    place = quote(path)
    return RecordLinks(
        file=f"{base.rstrip('/')}/blob/HEAD/{place}" if base else None,
        history=f"{base.rstrip('/')}/commits/HEAD/{place}" if base else None,
        reviewed=dates.format_partial(reviewed, site.language) if reviewed else None,
    )
