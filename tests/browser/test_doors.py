"""The home page and the pages behind its doors, as a visitor meets them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

DOORS = ["/tra-cuu/", "/nha-buon/", "/bao-chi/"]
# The hero, doors, lists, figures, what is missing: on a phone that is enough.
LONGEST = 7500


@pytest.mark.parametrize("address", ["/", *DOORS])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_nothing_is_wider_than_a_phone(
    phone: Page, full_url: str, prefix: str, address: str
) -> None:
    phone.goto(full_url + prefix + address)
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 360


def test_the_home_page_is_not_too_long_on_a_phone(phone: Page, full_url: str) -> None:
    phone.goto(f"{full_url}/")
    assert phone.evaluate("document.body.scrollHeight") <= LONGEST


def test_the_first_door_is_seen_without_scrolling_on_a_desk(desk: Page, full_url: str) -> None:
    desk.goto(f"{full_url}/")
    expect(desk.locator(".doors a").first).to_be_in_viewport()


def test_one_field_at_a_time(desk: Page, full_url: str) -> None:
    """The field of the header is there for the keyboard, and seen once the hero's has gone."""
    desk.goto(f"{full_url}/")
    seen = "element => +getComputedStyle(element).opacity"
    header = desk.locator("#search")
    assert header.evaluate(seen) == 0
    desk.locator("#search-input").focus()
    assert header.evaluate(seen) == 1
    desk.locator("#home-q").focus()
    desk.mouse.wheel(0, 900)
    desk.wait_for_function("+getComputedStyle(document.querySelector('#search')).opacity === 1")


@pytest.mark.parametrize(
    ("typed", "found"),
    [("bun kho mau", "Bún khô mẫu"), ("77/QĐ-UBND", "77/QĐ-UBND"), ("8930000000002", "Rượu nếp")],
    ids=["name", "decision", "bar code"],
)
def test_the_field_finds_by_name_decision_and_bar_code(
    screen: Page, full_url: str, typed: str, found: str
) -> None:
    screen.goto(f"{full_url}/tra-cuu/")
    screen.locator("#verify-q").click()
    screen.locator("#verify-q").press_sequentially(typed)
    hits = screen.locator(".field ~ .hits [role=option], .field .hits [role=option]")
    expect(hits.first).to_contain_text(found)


def test_what_is_to_try_leads_to_results(desk: Page, full_url: str) -> None:
    desk.goto(f"{full_url}/tra-cuu/")
    links = desk.locator(".try a")
    tried = [link.get_attribute("href") for link in links.all()]
    assert len(tried) == 3
    for link in tried:
        desk.goto(f"{full_url}/tra-cuu/{link}")
        expect(desk.locator("[data-search-results] h2").first).to_contain_text(
            re.compile(r"[1-9]\d* kết quả")
        )


def test_words_for_what_ends_next_are_of_today(desk: Page, full_url: str) -> None:
    desk.clock.set_fixed_time("2099-01-01T00:00:00Z")
    desk.goto(f"{full_url}/")
    rows = desk.locator("li[data-validity]")
    assert rows.count()
    for row in rows.all():
        expect(row.locator("[data-word]")).not_to_have_text("Còn hiệu lực")
        expect(row.locator("[data-word]")).not_to_be_empty()


def test_the_register_s_own_mark_is_shown(desk: Page, full_url: str) -> None:
    desk.goto(f"{full_url}/bao-chi/")
    for image in desk.locator(".marks img").all():
        image.scroll_into_view_if_needed()
        width = "element => element.complete && element.naturalWidth"
        desk.wait_for_function(f"element => ({width})(element) > 0", arg=image.element_handle())
