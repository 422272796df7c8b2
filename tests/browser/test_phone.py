"""What a small phone shows: nothing wraps inside a chip, and a way on where no script runs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 640}
CHIP = "nav > .chips .chip"
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def unscripted(new_context: Callable[..., object]) -> Page:
    """A phone whose browser runs no script."""
    context = new_context(java_script_enabled=False, viewport=PHONE)
    made: Page = context.new_page()  # type: ignore[attr-defined]
    return made


def test_chips_stay_on_one_line_and_scroll_sideways(phone: Page, full_url: str) -> None:
    phone.goto(f"{full_url}/san-pham/")
    chips = phone.locator(CHIP)
    lines = chips.evaluate_all("(all) => all.map((each) => each.offsetHeight)")
    assert len(lines) > 5
    assert set(lines) <= {36, 44}, "one line of text in each"
    assert phone.evaluate(WIDER) == 0
    row = phone.locator("nav > .chips")
    assert row.evaluate("(e) => e.scrollWidth > e.clientWidth")
    chips.last.scroll_into_view_if_needed()
    expect(chips.last).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/san-pham/ruou-mau/", "Trình duyệt đang tắt JavaScript: xem danh sách từ A đến Z"),
        ("/en/san-pham/ruou-mau/", "JavaScript is off in this browser: see the list from A to Z"),
    ],
)
def test_without_scripts_the_header_leads_to_the_letters(
    unscripted: Page, full_url: str, address: str, said: str
) -> None:
    unscripted.goto(full_url + address)
    line = unscripted.locator("header .unscripted")
    expect(line).to_have_text(said)
    expect(line).to_be_in_viewport(ratio=1)
    assert unscripted.locator("html").evaluate(WIDER) == 0
    line.locator("a").click()
    expect(unscripted.locator("nav.letters a").first).to_be_visible()


@pytest.mark.parametrize("id", ["ruou-mau", "chieu-coi-mau", "gao-mau", "du-lich-mau", "bun-mau"])
def test_the_whole_answer_is_on_the_first_screen(phone: Page, full_url: str, id: str) -> None:
    phone.goto(f"{full_url}/san-pham/{id}/")
    expect(phone.locator(".ans .evid")).to_be_in_viewport(ratio=1)


def test_with_scripts_no_word_is_said_of_them(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    expect(page.locator("header .unscripted")).to_have_count(0)


def test_without_scripts_the_button_of_the_field_leads_to_the_whole_list(
    unscripted: Page, full_url: str
) -> None:
    unscripted.goto(f"{full_url}/")
    unscripted.locator("#search-input").click()
    unscripted.locator("#search-input").fill("mau")
    unscripted.locator("#search button").click()
    unscripted.wait_for_url(f"{full_url}/san-pham/?q=mau")
    expect(unscripted.locator("#noi-dung noscript p")).to_be_visible()
    expect(unscripted.locator("[data-catalogue-list] .card").first).to_be_visible()
