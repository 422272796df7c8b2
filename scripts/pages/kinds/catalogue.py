"""The whole catalogue: in pages of cards, and by the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from scripts.model.addresses import A_TO_Z, CATALOGUE, PLACES
from scripts.model.types import Product
from scripts.pages.kinds import groups, places, stars, years
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import place, products, rows
from scripts.pages.views.products import Head, Index, Link, ProductList
from scripts.pages.views.rows import Row, RowList
from scripts.text.fold import fold
from scripts.text.order import ALPHABET

SHOWN_OF_LETTER = 12
DIGITS = "0-9"


def pages(site: Site) -> Iterator[Page]:
    """The catalogue, its pages, and the list from A to Z."""
    yield from products.pages(site, _all(site))
    letters = by_letter(site.catalogue.products)
    yield site.page(_a_to_z(site, letters))
    for letter in letters:
        yield from rows.pages(site, _letter(site, letter, letters))


def by_letter(all_products: Sequence[Product]) -> dict[str, list[Product]]:
    """The products by the unmarked first letter of their name, in the letters' order."""
    found: dict[str, list[Product]] = defaultdict(list)
    for product in all_products:
        first = fold(product.name)[:1]
        found[first if first.isalpha() else DIGITS].append(product)
    return {letter: found[letter] for letter in sorted(found)}


def letter_name(letter: str) -> str:
    """The letters that a list holds: "D, Đ"."""
    if letter == DIGITS:
        return DIGITS
    named = [each.upper() for each in ALPHABET if fold(each) == letter]
    return ", ".join(named) or letter.upper()


def letter_address(letter: str) -> str:
    """The page of the products of a letter."""
    return f"{A_TO_Z}{letter}/"


def _all(site: Site) -> ProductList:
    catalogue = site.catalogue
    return ProductList(
        address=CATALOGUE,
        kind="catalogue",
        template="catalogue",
        title=site.plain("catalogue.title"),
        description=site.plain("catalogue.description", n=len(catalogue.products)),
        head=Head(
            title=site.plain("nav.products"),
            count=site.t("catalogue.count", n=len(catalogue.products)),
            empty=site.t("catalogue.empty"),
        ),
        products=catalogue.products,
        crumbs=(),
        count_valid=True,
        more=partial(_facets, site),
        rest={"facets": (), "chips": ()},
    )


def _facets(site: Site, root: str) -> Mapping[str, Any]:
    """Every single facet value has a page of its own: links that need no script."""
    facets = (
        Index(title=site.t("places.former"), rows=places.province_links(site)),
        Index(title=site.t("years.name"), rows=years.links(site)),
    )
    chips = (
        *stars.links(site),
        *groups.links(site),
        Link(label=site.plain("places.title"), address=PLACES),
        Link(label=site.plain("az.name"), address=A_TO_Z),
    )
    return {"facets": facets, "chips": chips}


def _crumbs(site: Site) -> tuple[Crumb, ...]:
    return (Crumb(label=site.plain("nav.products"), address=CATALOGUE),)


def _a_to_z(site: Site, letters: Mapping[str, Sequence[Product]]) -> Draft:
    return Draft(
        address=A_TO_Z,
        kind="a-z",
        template="a-z",
        title=site.plain("az.title"),
        description=site.plain("az.description", n=len(site.catalogue.products)),
        crumbs=_crumbs(site),
        values=lambda root: {
            "letters": [
                {
                    "id": letter,
                    "name": letter_name(letter),
                    "address": letter_address(letter),
                    "count": len(members),
                    "rows": [_row(site, each) for each in members[:SHOWN_OF_LETTER]],
                }
                for letter, members in letters.items()
            ]
        },
    )


def _letter(site: Site, letter: str, letters: Mapping[str, Sequence[Product]]) -> RowList:
    name, members = letter_name(letter), letters[letter]
    return RowList(
        address=letter_address(letter),
        kind="a-z",
        title=site.plain("az.letter.title", letter=name),
        description=site.plain("az.letter.description", letter=name, n=len(members)),
        head=Head(
            title=site.plain("az.letter.title", letter=name),
            count=site.t("count.products", n=len(members)),
        ),
        rows=[_row(site, product) for product in members],
        crumbs=(*_crumbs(site), Crumb(label=site.plain("az.name"), address=A_TO_Z)),
        side=Index(
            title=site.t("az.letters"),
            rows=[
                Link(
                    label=letter_name(each),
                    address=letter_address(each),
                    count=len(found),
                    vietnamese=site.foreign,
                )
                for each, found in letters.items()
            ],
            here=letter_address(letter),
        ),
    )


def _row(site: Site, product: Product) -> Row:
    maker = product.producer
    named = maker.name if maker and not maker.written.withheld else None
    names = [part for part in (named, place.line(site, product.location)) if part]
    return Row(
        label=product.name,
        address=product.address,
        below=maker.name_in(site.language) if maker and not named else None,
        where=" · ".join(names) or None,
    )
