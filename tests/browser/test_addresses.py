"""Addresses of old, of bar codes and of lists that became shorter, as a browser meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/san-pham/ruou-mau-cu/", "/san-pham/ruou-mau/"),
        ("/en/san-pham/ruou-nep-da-gop/", "/en/san-pham/ruou-mau/"),
        ("/01/08930000000002/", "/san-pham/ruou-mau/"),
        ("/en/01/08930000000019/", "/en/san-pham/ruou-mau/"),
        ("/chu-the/co-so-mau-cu/", "/chu-the/co-so-mau/"),
    ],
)
def test_query_and_fragment_arrive(page: Page, full_url: str, old: str, new: str) -> None:
    page.goto(f"{full_url}{old}?q=a%20b&x=%26#n1")
    page.wait_for_url(f"{full_url}{new}?q=a%20b&x=%26#n1")
    expect(page.locator("h1")).to_be_visible()


def test_back_does_not_bounce(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/hang-sao/")
    page.evaluate("location.href = '../san-pham/ruou-mau-cu/?q=a#b'")
    page.wait_for_url(f"{full_url}/san-pham/ruou-mau/?q=a#b")
    page.go_back()
    page.wait_for_url(f"{full_url}/hang-sao/")
    page.go_forward()
    page.wait_for_url(f"{full_url}/san-pham/ruou-mau/?q=a#b")


def test_without_scripts_it_leads_on_too(browser: Browser, full_url: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{full_url}/san-pham/ruou-mau-cu/")
    page.wait_for_url(f"{full_url}/san-pham/ruou-mau/")
    page.context.close()


@pytest.mark.parametrize(
    ("lost", "list_"),
    [
        ("/san-pham/trang-99/", "/san-pham/"),
        ("/en/nhom/thuc-pham/trang-7/", "/en/nhom/thuc-pham/"),
        ("/san-pham/a-z/x/", "/san-pham/a-z/"),
        ("/san-pham/a-z/x/trang-2/", "/san-pham/a-z/"),
    ],
)
def test_a_lost_page_of_a_list_leads_to_its_beginning(
    page: Page, full_url: str, full_site: Path, lost: str, list_: str
) -> None:
    error = (full_site / "404.html").read_text("utf-8")
    page.route(f"{full_url}{lost}", lambda route: route.fulfill(body=error, content_type=HTML))
    page.goto(full_url + lost)
    offer = page.locator("header [data-list] a")
    expect(offer).to_be_visible()
    offer.click()
    page.wait_for_url(full_url + list_)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_left_at_old_addresses_is_for_everybody(
    page: Page, complaints: list[str], full_url: str, scheme: str
) -> None:
    """The page that leads on is seen where its script does not arrive."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.route("**/moved.js", lambda route: route.abort())
    for address in ("/01/08930000000002/", "/diem-ban/quay-mau-da-dong/", "/san-pham/non-mau/"):
        for prefix in ("", "/en"):
            page.goto(full_url + prefix + address)
            assert page.url == full_url + prefix + address
            assert violations(page) == []
    complaints.clear()


@pytest.mark.parametrize(
    "scanned",
    [
        "/01/8930000000002/",
        "/01/8930000000002",
        "/01/08930000000002/10/LO-7/",
        "/01/8930000000002/21/x",
    ],
)
def test_a_bar_code_is_found_as_people_write_it(
    page: Page, full_url: str, full_site: Path, scanned: str
) -> None:
    error = (full_site / "404.html").read_text("utf-8")
    page.route(
        f"{full_url}{scanned}?17=271231", lambda route: route.fulfill(body=error, content_type=HTML)
    )
    page.goto(f"{full_url}{scanned}?17=271231")
    page.wait_for_url(f"{full_url}/san-pham/ruou-mau/?17=271231")


def test_an_unknown_bar_code_is_lost_and_nothing_more(
    page: Page, full_url: str, full_site: Path
) -> None:
    error = (full_site / "404.html").read_text("utf-8")
    page.route("**/01/**", lambda route: route.fulfill(body=error, content_type=HTML))
    page.goto(f"{full_url}/01/4006381333931/")
    page.wait_for_url(f"{full_url}/01/04006381333931/")
    expect(page.locator("h1")).to_be_visible()


def test_any_other_lost_address_offers_no_list(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/404.html")
    expect(page.locator("[data-list]").first).to_be_hidden()


HTML = "text/html; charset=utf-8"
