"""The search fields and the results as visitors use them, with keyboard, finger and reader."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Request, Route, expect

from scripts.exports import search
from tests.browser.axe import violations
from tests.browser.test_search_rule import site_columns

DATA = "**/assets/search/*.json"
PAUSE = 400


def field(page: Page) -> Locator:
    return page.locator("#search-input")


def options(page: Page) -> Locator:
    return page.locator("#search-list").get_by_role("option")


def type_query(page: Page, query: str) -> None:
    """Type into the header's field and wait for the list."""
    field(page).focus()
    field(page).press_sequentially(query)
    expect(page.locator("#search-list")).to_be_visible()


@pytest.fixture
def requests(page: Page) -> list[str]:
    """The paths of all requests so far."""
    made: list[str] = []

    def note(request: Request) -> None:
        made.append(re.sub(r"^https?://[^/]+", "", request.url))

    page.on("request", note)
    return made


def searching(requests: list[str]) -> list[str]:
    """What of the requests is for searching, besides the small script that waits."""
    return [r for r in requests if re.search(r"/search/|/search-|fold\.js|catalogue\.js", r)]


def test_nothing_is_loaded_before_the_first_touch(
    page: Page, full_url: str, requests: list[str]
) -> None:
    page.goto(f"{full_url}/", wait_until="networkidle")
    assert searching(requests) == []
    field(page).focus()
    page.wait_for_load_state("networkidle")
    type_query(page, "ruou")
    assert sorted(searching(requests)) == [
        "/assets/js/fold.js",
        "/assets/js/search-box.js",
        "/assets/js/search-code.js",
        "/assets/js/search-data.js",
        "/assets/js/search-places.js",
        "/assets/js/search-prepare.js",
        "/assets/js/search-query.js",
        "/assets/js/search-rank.js",
        "/assets/js/search-view.js",
        "/assets/search/vi.json",
    ]


def test_suggestions_name_the_kind_and_keep_the_marks(screen: Page, full_url: str) -> None:
    screen.goto(f"{full_url}/gioi-thieu/")
    type_query(screen, "ruou nep")
    first = options(screen).first
    expect(first.locator("b")).to_have_text("Rượu nếp mẫu")
    expect(first.locator("em")).to_have_text("Sản phẩm")
    assert first.locator("b mark").all_inner_texts() == ["Rượu", "nếp"]
    assert first.get_attribute("href") == f"{full_url}/san-pham/ruou-mau/"


def test_the_list_fits_the_screen(screen: Page, full_url: str) -> None:
    screen.goto(f"{full_url}/san-pham/gao-mau/")
    type_query(screen, "mau")
    box = screen.locator("#search-list").bounding_box()
    width = screen.evaluate("innerWidth")
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert screen.evaluate("document.documentElement.scrollWidth") <= width
    if width < 640:
        assert box["width"] > 0.9 * width
    expect(options(screen).first).to_be_in_viewport()


def test_keys_move_through_the_suggestions(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "mau")
    expect(field(page)).to_have_attribute("aria-expanded", "true")
    expect(field(page)).not_to_have_attribute("aria-activedescendant", re.compile(""))
    last = options(page).count() - 1
    steps = {"ArrowDown": 0, "End": last, "ArrowUp": last - 1, "Home": 0}
    for key, place in steps.items():
        field(page).press(key)
        selected = options(page).and_(page.locator("[aria-selected=true]"))
        expect(selected).to_have_count(1)
        expect(selected).to_have_id(f"search-list-{place}")
        expect(field(page)).to_have_attribute("aria-activedescendant", f"search-list-{place}")
    field(page).press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    expect(field(page)).to_be_focused()
    field(page).press("ArrowDown")
    expect(options(page).first).to_have_attribute("aria-selected", "true")


def test_escape_closes_and_arrow_opens_again(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "gao")
    field(page).press("Escape")
    expect(page.locator("#search-list")).to_be_hidden()
    expect(field(page)).to_have_attribute("aria-expanded", "false")
    expect(field(page)).to_have_value("gao")
    field(page).press("ArrowDown")
    expect(page.locator("#search-list")).to_be_visible()
    field(page).press("Tab")
    expect(page.locator("#search-list")).to_be_hidden()


def test_enter_opens_only_what_was_chosen(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "ruou nep mau")
    field(page).press("Enter")
    page.wait_for_url(f"{full_url}/san-pham/?q=ruou+nep+mau")
    expect(page.get_by_role("heading", name="1 kết quả cho “ruou nep mau”")).to_be_visible()
    type_query(page, " ")
    field(page).press("ArrowDown")
    field(page).press("Enter")
    page.wait_for_url(f"{full_url}/san-pham/ruou-mau/")


def test_a_suggestion_can_be_clicked(screen: Page, full_url: str) -> None:
    screen.goto(f"{full_url}/video/")
    type_query(screen, "gạo")
    options(screen).filter(has_text="Gạo tám mẫu").click()
    screen.wait_for_url(f"{full_url}/san-pham/gao-mau/")


def test_the_last_suggestion_shows_all_results(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "mau")
    expect(options(page).last).to_have_text(re.compile(r"^Xem tất cả \d+ kết quả$"))
    options(page).last.click()
    page.wait_for_url(f"{full_url}/san-pham/?q=mau")
    expect(page.locator("[data-search-results] li").first).to_be_visible()


