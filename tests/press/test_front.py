"""What the shell prints of a page: links, and the one place where texts are escaped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.pages.types import Page, Settings
from scripts.press.front import Front, front_of, key_of
from tests.press.sample import DAY, page

PLAIN = Settings(build_day=DAY)
PUBLIC = Settings(
    build_day=DAY, site_url="https://ocop.example/x/", repo_url="https://code.example/ocop"
)
VI = page("/san-pham/ruou/", "vi", "product", "Rượu", source="products/r/ruou/product.yml")
EN = page("/en/san-pham/ruou/", "en", "product", "Rượu")


def of(made: Page, settings: Settings = PLAIN) -> Front:
    return front_of(made, settings, "")


def test_texts_are_escaped_once() -> None:
    front = of(replace(VI, title="Cá & <b>\"'", describe=lambda: "a&amp;b"))
    assert front.title == "Cá &amp; &lt;b&gt;&quot;&#x27;"
    assert front.description == "a&amp;amp;b"


def test_without_a_site_url_every_link_is_relative() -> None:
    front = of(VI)
    assert (front.canonical, front.edit) == ("", "")
    assert front.vi == "../../san-pham/ruou/"
    assert front.en == front.other == "../../en/san-pham/ruou/"
    assert of(EN).other == "../../../san-pham/ruou/"


def test_with_a_site_url_the_machine_readable_ones_are_whole() -> None:
    front = of(VI, PUBLIC)
    assert front.canonical == front.vi == "https://ocop.example/x/san-pham/ruou/"
    assert front.en == "https://ocop.example/x/en/san-pham/ruou/"
    assert front.other == "../../en/san-pham/ruou/"


def test_the_edit_link_leads_to_the_record() -> None:
    assert of(VI, PUBLIC).edit == (
        "https://code.example/ocop/edit/main/products/r/ruou/product.yml"
    )
    assert of(EN, PUBLIC).edit == ""


def test_a_page_in_one_language_has_no_alternates() -> None:
    front = of(replace(VI, alternate=None), PUBLIC)
    assert (front.vi, front.en, front.other) == ("", "", "")
    assert not front.key.alternate


@pytest.mark.parametrize(
    ("made", "address", "link"),
    [
        (VI, "/", "../../"),
        (VI, "/chu-the/", "../../chu-the/"),
        (EN, "/", "../../../en/"),
        (EN, "/chu-the/", "../../../en/chu-the/"),
        (page("/", "vi", "home", "x"), "/", "./"),
        (page("/", "vi", "home", "x"), "/chu-the/", "chu-the/"),
        (page("/en/", "en", "home", "x"), "/", "../en/"),
    ],
)
def test_links_of_the_shell_stay_in_the_language(made: Page, address: str, link: str) -> None:
    assert of(made).link(address) == link


def test_links_of_error_pages_start_from_the_root() -> None:
    """The server shows them at any address."""
    lost = page("/404.html", "vi", "lost", "x")
    assert of(lost).link("/a/") == "/a/"
    assert of(lost, PUBLIC).link("/a/") == "/x/a/"


def test_pages_that_differ_in_what_the_shell_shows_have_different_shells() -> None:
    others = [
        replace(VI, kind="producer"),
        replace(VI, alternate=None),
        replace(VI, source=None),
        replace(VI, indexed=False),
        replace(VI, address="/san-pham/"),
        EN,
    ]
    assert len({key_of(made, PUBLIC) for made in [VI, *others]}) == 7
    assert key_of(VI, PUBLIC) == key_of(replace(VI, title="x", address="/chu-the/a/"), PUBLIC)
