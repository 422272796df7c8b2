"""The page of results of a search."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.test_search import field


def test_results_take_the_place_of_the_list(screen: Page, full_url: str) -> None:
    screen.goto(f"{full_url}/san-pham/?q=m%E1%BA%ABu")
    results = screen.locator("[data-search-results]")
    expect(results.get_by_role("heading")).to_have_text(re.compile(r"^\d+ kết quả cho “mẫu”$"))
    expect(results.get_by_role("status")).to_have_text(re.compile(r"^\d+ kết quả cho “mẫu”$"))
    expect(screen.locator("[data-catalogue-list]")).to_be_hidden()
    expect(field(screen)).to_have_value("mẫu")
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
    results.get_by_role("link", name="Bỏ từ tìm, xem cả danh mục").click()
    screen.wait_for_url(f"{full_url}/san-pham/")
    expect(screen.locator("[data-catalogue-list]")).to_be_visible()


def test_results_beyond_the_first_are_shown_on_demand(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/san-pham/?q=n")
    rows = page.locator("[data-search-results] li")
    expect(rows).to_have_count(24)
    page.get_by_role("button", name=re.compile(r"^Xem thêm \d+ kết quả$")).click()
    assert rows.count() > 24
    expect(rows.nth(24).get_by_role("link")).to_be_focused()


def test_an_empty_result_offers_the_nearest(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/san-pham/?q=r%C6%B0%E1%BB%A3u+h%E1%BA%A3o+h%E1%BA%A1ng")
    results = page.locator("[data-search-results]")
    expect(results.get_by_role("heading")).to_contain_text("Không có mục nào khớp đúng")
    expect(results.get_by_role("link").filter(has_text="Rượu nếp mẫu")).to_be_visible()
    page.goto(f"{full_url}/san-pham/?q=zzzz")
    expect(results.get_by_role("heading")).to_have_text("Không có kết quả nào cho “zzzz”")