def test_the_number_of_suggestions_is_announced(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "rượu nếp mẫu")
    status = page.locator("#search").get_by_role("status")
    expect(status).to_have_text("1 gợi ý. Dùng phím lên, xuống để chọn.")
    field(page).fill("zzzz")
    expect(status).to_have_text("Không tìm thấy “zzzz”.")
    expect(page.locator("#search-list")).to_have_text("Không tìm thấy “zzzz”.")
    expect(field(page)).to_have_attribute("aria-expanded", "false")


def test_a_typing_mistake_is_said_to_be_one(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "ruou npe mau")
    note = "Không có mục nào khớp đúng “ruou npe mau”. Gần nhất:"
    expect(page.locator("#search-list li").first).to_have_text(note)
    expect(options(page).first.locator("b")).to_have_text("Rượu nếp mẫu")


def test_an_old_place_leads_to_todays(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "kim sơn (cũ)")
    expect(options(page).filter(has_text="Huyện, thành phố cũ").first).to_contain_text(
        "Huyện Kim Sơn (cũ)"
    )


def test_a_suggestion_says_why_it_was_found(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    type_query(page, "gạo")
    by_group = options(page).filter(has=page.locator("b", has_text="Bánh đa mẫu"))
    expect(by_group.locator("span mark")).to_have_text("gạo")


def test_each_field_of_a_page_has_its_own_list(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/")
    hero = page.locator("main input[name=q], .hero input[name=q]").first
    hero.focus()
    hero.press_sequentially("gạo")
    expect(hero).to_have_attribute("aria-controls", re.compile("."))
    mine = page.locator(f"#{hero.get_attribute('aria-controls')}")
    expect(mine.get_by_role("option").first).to_be_visible()
    expect(page.locator("#search-list")).to_be_hidden()
    assert mine.get_attribute("aria-label")
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids))


def test_english_pages_speak_english(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/en/")
    type_query(page, "ruou nep mau")
    expect(options(page).first.locator("em")).to_have_text("Product")
    assert options(page).first.get_attribute("href") == f"{full_url}/en/san-pham/ruou-mau/"
    field(page).press("Enter")
    page.wait_for_url(f"{full_url}/en/san-pham/?q=ruou+nep+mau")
    expect(page.get_by_role("heading", name="1 result for “ruou nep mau”")).to_be_visible()


def test_on_english_pages_vietnamese_names_say_that_they_are(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/en/")
    type_query(page, "ruou nep mau")
    first = options(page).first
    expect(first.locator("b [lang=vi]")).to_have_text("Rượu nếp mẫu")
    maker, place = first.locator("span [lang=vi]").all_inner_texts()
    expect(first.locator("span")).to_have_text(f"{maker} · {place}")
    field(page).clear()
    type_query(page, "gia tan")
    former = options(page).locator("b", has_text="(former)").first
    expect(former).to_have_text("Xã Gia Tân (former)")
    expect(former.locator("[lang=vi]")).to_have_text("Xã Gia Tân")
    field(page).clear()
    type_query(page, "beverages")
    expect(options(page).first.locator("b")).to_contain_text("everages")
    expect(options(page).first.locator("b [lang]")).to_have_count(0)
    page.goto(f"{full_url}/en/san-pham/?q=ruou+nep+mau")
    expect(page.locator("[data-search-results] a [lang=vi]")).to_have_text("Rượu nếp mẫu")
    page.goto(f"{full_url}/")
    type_query(page, "ruou nep mau")
    expect(options(page).first).to_be_visible()
    expect(page.locator(".hits [lang]")).to_have_count(0)


def test_names_are_never_markup(page: Page, full_url: str, full_site: Path) -> None:
    columns = site_columns(full_site, "vi")
    hostile = '<img src=x onerror="throw 1"> Rượu {{ 1 }} </script>'
    columns["names"][:] = [hostile] * len(columns["names"])
    first = json.loads(search.files(columns, "vi")[search.address("vi")])
    page.route(DATA, lambda route: route.fulfill(json=first))
    page.goto(f"{full_url}/san-pham/?q=ruou+%3Cimg+src%3Dx%3E")
    expect(page.locator("[data-search-results] li a").first).to_have_text(hostile)
    type_query(page, " ")
    expect(options(page).first.locator("b")).to_have_text(hostile)
    assert page.locator("#search-list img, [data-search-results] img").count() == 0


def test_lost_data_is_said_and_asked_for_again(
    page: Page, full_url: str, complaints: list[str]
) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=503, body="")

    page.route(DATA, refuse)
    page.goto(f"{full_url}/")
    type_query(page, "gạo")
    note = "Không tải được dữ liệu tìm kiếm. Xin thử lại sau."
    expect(page.locator("#search-list")).to_have_text(note)
    page.unroute(DATA)
    field(page).press_sequentially(" ")
    expect(options(page).first).to_be_visible()
    assert [said for said in complaints if "503" not in said] == []
    complaints.clear()


def test_the_form_works_without_scripts(full_url: str, new_context: Callable[..., object]) -> None:
    page: Page = new_context(java_script_enabled=False).new_page()  # type: ignore[attr-defined]
    page.goto(f"{full_url}/")
    field(page).fill("gạo")
    field(page).press("Enter")
    page.wait_for_url(f"{full_url}/san-pham/?q=g%E1%BA%A1o")
    expect(page.locator("[data-catalogue-list] a").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_open_list_is_accessible(screen: Page, full_url: str, prefix: str, scheme: str) -> None:
    screen.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    screen.goto(f"{full_url}{prefix}/san-pham/")
    type_query(screen, "mau")
    field(screen).press("ArrowDown")
    assert violations(screen, "#search") == []
    for query in ("mau npe", "zzzz"):
        field(screen).fill(query)
        screen.wait_for_timeout(PAUSE)
        assert violations(screen, "#search") == []
