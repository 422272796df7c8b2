"""The search of a catalogue whose products lie in shards, as they arrive, or fail to."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from scripts.exports import search
from tests.browser.test_search import field, options, type_query
from tests.browser.test_search_rule import site_columns

SHARD = re.compile(r"/assets/search/vi-\w+\.json$")
LOADING = "Đang tải thêm dữ liệu…"
PARTIAL = "Chưa tải đủ dữ liệu, kết quả có thể thiếu."
GIVEN_UP = 500


class Shards:
    """The search data in shards of two products, each held back until it is let go."""

    def __init__(self, page: Page, columns: dict[str, Any]) -> None:
        self.files = search.files(columns, "vi", whole=0, shard=2)
        self.held: list[Route] = []
        self.asked: list[str] = []
        self.broken: set[str] = set()
        first, *others = self.files
        self.names = [name for name in others if SHARD.search(name)]
        page.route(f"**{first}", lambda route: self._answer(route))
        page.route(SHARD, self._hold)

    def _hold(self, route: Route) -> None:
        self.asked.append(self._name(route))
        self.held.append(route)

    def _name(self, route: Route) -> str:
        return "/assets" + route.request.url.split("/assets")[1]

    def _answer(self, route: Route) -> None:
        route.fulfill(body=self.files[self._name(route)], content_type="application/json")

    def let_go(self, count: int | None = None) -> None:
        """Answer the requests that wait, the last ones first."""
        for route in self.held[::-1][:count]:
            self.held.remove(route)
            if self._name(route) in self.broken:
                route.fulfill(status=503, body="")
            else:
                self._answer(route)


@pytest.fixture
def shards(page: Page, full_site: Path) -> Iterator[Shards]:
    """Set up before the page is opened."""
    made = Shards(page, site_columns(full_site, "vi"))
    yield made
    page.unroute_all(behavior="ignoreErrors")


def when(page: Page, true: Callable[[], bool]) -> None:
    """Wait until something outside the page is true."""
    for _ in range(100):
        if true():
            return
        page.wait_for_timeout(50)
    pytest.fail("it did not come true")


def names(page: Page) -> list[str]:
    return page.locator("#search-list [role=option] b").all_inner_texts()


def whole(page: Page, full_url: str, query: str) -> list[str]:
    """The suggestions where everything lies in one file."""
    other = page.context.new_page()
    other.goto(f"{full_url}/")
    type_query(other, query)
    expect(other.locator("#search-list .wait")).to_have_count(0)
    found = names(other)
    other.close()
    return found


def test_results_stream_in_and_end_as_from_one_file(
    page: Page, full_url: str, shards: Shards
) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "mẫu")
    when(page, lambda: len(shards.held) == len(shards.names))
    status = page.locator("#search").get_by_role("status")
    expect(page.locator("#search-list .wait")).to_have_text(LOADING)
    expect(options(page).first.locator("em")).not_to_have_text("Sản phẩm")
    page.wait_for_timeout(GIVEN_UP)
    expect(status).to_be_empty()
    shards.let_go(1)
    expect(options(page).first.locator("em")).to_have_text("Sản phẩm")
    expect(page.locator("#search-list .wait")).to_be_visible()
    shards.let_go()
    expect(page.locator("#search-list .wait")).to_have_count(0)
    assert names(page) == whole(page, full_url, "mẫu")
    expect(status).to_have_text(re.compile(r"^\d gợi ý\."))


def test_nothing_is_guessed_before_everything_is_there(
    page: Page, full_url: str, shards: Shards
) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "ruou nep mau")
    expect(page.locator("#search-list")).to_have_text(LOADING)
    when(page, lambda: len(shards.held) == len(shards.names))
    shards.let_go()
    expect(options(page).first.locator("b")).to_have_text("Rượu nếp mẫu")


def test_a_chosen_option_stays_where_it_is(page: Page, full_url: str, shards: Shards) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "mẫu")
    when(page, lambda: len(shards.held) == len(shards.names))
    field(page).press("ArrowDown")
    before = names(page)
    chosen = options(page).first
    shards.let_go()
    expect(options(page).last).to_have_text(re.compile(r"^Xem tất cả \d+ kết quả$"))
    assert names(page) == before
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(field(page)).to_have_attribute("aria-activedescendant", "search-list-0")
    ids = page.locator("#search-list [role=option]").evaluate_all("all => all.map((e) => e.id)")
    assert len(set(ids)) == len(ids)
    field(page).press_sequentially(" ")
    expect(options(page).first.locator("em")).to_have_text("Sản phẩm")


def test_nothing_moves_under_the_pointer(desk: Page, full_url: str, shards: Shards) -> None:
    desk.goto(f"{full_url}/")
    type_query(desk, "mẫu")
    when(desk, lambda: len(shards.held) == len(shards.names))
    before = names(desk)
    options(desk).nth(1).hover()
    shards.let_go()
    expect(options(desk).last).to_have_text(re.compile(r"^Xem tất cả \d+ kết quả$"))
    assert names(desk) == before
    desk.mouse.move(0, 700)
    expect(options(desk).first.locator("em")).to_have_text("Sản phẩm")


def test_leaving_the_field_ends_the_loading(page: Page, full_url: str, shards: Shards) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "mẫu")
    when(page, lambda: len(shards.held) == len(shards.names))
    lost = []
    page.on("requestfailed", lambda request: lost.append(request.url))
    field(page).press("Tab")
    when(page, lambda: len(lost) == len(shards.names))
    shards.held.clear()
    field(page).focus()
    when(page, lambda: len(shards.held) == len(shards.names))
    shards.let_go()
    expect(options(page).first.locator("em")).to_have_text("Sản phẩm")
    expect(page.locator("#search-list .wait")).to_have_count(0)


def test_a_lost_shard_is_told_and_asked_for_again(
    page: Page, full_url: str, shards: Shards, complaints: list[str]
) -> None:
    shards.broken = {shards.names[0]}
    page.goto(f"{full_url}/")
    type_query(page, "mẫu")
    when(page, lambda: len(shards.held) == len(shards.names))
    shards.let_go()
    last = options(page).last
    expect(last).to_have_text(f"{PARTIAL} Thử lại")
    status = page.locator("#search").get_by_role("status")
    expect(status).to_have_text(re.compile(f"gợi ý.*{PARTIAL}$"))
    assert len(shards.asked) == len(shards.names)
    shards.broken = set()
    last.click()
    when(page, lambda: len(shards.held) == 1)
    expect(page.locator("#search-list .wait")).to_have_text(LOADING)
    shards.let_go()
    expect(page.locator("#search-list")).not_to_contain_text(PARTIAL)
    assert shards.asked[len(shards.names) :] == [shards.names[0]]
    page.mouse.move(0, 0)
    assert names(page) == whole(page, full_url, "mẫu")
    assert [said for said in complaints if "503" not in said] == []
    complaints.clear()


def test_a_shard_of_another_version_is_told(page: Page, full_url: str, shards: Shards) -> None:
    name = shards.names[0]
    shards.files[name] = json.dumps({**json.loads(shards.files[name]), "version": 3}).encode()
    page.goto(f"{full_url}/")
    type_query(page, "mẫu")
    when(page, lambda: len(shards.held) == len(shards.names))
    shards.let_go()
    expect(options(page).last).to_contain_text(PARTIAL)


def test_data_of_another_version_ask_to_load_the_page_anew(
    page: Page, full_url: str, shards: Shards
) -> None:
    name = search.address("vi")
    shards.files[name] = json.dumps({**json.loads(shards.files[name]), "version": 3}).encode()
    page.goto(f"{full_url}/")
    type_query(page, "mẫu")
    newer = "Dữ liệu tìm kiếm đã đổi. Xin tải lại trang này."
    expect(page.locator("#search-list")).to_have_text(newer)
    page.goto(f"{full_url}/san-pham/?q=m%E1%BA%ABu")
    expect(page.locator("[data-search-results]")).to_contain_text(newer)
    expect(page.locator("[data-catalogue-list]")).to_be_visible()


def test_the_page_of_results_fills_up(page: Page, full_url: str, shards: Shards) -> None:
    page.goto(f"{full_url}/san-pham/?q=m%E1%BA%ABu")
    results = page.locator("[data-search-results]")
    expect(results.locator(".wait")).to_have_text(LOADING)
    when(page, lambda: len(shards.held) == len(shards.names))
    status = results.get_by_role("status")
    expect(status).to_be_empty()
    shards.let_go()
    expect(results.locator(".wait")).to_have_count(0)
    expect(status).to_have_text(re.compile(r"^\d+ kết quả cho “mẫu”$"))
    expect(results.locator("li").first).to_contain_text("Sản phẩm")


def test_the_page_of_results_keeps_the_focus(page: Page, full_url: str, shards: Shards) -> None:
    page.goto(f"{full_url}/san-pham/?q=m%E1%BA%ABu")
    results = page.locator("[data-search-results]")
    when(page, lambda: len(shards.held) == len(shards.names))
    link = results.locator("li a").first
    link.focus()
    shards.let_go()
    ready = results.get_by_role("button", name="Hiện đủ kết quả")
    expect(ready).to_be_visible()
    expect(link).to_be_focused()
    ready.click()
    expect(results.locator("li").first).to_contain_text("Sản phẩm")


def test_the_page_of_results_tells_of_a_lost_shard(
    page: Page, full_url: str, shards: Shards, complaints: list[str]
) -> None:
    shards.broken = {shards.names[0]}
    page.goto(f"{full_url}/san-pham/?q=m%E1%BA%ABu")
    when(page, lambda: len(shards.held) == len(shards.names))
    shards.let_go()
    results = page.locator("[data-search-results]")
    expect(results.locator(".notice")).to_contain_text(PARTIAL)
    expect(results.get_by_role("status")).to_contain_text(PARTIAL)
    shards.broken = set()
    results.get_by_role("button", name="Thử lại").click()
    when(page, lambda: len(shards.held) == 1)
    page.mouse.move(0, 0)
    shards.let_go()
    expect(results.locator(".notice")).to_have_count(0)
    complaints.clear()


def test_a_trade_item_number_is_fetched_when_one_is_typed(
    page: Page, full_url: str, full_site: Path
) -> None:
    columns = site_columns(full_site, "vi")
    number = columns["numbers"][1][0].split()[0]
    asked: list[str] = []
    page.on("request", lambda made: asked.append(made.url))
    page.goto(f"{full_url}/")
    type_query(page, number[:7])
    assert not [url for url in asked if "/search/numbers-" in url]
    field(page).press_sequentially(number[7:])
    expect(options(page).first.locator("b")).to_have_text(
        columns["names"][columns["numbers"][0][0]]
    )
    assert len([url for url in asked if "/search/numbers-" in url]) == 1
