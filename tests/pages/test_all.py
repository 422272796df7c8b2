"""What must hold of every body, whatever the records say."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts import exports, i18n
from tests.built.reader import Element
from tests.pages import made

CATALOGUES = ("full", "minimal")
ICONS = Path(__file__).parents[2] / "docs/assets/icons"
# Words that are true on some days only. The names of the states in English stand alone.
STATES = {
    "vi": re.compile(
        r"(?i)(còn|hết|sắp hết) (hiệu lực|hạn)|còn giá trị|đã thu hồi|chưa rõ thời hạn"
    ),
    "en": re.compile(r"(?i)\b(valid|expired|expires|expiring|revoked)\b"),
}
EXEMPT = ("hidden", "data-as-of", "data-legend", "data-question")


@pytest.fixture(scope="module", params=CATALOGUES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def addresses(name: str) -> list[str]:
    return list(made.all_pages(name))


def test_each_page_is_there_in_both_languages(name: str) -> None:
    pages = made.all_pages(name)
    for address, page in pages.items():
        assert page.alternate in pages
        assert pages[page.alternate].alternate == address
        assert page.language == ("en" if address.startswith("/en/") else "vi")


def test_no_address_is_made_twice() -> None:
    from scripts import pages

    made_of = [page.address for page in pages.all(made.catalogue(), made.SETTINGS)]
    assert len(made_of) == len(set(made_of))


def test_each_body_has_one_h1_and_its_headings_in_order(name: str) -> None:
    for address in addresses(name):
        found = made.body(address, name).all("h1", "h2", "h3", "h4", "h5", "h6")
        levels = [int(element.tag[1]) for element in found]
        assert levels[:1] == [1], address
        assert levels.count(1) == 1, address
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), address
        assert all(element.text.strip() for element in found), address


def test_ids_are_unique_and_fragments_lead_to_them(name: str) -> None:
    for address in addresses(name):
        body = made.body(address, name)
        assert len(set(body.ids)) == len(body.ids), address
        fragments = {
            e.attributes["href"][1:]
            for e in body.all("a")
            if e.attributes.get("href", "").startswith("#")
        }
        assert fragments <= set(body.ids), address


def test_every_link_leads_to_a_page_or_a_file(name: str) -> None:
    pages = list(made.all_pages(name).values())
    known = {
        *(asset.address for asset in exports.all(made.catalogue(name), pages, made.SETTINGS)),
        *addresses(name),
        *(page.address for page in made.SETTINGS.editorial),
        *(f"/assets/illustrations/{drawing}.svg" for drawing in made.DRAWINGS),
        *(f"/assets/icons/{icon.name}" for icon in ICONS.iterdir()),
        "/manifest.json",
    }
    for address in addresses(name):
        for _, url in made.body(address, name).links:
            parts = urlsplit(url)
            if parts.netloc == "site.invalid":
                assert parts.path in known, f"{address} → {parts.path}"


def test_no_link_begins_at_the_root_of_the_host(name: str) -> None:
    """The site may live below a path."""
    for address in addresses(name):
        for element in made.body(address, name).elements:
            for attribute in ("href", "src", "action"):
                assert not element.attributes.get(attribute, "").startswith("/"), address


def test_links_to_other_sites_give_nothing_away() -> None:
    for address in addresses("full"):
        for element in made.body(address).all("a"):
            if "://" in element.attributes.get("href", ""):
                rel = element.attributes.get("rel", "").split()
                assert {"nofollow", "noopener"} <= set(rel), (address, element)


def test_nothing_is_loaded_from_another_site_and_no_frame_is_embedded(name: str) -> None:
    for address in addresses(name):
        body = made.body(address, name)
        assert not body.all("iframe", "video", "audio", "embed", "object", "script"), address
        for image in body.all("img"):
            assert "://" not in image.attributes["src"], address


def test_titles_and_descriptions_differ_from_page_to_page(name: str) -> None:
    listed = [page for page in made.all_pages(name).values() if page.indexed]
    for language in i18n.LANGUAGES:
        for field in ("title", "description"):
            texts = [getattr(page, field) for page in listed if page.language == language]
            assert sorted(texts) == sorted(set(texts)), field


def test_no_body_states_a_validity(name: str) -> None:
    for address, page in made.all_pages(name).items():
        for element in made.body(address, name).elements:
            if any(mark in each.attributes for mark in EXEMPT for each in around(element)):
                continue
            own = without_children(element, made.body(address, name).elements)
            assert not STATES[page.language].search(own), (address, own)


def around(element: Element) -> list[Element]:
    return [*element.ancestors, element]


def without_children(element: Element, elements: list[Element]) -> str:
    text = element.text
    for child in elements:
        if child.ancestors and child.ancestors[-1] is element:
            text = text.replace(child.text, " ", 1)
    return text


def test_no_title_states_a_validity(name: str) -> None:
    for page in made.all_pages(name).values():
        assert not STATES[page.language].search(page.title), page.address
        assert not STATES[page.language].search(page.description), page.address


def test_vietnamese_names_on_english_pages_are_marked() -> None:
    body = made.body("/en/san-pham/ruou-mau/")
    assert body.all("h1")[0].attributes["lang"] == "vi"
    marked = [e.text for e in body.elements if e.attributes.get("lang") == "vi"]
    for words in ("Hợp tác xã mẫu Kim Sơn", "xã Ân Hòa, huyện Kim Sơn, Ninh Bình", "Chai 1 lít"):
        assert words in marked


def test_nothing_on_a_vietnamese_page_is_marked_vietnamese() -> None:
    for address, page in made.all_pages().items():
        if page.language == "vi":
            langs = {e.attributes.get("lang") for e in made.body(address).elements}
            assert langs <= {None, "en"}, address


def test_a_text_without_english_is_shown_in_vietnamese_and_says_so() -> None:
    body = made.body("/en/san-pham/ruou-mau/")
    [passage] = [e for e in body.all("span") if e.text == "Đoạn thứ hai của câu chuyện mẫu."]
    assert passage.attributes["lang"] == "vi"
    assert "(Vietnamese only)" in passage.ancestors[-1].text


def test_a_page_is_rendered_only_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    from scripts import pages
    from scripts.pages import environment

    def refuse(language: str) -> None:
        raise AssertionError("rendered too early")

    monkeypatch.setattr(environment, "environment", refuse)
    assert len(list(pages.all(made.catalogue(), made.SETTINGS))) > 200
