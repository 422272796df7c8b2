"""A product's page in a browser: the answer fits a small screen, and each thing to do does it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts import pages, records
from scripts.model.build import build
from scripts.pages.types import Language
from tests.builder import TODAY
from tests.pages import made

PRODUCTS = Path(__file__).parents[2] / "products"
PAGE = "/san-pham/ruou-mau/"
HEIGHT = 640
# Puts the answer of another product into the page; what is left of the room below the decision.
ANSWER = """async (body) => {
  const made = new DOMParser().parseFromString(body, "text/html");
  for (const part of ["nav.crumb", ".ans"])
    document.querySelector(part).replaceWith(made.querySelector(part));
  (await import(ROOT + "assets/js/validity.js")).run();
  const rows = document.querySelectorAll(".ans .facts > div");
  return rows[Math.min(2, rows.length - 1)].getBoundingClientRect().bottom;
}"""


@cache
def bodies(language: Language) -> dict[str, str]:
    """The body of every product of the real catalogue that has a certificate or none."""
    catalogue = build(records.read(PRODUCTS), TODAY)
    return {
        page.address: page.render()
        for page in pages.all(catalogue, made.SETTINGS)
        if page.kind == "product" and page.language == language and page.indexed
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_answer_of_every_real_product_is_on_the_first_screen(
    phone: Page, full_url: str, language: Language
) -> None:
    phone.goto(full_url + ("/en" if language == "en" else "") + PAGE)
    script = ANSWER.replace("ROOT", f'"{full_url}/"')
    ends = {address: phone.evaluate(script, body) for address, body in bodies(language).items()}
    assert len(ends) > 10
    assert {address: end for address, end in ends.items() if end > HEIGHT} == {}


def test_sharing_without_a_sheet_copies_the_address(page: Page, full_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(full_url + PAGE + "#n1")
    page.locator("[data-share]").click()
    expect(page.locator(".toast")).to_have_text("Đã sao chép địa chỉ trang.")
    assert page.evaluate("navigator.clipboard.readText()").endswith(PAGE)
    expect(page.locator("[data-share]")).to_be_focused()


def test_sharing_opens_the_systems_sheet(page: Page, full_url: str) -> None:
    page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
    page.goto(full_url + PAGE)
    page.locator("[data-share]").click()
    page.wait_for_function("window.shared")
    assert page.evaluate("shared.title") == "Rượu nếp mẫu"
    assert page.evaluate("shared.url").endswith(PAGE)


def test_where_nothing_can_be_copied_the_address_is_shown(page: Page, full_url: str) -> None:
    page.add_init_script(
        "delete Navigator.prototype.share;"
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    page.goto(f"{full_url}/en{PAGE}")
    page.locator("[data-share]").click()
    expect(page.locator(".toast")).to_contain_text(f"/en{PAGE}")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_an_error_is_reported_with_the_page_named(page: Page, full_url: str, prefix: str) -> None:
    page.goto(full_url + prefix + PAGE)
    page.locator(".acts .tell").click()
    form = page.locator("[data-report] textarea")
    assert f"{prefix}{PAGE}\n" in form.input_value()
    expect(form).to_be_in_viewport()
    expect(page.locator("[data-report] a").first).to_have_attribute(
        "href", full_url + prefix + PAGE
    )


def test_the_report_takes_no_address_from_outside(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/lien-he/?trang=//example.invalid/x")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-report] textarea")).to_have_count(0)


def test_without_scripts_only_what_works_is_shown(browser: object, full_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)  # type: ignore[attr-defined]
    plain: Page = context.new_page()
    plain.goto(full_url + PAGE)
    expect(plain.locator(".acts .btn").first).to_be_hidden()
    expect(plain.locator(".acts .tell")).to_be_visible()
    context.close()


def test_on_a_desk_both_columns_end_near_each_other(desk: Page, full_url: str) -> None:
    desk.goto(full_url + PAGE)
    boxes = desk.locator(".two > *").evaluate_all(
        "(all) => all.flatMap((e) => [...e.getClientRects()].map((r) => [r.left, r.bottom]))"
    )
    ends = {left: max(b for other, b in boxes if other == left) for left, _ in boxes}
    assert len(ends) == 2
    first, second = ends.values()
    assert abs(first - second) < 400
