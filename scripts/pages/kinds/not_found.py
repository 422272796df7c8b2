"""The page of an address that does not exist: both languages, a search field, the chief lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from scripts.model.addresses import CATALOGUE, DECISIONS, NOT_FOUND, PLACES, PRODUCERS, english
from scripts.pages import environment
from scripts.pages.site import Site
from scripts.pages.types import Page

LISTS = {"products": CATALOGUE, "places": PLACES, "producers": PRODUCERS, "decisions": DECISIONS}


def pages(site: Site) -> Iterator[Page]:
    """One page for the whole site: a server knows no language of an address that is not there."""
    if site.foreign:
        return
    yield Page(
        address=NOT_FOUND,
        language="vi",
        kind="not-found",
        title=site.plain("lost.title"),
        description=site.plain("lost.lead"),
        render=partial(_render, site),
        indexed=False,
    )


def _render(site: Site) -> str:
    template = environment.environment("vi").get_template("not-found.html")
    return template.render(
        root="", catalogue=CATALOGUE, lists=LISTS, english=english, en=environment.translator("en")
    )
