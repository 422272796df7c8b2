"""The samples of the style page: sound records that say what they are, in every state."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image

from scripts import checks, pages, pipeline, records, specimens
from scripts.exports import counts, search, sitemap
from scripts.model.addresses import STYLE
from scripts.model.types import Status
from scripts.pages.types import Page, Settings
from scripts.pages.views import palette
from tests.builder import CATALOGUES
from tests.pages import made

ICONS = pipeline.DOCS / "assets" / "icons"


@cache
def settings() -> Settings:
    return replace(made.SETTINGS, specimens=specimens.read(pipeline.DOCS))


@cache
def style_pages() -> dict[str, Page]:
    listed = pages.all(made.catalogue(), settings())
    return {page.address: page for page in listed if page.address.startswith(STYLE)}


def test_the_samples_are_sound_records() -> None:
    """Their photographs alone lie with the other pictures of docs/, ready made."""
    problems = checks.run(records.read(specimens.PRODUCTS), specimens.DAY)
    assert [p.message for p in problems if "không có tệp" not in p.message] == []


def test_every_state_and_every_extreme_is_there() -> None:
    catalogue = specimens.catalogue()
    assert {p.status(specimens.DAY) for p in catalogue.products} == set(Status)
    products = {product.id: product.written for product in catalogue.products}
    full = products["mau-day-du"]
    assert len(full.sources) == 30
    assert len(full.images) == 12
    assert len(full.name) > 60
    assert products["mau-mot-chu"].name.count(" ") == 0
    assert products["mau-thieu"].producer is None
    assert catalogue.withdrawn


def test_each_sample_says_that_it_is_one() -> None:
    catalogue = specimens.catalogue()
    names = [each.written.name for each in (*catalogue.products, *catalogue.withdrawn)]
    names += [maker.written.name for maker in catalogue.producers.values()]
    assert all("mẫu" in name.lower() for name in names)
    for address, page in style_pages().items():
        assert "đều không có thật" in page.render() or address == STYLE


def test_no_sample_is_searched_counted_or_listed_for_robots() -> None:
    catalogue, known = made.catalogue(), settings()
    listed = tuple(pages.all(catalogue, known))
    assert not any(page.indexed for page in style_pages().values())
    before = tuple(pages.all(catalogue, made.SETTINGS))
    assert sitemap.entries(listed, known) == sitemap.entries(before, made.SETTINGS)
    held = counts.counts(catalogue, listed, known)
    held_before = counts.counts(catalogue, before, made.SETTINGS)
    assert {**held, "pages": None} == {**held_before, "pages": None}
    found = [asset.content() for asset in search.assets(catalogue, listed, known)]
    assert not any(b"mau-day-du" in content for content in found)


def test_links_in_samples_lead_nowhere_and_pictures_are_found() -> None:
    page = style_pages()[f"{STYLE}mau-day-du/"]
    html = page.render()
    inside = html.partition("data-seen")[2]
    links = re.findall(r' href="((?![a-z]+:)[^"#]+)', inside)
    assert all("/assets/" in link for link in links), links
    files = set(re.findall(r'src="(?:\.\./){3}(assets/[^"]+)"', html))
    assert files
    assert all((pipeline.DOCS / file).is_file() for file in files)


def test_the_style_page_is_vietnamese_alone_and_names_every_constant_and_icon() -> None:
    assert not any(page.alternate for page in style_pages().values())
    html = style_pages()[STYLE].render()
    known = settings().specimens
    assert known is not None
    for colour in palette.colours(known.tokens):
        row = re.search(rf"<code>--{colour.name}</code></th><td>([^<]+)</td>", html)
        assert row, colour.name
    assert len(known.icons) >= 27
    assert all(f'class="ic i-{icon}"' in html for icon in known.icons)
    assert "Chưa đạt" not in html


def test_a_site_without_a_look_of_its_own_has_no_style_page() -> None:
    assert specimens.read(CATALOGUES / "full" / "docs") is None
    assert not [page for page in made.all_pages() if page.startswith(STYLE)]


@pytest.mark.parametrize("name", sorted(specimens.PICTURES))
def test_the_pictures_have_the_sizes_that_pages_promise(name: str) -> None:
    for size in specimens.picture(name).sizes:
        for address in (size.webp, size.jpeg):
            with Image.open(pipeline.DOCS / address[1:]) as image:
                assert image.size == (size.width, size.height)


def test_icons_of_home_screens_are_there_in_their_sizes() -> None:
    manifest = json.loads((ICONS / "site.webmanifest").read_text(encoding="utf-8"))
    for icon in manifest["icons"]:
        if icon["type"] == "image/png":
            with Image.open(ICONS / icon["src"]) as image:
                assert icon["sizes"] == f"{image.width}x{image.height}"
        else:
            assert (ICONS / icon["src"]).is_file()
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    with Image.open(ICONS / "icon-180.png") as image:
        assert image.size == (180, 180)
