"""What the real catalogue says on the day it was built, four years later and four years earlier.

tests/model/hand_list.json was derived by hand from the sources, not by the code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.server import served

HAND_LIST = Path(__file__).parents[1] / "model" / "hand_list.json"
CLASSES = {"valid": "v-valid", "expiring": "v-soon", "expired": "v-over", "unknown": "v-unk"}
IN_FORCE = (".v-valid", ".v-soon", "[data-stars-drawn]:not([hidden])")
BUILD_DAY = datetime(2026, 11, 24, 5, tzinfo=UTC)


@pytest.fixture(scope="module")
def real_url(real_site: Path) -> Iterator[str]:
    """The address of the site of the real records."""
    with served(real_site) as address:
        yield address


def catalogue_states(page: Page, url: str, now: datetime) -> dict[str, str]:
    """The class of every product's card on the plain pages of the catalogue, by id."""
    page.clock.set_fixed_time(now)
    states: dict[str, str] = {}
    address: str | None = url + "/san-pham/"
    while address:
        page.goto(address)
        states |= dict(page.eval_on_selector_all(".card", READ_CARDS))
        following = page.locator("a[rel=next]")
        address = following.first.evaluate("a => a.href") if following.count() else None
    return states


READ_CARDS = """cards => cards.map(card => [
  card.querySelector("h3 a").pathname.split("/").at(-2),
  [...card.querySelector("[data-validity]").classList].find(name => name.startsWith("v-")),
])"""


def test_on_the_build_day_each_product_says_what_the_hand_list_says(
    page: Page, real_url: str
) -> None:
    expected = {id: CLASSES[state] for id, state in json.loads(HAND_LIST.read_text()).items()}
    assert catalogue_states(page, real_url, BUILD_DAY) == expected


def test_four_years_on_nothing_is_in_force(page: Page, real_url: str) -> None:
    states = catalogue_states(page, real_url, BUILD_DAY.replace(year=2030))
    assert not {"v-valid", "v-soon"} & set(states.values())
    for address in ("/", "/hang-sao/5-sao/", "/san-pham/gao-sinh-thai-ruong-ruoi/"):
        page.goto(real_url + address)
        validity = page.locator("[data-validity]")
        assert validity.count() > 0
        for selector in IN_FORCE:
            assert validity.and_(page.locator(selector)).count() == 0
            assert validity.locator(selector).count() == 0


def test_a_clock_four_years_early_speaks_of_the_build_day_and_says_so(
    page: Page, real_url: str
) -> None:
    early = BUILD_DAY.replace(year=2022)
    assert catalogue_states(page, real_url, early) == catalogue_states(page, real_url, BUILD_DAY)
    page.clock.set_fixed_time(early)
    page.goto(real_url + "/san-pham/gao-sinh-thai-ruong-ruoi/")
    assert page.locator("[data-clock-notice]").first.is_visible()
    page.clock.set_fixed_time(BUILD_DAY)
    page.reload()
    assert not page.locator("[data-clock-notice]").first.is_visible()
