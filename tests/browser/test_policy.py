"""The site under its content security policy, from a real nginx: it works, and nothing is blocked.

A blocked script or style is an error in the console, and that fails the test.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.hosting.nginx import Server

PAGES = (
    "/",
    "/en/",
    "/san-pham/",
    "/en/san-pham/ruou-mau/",
    "/san-pham/du-lich-mau/",
    "/dia-phuong/",
    "/nhom/",
    "/hang-sao/",
    "/video/",
    "/gioi-thieu/",
    "/cho-can-bo/bao-cao-du-lieu/",
)


@pytest.mark.parametrize("address", PAGES)
def test_no_page_needs_what_the_policy_forbids(
    nginx_server: Server, desk: Page, address: str
) -> None:
    answer = desk.goto(nginx_server.url + address)
    assert answer is not None
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    desk.wait_for_load_state("networkidle")


def test_what_the_policy_forbids_does_not_run(
    nginx_server: Server, desk: Page, complaints: list[str]
) -> None:
    """Or the tests around this one would prove nothing."""
    desk.goto(nginx_server.url)
    desk.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.intruder = true";
        document.head.append(script);
    }""")
    assert desk.evaluate("window.intruder") is None
    assert any("Content Security Policy" in said for said in complaints)
    complaints.clear()


def test_the_scheme_is_chosen_and_kept(nginx_server: Server, desk: Page) -> None:
    desk.goto(nginx_server.url)
    body = desk.locator("body")
    for scheme in ("default", "slate"):
        desk.locator(".scheme label:visible").click()
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    desk.goto(f"{nginx_server.url}/san-pham/")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_the_viewer_of_pictures_works(nginx_server: Server, phone: Page) -> None:
    phone.goto(f"{nginx_server.url}/san-pham/ruou-mau/")
    phone.locator("[data-gallery] a").first.click()
    expect(phone.locator("[role=dialog] .pswp__caption")).to_contain_text("Ảnh mẫu chụp tại xưởng")
    phone.keyboard.press("Escape")
    expect(phone.locator("[role=dialog].pswp")).to_have_count(0)


def test_search_and_validity_work(nginx_server: Server, phone: Page) -> None:
    phone.goto(f"{nginx_server.url}/san-pham/ruou-mau/")
    word = phone.locator("[data-validity] [data-word]:visible").first
    expect(word).to_have_text(re.compile(r"\S"))
    phone.goto(nginx_server.url)
    phone.locator(".hero input[name=q]").fill("ruou mau")
    option = phone.locator("[role=option]:visible").first
    expect(option).to_contain_text("Rượu")
    phone.goto(f"{nginx_server.url}/san-pham/?q=ruou")
    expect(phone.locator("[data-search-results]")).to_contain_text("Rượu")


def test_the_page_of_a_wrong_address_works_at_any_depth(
    nginx_server: Server, desk: Page, complaints: list[str]
) -> None:
    answer = desk.goto(f"{nginx_server.url}/khong/co/gi/")
    assert answer is not None
    assert answer.status == 404
    complaints.clear()  # the browser's own word on the status
    expect(desk.locator("h1")).to_be_visible()
    assert desk.evaluate("getComputedStyle(document.querySelector('.wrap')).maxWidth") != "none"
    desk.locator(".page-lost a.chip").first.click()
    expect(desk).to_have_url(f"{nginx_server.url}/san-pham/")
