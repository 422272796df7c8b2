"""Photographs on the page and in the viewer: by touch and by key, with script and without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser import axe, photographs
from tests.browser.photographs import AUTHOR, ONE, TWELVE, TWO
from tests.browser.server import served

PHONE = {"width": 360, "height": 640}
VIEWER = "[role=dialog].pswp--open"
LINKS = "[data-gallery] a:has(img)"
RATIO = "(e) => e.getBoundingClientRect().width / e.getBoundingClientRect().height"
BOX = "(e) => [e.offsetLeft, e.offsetWidth, e.offsetHeight]"
# The focus may go to the browser's own bar, never to the page behind.
HELD = "document.activeElement === document.body || !!document.activeElement.closest('.pswp')"


@pytest.fixture(scope="module")
def site(photo_site: Path) -> Iterator[str]:
    """The address of the site of the photographs."""
    with served(photo_site) as address:
        yield address


def product(site: str, id: str, language: str = "") -> str:
    return f"{site}{language}/san-pham/{id}/"


def opened(page: Page, site: str, id: str, number: int = 0, language: str = "") -> None:
    page.goto(product(site, id, language))
    page.locator(LINKS).nth(number).click()
    expect(page.locator(VIEWER)).to_be_visible()


@pytest.mark.parametrize("id", ONE)
def test_the_first_photograph_is_seen_whole_and_moves_nothing(
    screen: Page, site: str, id: str
) -> None:
    waiting: list[Route] = []
    screen.route("**/assets/photos/*", lambda route: waiting.append(route))
    screen.goto(product(site, id), wait_until="domcontentloaded")
    image = screen.locator(".whole img")
    expect(image).to_have_js_property("complete", False)
    before = image.evaluate(BOX)
    screen.wait_for_timeout(100)
    for each in waiting:
        each.continue_()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate(BOX) == pytest.approx(before, abs=1)  # a file has whole pixels
    width, height = photographs.SHAPES[ONE[id]]
    drawn = image.evaluate(RATIO)
    if ONE[id] == "portrait" and screen.evaluate("innerWidth > 640"):
        assert image.evaluate("(e) => e.offsetHeight") == 544
        assert image.evaluate("(e) => getComputedStyle(e).objectFit") == "contain"
    else:
        assert drawn == pytest.approx(width / height, rel=0.01)


def test_the_browser_takes_no_larger_a_file_than_it_draws(phone: Page, site: str) -> None:
    phone.goto(product(site, TWELVE))
    phone.locator(".credits").scroll_into_view_if_needed()
    phone.wait_for_load_state("networkidle")
    taken = phone.locator(f"{LINKS} img").evaluate_all(
        "(all) => all.map((e) => e.currentSrc.split('-').at(-1))"
    )
    assert len(taken) == 12
    assert taken[0] in {"320.webp", "640.webp"}
    assert set(taken[1:]) == {"320.webp"}


def test_small_pictures_stand_in_a_grid_and_open_the_right_one(phone: Page, site: str) -> None:
    phone.goto(product(site, TWELVE))
    expect(phone.locator(".thumbs a")).to_have_count(11)
    expect(phone.locator(".thumbs a").last).to_contain_text("Hình vẽ")  # behind the photographs
    sizes = phone.locator(".thumbs a").evaluate_all(
        "(all) => all.map((e) => [e.offsetWidth, e.offsetHeight])"
    )
    assert all(width >= 44 and height >= 44 for width, height in sizes)
    phone.locator(".thumbs a").nth(1).click()
    expect(phone.locator(".pswp__counter")).to_have_text("3 / 12")
    expect(phone.locator(".pswp__caption")).to_contain_text("Chú thích số 3")
    expect(phone.locator(".pswp__caption")).to_contain_text(f"Ảnh: {AUTHOR} (CC BY 4.0)")


def test_nothing_of_the_viewer_is_fetched_before_a_tap(desk: Page, site: str) -> None:
    asked: list[str] = []
    desk.on("request", lambda made: asked.append(made.url))
    desk.goto(product(site, TWO))
    desk.wait_for_load_state("networkidle")
    names = ("photoswipe", "gallery.js", "viewer.css")
    assert not [url for url in asked if any(name in url for name in names)]
    desk.locator(LINKS).first.click()
    expect(desk.locator(VIEWER)).to_be_visible()
    assert all(any(name in url for url in asked) for name in names)


def test_keys_open_leaf_zoom_and_close_and_the_focus_comes_back(desk: Page, site: str) -> None:
    desk.goto(product(site, TWELVE))
    desk.locator(LINKS).first.focus()
    desk.keyboard.press("Enter")
    viewer = desk.locator(VIEWER)
    expect(viewer).to_be_focused()
    expect(viewer).to_have_attribute("aria-label", "Ảnh của Nón lá mẫu")
    for key, where in (("ArrowRight", "2 / 12"), ("ArrowRight", "3 / 12"), ("ArrowLeft", "2 / 12")):
        desk.keyboard.press(key)
        expect(desk.locator(".pswp__counter")).to_have_text(where)
    for _ in range(6):
        desk.keyboard.press("Tab")
        assert desk.evaluate(HELD)
    desk.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(desk.locator(LINKS).nth(1)).to_be_focused()  # the one that was seen last
    desk.keyboard.press("Enter")
    expect(desk.locator(".pswp__counter")).to_have_text("2 / 12")


def test_it_closes_also_while_it_is_opening(desk: Page, site: str) -> None:
    opened(desk, site, TWO)
    desk.keyboard.press("Escape")
    expect(desk.locator(".pswp")).to_have_count(0)
    expect(desk.locator(LINKS).first).to_be_focused()


def test_a_picture_is_enlarged_by_a_key(desk: Page, site: str) -> None:
    opened(desk, site, "chieu-coi-mau")
    desk.wait_for_timeout(500)  # the opening
    desk.keyboard.press("z")
    expect(desk.locator(".pswp--zoomed-in")).to_be_visible()
    expect(desk.locator(".pswp__caption")).to_be_hidden()


def test_a_finger_leafs(site: str, new_context: Callable[..., BrowserContext]) -> None:
    context = new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(product(site, TWO))
    page.locator(LINKS).first.tap()
    expect(page.locator(".pswp__counter")).to_have_text("1 / 2")
    page.wait_for_timeout(500)
    touch = context.new_cdp_session(page)
    for kind, x in (("touchStart", 300), ("touchMove", 200), ("touchMove", 60), ("touchEnd", None)):
        points = [] if x is None else [{"x": x, "y": 300}]
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(page.locator(".pswp__counter")).to_have_text("2 / 2")


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("", ["Phóng to, thu nhỏ (Z)", "Đóng (Esc)", "Ảnh trước", "Ảnh sau"]),
        ("/en", ["Zoom in or out (Z)", "Close (Esc)", "Previous picture", "Next picture"]),
    ],
)
def test_the_viewer_speaks_the_language_and_axe_has_nothing_to_say(
    desk: Page, site: str, language: str, labels: list[str]
) -> None:
    opened(desk, site, TWELVE, language=language)
    desk.wait_for_timeout(500)
    buttons = desk.locator(".pswp button").evaluate_all("(all) => all.map((e) => e.ariaLabel)")
    assert sorted(buttons) == sorted(labels)
    assert axe.violations(desk, ".pswp") == []
    if language:
        expect(desk.locator(".pswp__item[aria-hidden=false] img").last).to_have_attribute(
            "lang", "vi"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say_of_the_gallery(desk: Page, site: str, scheme: str) -> None:
    desk.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    desk.goto(product(site, TWELVE))
    desk.locator(".credits summary").click()
    assert axe.violations(desk, ".gal") == []


def test_without_the_library_a_tap_leads_to_the_picture(
    desk: Page, site: str, complaints: list[str]
) -> None:
    desk.route("**/photoswipe*", lambda route: route.abort())
    desk.goto(product(site, TWO))
    desk.locator(LINKS).first.click()
    desk.wait_for_url("**/assets/photos/*.jpg")
    complaints.clear()  # of the file that was withheld


def test_without_scripts_each_picture_is_a_link_and_each_author_is_named(
    site: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False, viewport=PHONE).new_page()
    page.goto(product(site, TWELVE))
    page.locator(".credits summary").click()
    expect(page.locator(".credits li")).to_have_count(11)
    expect(page.locator(".credits li").last).to_have_text(
        f"Hình minh hoạ. Chú thích số 4. Ảnh: {AUTHOR} (CC BY 4.0)."
    )
    expect(page.locator(".credits li").last).to_be_visible()
    page.locator(LINKS).nth(5).click()
    page.wait_for_url("**/assets/photos/*.jpg")


def test_cards_show_a_tall_photograph_whole_and_crop_the_others(desk: Page, site: str) -> None:
    desk.goto(f"{site}/san-pham/")
    cards = desk.locator(".card")
    for id, shape in ONE.items():
        plate = cards.filter(has=desk.locator(f"a[href*='{id}']")).locator(".plate")
        assert plate.evaluate(RATIO) == pytest.approx(4 / 3, rel=0.01)
        fit = plate.locator("img").evaluate("(e) => getComputedStyle(e).objectFit")
        assert fit == ("contain" if shape == "portrait" else "cover")
