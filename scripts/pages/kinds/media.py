"""For the press and the portal: figures with days and sources, how to cite, what there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from scripts.model import addresses
from scripts.model.addresses import CONTACT, HOME, PRESS, REPORT_FILE, VIDEOS
from scripts.pages.kinds import videos
from scripts.pages.site import Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import programme
from scripts.pages.views.sources import Notes

VIDEOS_SHOWN = 4
FILES = {
    "report": REPORT_FILE,
    "manifest": "/manifest.json",
    "redirects": "/assets/redirects.json",
}
# Name, file, width and height as shown.
MARKS = (
    ("wordmark", "/assets/icons/wordmark.svg", 214, 38),
    ("icon", "/assets/icons/favicon.svg", 64, 64),
)
PATTERNS = {
    "product": addresses.product("…"),
    "maker": addresses.producer("…"),
    "place": addresses.area("…"),
    "decision": addresses.decision("…"),
    "group": addresses.group("…"),
    "star": addresses.star(5),
    "gtin": "/01/…/",
    "english": f"{addresses.english(HOME)}…",
}


def pages(site: Site) -> Iterator[Page]:
    """The page."""
    yield site.page(
        Draft(
            address=PRESS,
            kind="media",
            template="media",
            title=site.plain("media.title"),
            description=site.plain("media.description"),
            values=partial(_values, site),
        )
    )


def _values(site: Site, root: str) -> Mapping[str, Any]:
    notes = Notes(site, site.catalogue.programme.sources)
    published = programme.published(site, notes)
    films = list(site.catalogue.videos.values())[:VIDEOS_SHOWN]
    return {
        "figures": _figures(site),
        "published": published,
        "citations": _citations(site),
        "patterns": list(PATTERNS.items()),
        "files": list(FILES.items()),
        "marks": MARKS,
        "films": [videos.film(site, one) for one in films],
        "as_of": site.as_of,
        "read_until": site.read_until,
        "addresses": {
            "videos": VIDEOS,
            "contact": CONTACT if CONTACT in site.written_pages else None,
        },
        "sources": notes.cited(),
    }


def _figures(site: Site) -> Mapping[str, int]:
    """What the catalogue counts itself, `valid` on its day."""
    catalogue = site.catalogue
    return {
        "products": len(catalogue.products),
        "makers": len(catalogue.producers),
        "communes": programme.counts(site).communes_known,
        "valid": catalogue.in_force(catalogue.products),
    }


def _citations(site: Site) -> list[Markup]:
    """How a page and the whole are cited, with the address where the site has one."""
    five = site.catalogue.by_star.get(5, ())
    found = [
        site.t(
            "media.cite.page",
            name=site.part("phrase", "", text=product.name, vietnamese=site.foreign),
            url=site.absolute(product.address) or site.t("media.cite.url"),
            read=site.read_until,
        )
        for product in (*five, *site.catalogue.products)[:1]
    ]
    whole = site.absolute(HOME) or site.t("media.cite.url")
    return [*found, site.t("media.cite.whole", url=whole, read=site.read_until)]
