"""The home page: five doors, dates without a state, figures with their sources, what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts import pages
from scripts.pages.site import Site
from scripts.pages.views import gaps, recent
from tests.built.reader import Document, Element, parse
from tests.pages import made

DOORS = ["/tra-cuu/", "/nhom/", "/dia-phuong/", "/nha-buon/", "/bao-chi/"]


def of_class(body: Document, name: str) -> list[Element]:
    return [e for e in body.elements if name in e.attributes.get("class", "").split()]


def inside(body: Document, outer: Element, tag: str) -> list[Element]:
    return [element for element in body.all(tag) if outer in element.ancestors]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_there_are_five_doors_and_one_field(prefix: str) -> None:
    body = made.body(f"{prefix}/")
    [doors] = of_class(body, "doors")
    led = ["/" + a.attributes["href"].removeprefix("../en/") for a in inside(body, doors, "a")]
    assert led == DOORS
    assert len([e for e in body.all("input") if e.attributes["type"] == "search"]) == 1


def test_what_ends_next_comes_first_and_only_what_holds() -> None:
    site = made.site()
    found = recent.due(site, most=100)
    assert {one.product.id for one in found} == {
        product.id
        for product in site.catalogue.products
        if site.catalogue.states[product.id].value in ("valid", "expiring")
        if product.latest and product.latest.end.first
    }
    days = [one.standing.data["end-first"] for one in found]
    assert days == sorted(days)
    assert [one.product.id for one in recent.due(site, most=2)] == [
        one.product.id for one in found[:2]
    ]


def test_the_newest_come_first_and_none_of_tomorrow() -> None:
    site = made.site()
    found = recent.newest(site, most=100)
    starts = [one.product.latest.start for one in found if one.product.latest]
    firsts = [start.first for start in starts if start.first]
    assert firsts == sorted(firsts, reverse=True)
    assert len(firsts) == len(found)
    assert all(start.last and start.last <= site.catalogue.today for start in starts)


def test_each_figure_of_the_programme_has_its_date_and_its_source() -> None:
    body = made.body("/")
    [figure] = made.catalogue().programme.figures[:1]
    words = made.text(body)
    assert "Số liệu công bố ngày" in words
    [fold] = of_class(body, "fold")
    cited = {e.attributes["id"] for e in inside(body, fold, "li")}
    assert len(cited) >= len(figure.sources) > 0
    links = {a.attributes["href"] for a in body.all("a") if "#n" in a.attributes["href"]}
    assert {link.removeprefix("#") for link in links} <= cited


def test_what_is_missing_is_counted() -> None:
    site = made.site()
    counted = {str(gap.text): gap.count for gap in gaps.of_catalogue(site)}
    products = site.catalogue.products
    assert counted[str(site.t("home.gap.maker"))] == sum(p.producer is None for p in products)
    communes = [a for a in site.catalogue.areas.values() if a.kind == "commune"]
    empty = [a for a in communes if not site.catalogue.by_area[a.id]]
    assert counted[str(site.t("home.gap.communes"))] == len(empty)


def test_nothing_is_missing_where_everything_is_known() -> None:
    whole = made.catalogue()
    known = tuple(p for p in whole.products if p.producer)
    site = Site(catalogue=replace(whole, products=known), settings=made.SETTINGS, language="vi")
    said = [str(gap.text) for gap in gaps.of_catalogue(site)]
    assert str(site.t("home.gap.maker")) not in said


@pytest.mark.parametrize("official", [True, False])
def test_only_an_unofficial_register_says_that_it_is_none(official: bool) -> None:
    whole = made.catalogue()
    publisher = whole.publisher.model_copy(update={"official": official})
    found = pages.all(replace(whole, publisher=publisher), made.SETTINGS)
    home = next(page for page in found if page.address == "/")
    said = made.site().plain("publisher.unofficial")
    assert (said in made.text(parse("/", home.render()))) is not official
