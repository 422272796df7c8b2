"""The style page for staff and designers: the look, and each component in all its states.

Its samples are made-up records, labelled as such. They go through the same templates as real
ones, each product on a page of its own besides; none of it is in lists, searches, counts of
records or the sitemap. Only Vietnamese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from markupsafe import Markup

from scripts.model.addresses import STAFF, STYLE
from scripts.model.types import Product
from scripts.pages.environment import environment
from scripts.pages.kinds import groups, places, producers, product
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page, Specimens
from scripts.pages.views import listing, palette
from scripts.pages.views.card import cards

NOWHERE = "#trang-mau"
LONGEST_PAGER = 12
# Samples whose own pages are shown besides those of products: a maker, and lists of nothing.
SHOWN = ("/chu-the/hop-tac-xa-mau/", "/dia-phuong/xa-quy-nhat/", "/nhom/duoc-lieu/tinh-dau/")
_LINK = re.compile(r'(?<= href=")(?!#|[a-z]+:)(?![^"]*assets/)[^"]*')
_NOTE = re.compile(r'(?<= href=")#n\d+(?=")')
_ASSET = re.compile(r"(?:\.\./)+assets/")
_ANSWER = re.compile(r'<div class="state".*?(?=\s*<dl class="facts")', re.DOTALL)


def pages(site: Site) -> Iterator[Page]:
    """The style page and the pages of its samples, in Vietnamese alone."""
    specimens = site.settings.specimens
    if specimens is None or site.foreign:
        return
    samples = replace(
        site,
        catalogue=specimens.catalogue,
        settings=replace(site.settings, pictures=specimens.pictures),
        memory={},
    )
    whole = {page.address: page for page in _whole(samples)}
    yield _alone(site, _draft(site, partial(_values, samples, specimens, whole)))
    for page in whole.values():
        yield _sample(site, page, specimens)


def _draft(site: Site, values: Any) -> Draft:
    staff = (Crumb(label="Cho cán bộ", address=STAFF),) if STAFF in site.written_pages else ()
    return Draft(
        address=STYLE,
        kind="style",
        template="style",
        title="Giao diện",
        description="Màu, chữ, biểu tượng và từng thành phần của trang ở mọi trạng thái.",
        crumbs=staff,
        values=values,
        indexed=False,
    )


def _whole(samples: Site) -> Iterator[Page]:
    others = chain(producers.pages(samples), places.pages(samples), groups.pages(samples))
    yield from product.pages(samples)
    yield from (page for page in others if page.address in SHOWN)


def _alone(site: Site, draft: Draft) -> Page:
    """A page in one language, with the style sheet of samples."""
    return replace(site.page(draft), alternate=None, head=partial(_head, site, draft.address))


def _head(site: Site, address: str) -> str:
    root = "../" * (address.count("/") - 1)
    return environment(site.language).get_template("style-head.html").render(root=root)


def address_of(page: Page) -> str:
    """Where the page of a sample really is."""
    return f"{STYLE}{page.address.rstrip('/').rpartition('/')[2]}/"


def _sample(site: Site, page: Page, specimens: Specimens) -> Page:
    """The page of a sample record below the style page."""
    crumbs = (Crumb(label="Giao diện", address=STYLE),)

    def values(root: str) -> Mapping[str, Any]:
        return {"day": specimens.catalogue.today, "body": inert(page.render(), root)}

    return _alone(
        site,
        Draft(
            address=address_of(page),
            kind="style-sample",
            template="style-sample",
            title=f"{page.title} (trang mẫu)",
            description="Trang mẫu để xem giao diện; mọi điều ở đây đều không có thật.",
            crumbs=crumbs,
            values=values,
            indexed=False,
        ),
    )


def inert(html: str, root: str) -> Markup:
    """The HTML of samples with its pictures found from `root` and its links leading nowhere."""
    return Markup(_ASSET.sub(f"{root}assets/", _LINK.sub(NOWHERE, html)))


def _values(
    samples: Site, specimens: Specimens, whole: Mapping[str, Page], root: str
) -> Mapping[str, Any]:
    made = samples.catalogue
    products = (*made.products, *made.withdrawn)
    return {
        "day": made.today,
        "colours": palette.colours(specimens.tokens),
        "measured": palette.measured(specimens.tokens),
        "shown": palette.shown,
        "icons": specimens.icons,
        "cards": inert(cards(samples, products, root), root),
        "answers": [_answer(each, whole, root) for each in products],
        "paged": inert(samples.part("pager", root, pager=_pager()), root),
        "samples": [(page.title, address_of(page)) for page in whole.values()],
    }


def _pager() -> listing.Pager | None:
    """In the middle of a long list."""
    return listing.sheets(STYLE, range(LONGEST_PAGER), 1)[LONGEST_PAGER // 2].pager


def _answer(each: Product, whole: Mapping[str, Page], root: str) -> tuple[str, Markup | None]:
    """A sample's name, and what its page answers first; None where that is a notice."""
    found = _ANSWER.search(whole[each.address].render())
    # The sources stand on the sample's own page.
    return each.name, inert(_NOTE.sub(NOWHERE, found[0]), root) if found else None
