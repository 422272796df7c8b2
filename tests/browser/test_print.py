"""Paper: what Chromium prints of real pages, read back from the PDF: words, sheets, codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from tests.browser.server import served
from tests.conftest import SITE_URL

NOON = datetime(2026, 12, 1, 5, tzinfo=UTC)
# The browser's own menu asks for paper without waiting: by then print.js must have come.
READY = """() => {
  dispatchEvent(new Event("beforeprint"));
  const ready = document.documentElement.style.getPropertyValue("--print-foot");
  dispatchEvent(new Event("afterprint"));
  return !!ready;
}"""
ASKED = """() => {
  window.print = () => { window.asked = true; };
  const button = document.querySelector("[data-print]") ?? document.createElement("button");
  button.dataset.print = "";
  if (!button.isConnected) document.querySelector(".page").append(button);
  button.click();
}"""


class Paper:
    """The sheets of a printed page: the words of each, with single spaces."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pypdfium2.PdfDocument(content)
        texts = (sheet.get_textpage().get_text_range() for sheet in self.pdf)
        # A hyphen at the end of a line is told as U+FFFE.
        self.sheets = [" ".join(text.replace("\ufffe", "-").split()) for text in texts]
        self.text = " ".join(self.sheets)

    def codes(self) -> list[str]:
        """What a reader finds on the first sheet at 144 dots an inch."""
        return [code.text for code in zxingcpp.read_barcodes(self.pdf[0].render(scale=2).to_pil())]


def moved(page: Page, url: str, at: datetime = NOON) -> None:
    """Open the page, move the pointer as any visitor does, until the scripts of paper are there."""
    page.clock.set_fixed_time(at)
    page.goto(url)
    page.mouse.move(200, 200)
    page.wait_for_function(READY)


def slip(page: Page, url: str, size: str = "A4", at: datetime = NOON) -> Paper:
    """The slip that the page's own button asks for."""
    page.clock.set_fixed_time(at)
    page.goto(url)
    page.evaluate(ASKED)
    page.wait_for_function("() => window.asked")
    return Paper(page.pdf(format=size))


@pytest.mark.parametrize("size", ["A4", "A5"])
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("san-pham/ruou-mau", ["Phiếu tra cứu", "(tính đến 1/12/2026)", "Tra cứu ngày 1/12/2026"]),
        ("en/san-pham/ruou-mau", ["Proof slip", "(as of 1 December 2026)", "Page 1/1"]),
        ("san-pham/chieu-coi-mau", ["Phiếu không chứng minh gói hàng", "Trang 1/1"]),
        ("san-pham/bun-mau", ["Bún khô mẫu", "Phiếu không chứng minh"]),
    ],
)
def test_a_slip_is_one_sheet_that_says_of_which_day_and_where_to_check(
    page: Page, full_url: str, address: str, said: list[str], size: str
) -> None:
    paper = slip(page, f"{full_url}/{address}/", size)
    assert len(paper.sheets) == 1
    name = page.locator("h1").inner_text()
    stamp = page.locator(".stamp p").first.text_content()
    for words in [*said, name, " ".join((stamp or "").split()), f"{SITE_URL}{address}/"]:
        assert words in paper.text
    assert paper.codes() == [f"{SITE_URL}{address}/"]


def test_a_slip_holds_the_sources_of_the_latest_certificate(page: Page, full_url: str) -> None:
    paper = slip(page, f"{full_url}/san-pham/ruou-mau/")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    shown = page.locator(".slip .src a").evaluate_all("(all) => all.map((a) => a.href)")
    assert shown
    assert all(f"<{url}>" in paper.text.replace(" ", "") for url in shown)


def test_where_the_site_has_no_address_of_its_own_the_code_tells_where_it_was_read(
    page: Page, full_url: str
) -> None:
    page.route(
        "**/san-pham/ruou-mau/?utm=x",
        lambda route: route.fulfill(
            response=(answer := route.fetch()),
            body=answer.text().replace('rel="canonical"', 'rel="was"'),
        ),
    )
    url = f"{full_url}/san-pham/ruou-mau/"
    paper = slip(page, f"{url}?utm=x#n1")
    assert paper.codes() == [url]
    assert url in paper.text


def test_a_slow_clock_is_told_on_the_slip(page: Page, full_url: str) -> None:
    paper = slip(page, f"{full_url}/san-pham/ruou-mau/", at=datetime(2020, 1, 1, tzinfo=UTC))
    assert "24/11/2026, ngày dựng trang; đồng hồ của máy in phiếu chạy trước" in paper.text
    assert "1/1/2020" not in paper.text


def test_the_whole_record_prints_with_the_addresses_of_its_sources(
    page: Page, full_url: str
) -> None:
    moved(page, f"{full_url}/san-pham/ruou-mau/")
    paper = Paper(page.pdf(format="A5"))
    last = len(paper.sheets)
    assert last > 1
    for number, sheet in enumerate(paper.sheets, 1):
        assert f"Trang {number}/{last}" in sheet
        assert f"{SITE_URL}san-pham/ruou-mau/" in sheet
        assert "Tra cứu ngày 1/12/2026" in sheet
        assert ("Danh mục OCOP Ninh Bình" in sheet) == (number > 1), "the first sheet has the name"
    sources = page.locator(".sources .src a").evaluate_all("(all) => all.map((a) => a.href)")
    assert sources
    assert all(f"<{url}>" in paper.text.replace(" ", "") for url in sources)
    assert page.locator(".slip, .slip-title").count() == 0, "nothing is left behind"


@pytest.mark.parametrize(
    ("address", "head", "title"),
    [
        ("san-pham", "Sản phẩm Hạng sao, giấy chứng nhận Chủ thể, địa phương", "Danh mục sản phẩm"),
        ("en/san-pham", "Product Stars, certificate Maker, place", "Product catalogue"),
    ],
)
def test_a_list_is_a_table_whose_head_and_title_come_back(
    page: Page, full_url: str, address: str, head: str, title: str
) -> None:
    moved(page, f"{full_url}/{address}/")
    names = page.locator(".cards .card h3, .cards .card h2").all_inner_texts()
    paper = Paper(page.pdf(width="148mm", height="105mm"))
    rows = [sheet for sheet in paper.sheets if any(name in sheet for name in names)]
    assert len(rows) > 1
    assert all(head in sheet for sheet in rows)
    assert all(title in sheet for sheet in paper.sheets[1:])
    assert all(name in paper.text for name in names)
    assert page.locator(".thead").count() == 0, "nothing is left behind"


def test_a_query_is_stated_on_the_list_that_it_gave(page: Page, full_url: str) -> None:
    moved(page, f"{full_url}/san-pham/?q=ruou")
    result = page.locator("[data-search-results] h2").inner_text()
    paper = Paper(page.pdf(width="148mm", height="105mm"))
    assert f"{SITE_URL}san-pham/?q=ruou" in paper.sheets[0]
    assert result in paper.text
    assert all(result in sheet for sheet in paper.sheets[1:])


@pytest.mark.parametrize("address", ["", "en/", "chu-the/", "quyet-dinh/", "gioi-thieu/", "video/"])
def test_any_page_prints_without_chrome(page: Page, full_url: str, address: str) -> None:
    moved(page, f"{full_url}/{address}")
    paper = Paper(page.pdf(format="A4"))
    page.emulate_media(media="print")
    for chrome in (".nav", ".tsearch", ".menu", ".foot nav", ".scheme", ".skip"):
        expect(page.locator(chrome).first).to_be_hidden()
    assert page.locator("h1").first.inner_text().split()[0] in paper.text
    assert f"{SITE_URL}{address}" in paper.sheets[-1]


def test_without_scripts_sheets_are_numbered_and_no_validity_is_claimed(
    new_context: Callable[..., object], full_url: str
) -> None:
    page: Page = new_context(java_script_enabled=False).new_page()  # type: ignore[attr-defined]
    page.goto(f"{full_url}/en/san-pham/ruou-mau/")
    paper = Paper(page.pdf(format="A5"))
    assert f"Page 1/{len(paper.sheets)}" in paper.sheets[0]
    assert "Ninh Bình OCOP catalogue" in paper.sheets[-1]
    assert "as of" not in paper.text
    assert "Proof slip" not in paper.text


def test_a_dark_page_prints_black_on_white(page: Page, full_url: str) -> None:
    page.emulate_media(color_scheme="dark")
    moved(page, f"{full_url}/san-pham/chieu-coi-mau/")
    paper = Paper(page.pdf(format="A4", print_background=True))
    image = paper.pdf[0].render(scale=1).to_pil().convert("RGB")
    colours = sorted(image.getcolors(1 << 24), reverse=True)
    assert colours[0][1] == (255, 255, 255)
    assert colours[0][0] > 0.6 * image.width * image.height


def test_what_prints_comes_with_the_first_sign_of_a_visitor(page: Page, full_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.goto(f"{full_url}/san-pham/ruou-mau/")
    page.wait_for_load_state("networkidle")
    assert not {"print.js", "slip.js", "nano.js"} & set(asked)
    page.mouse.move(200, 200)
    page.wait_for_function(READY)
    assert {"print.js", "slip.js", "nano.js"} <= set(asked)


def longest(site: Path, language: str) -> list[str]:
    """The addresses of the real products with most to say in their answer."""
    answers = {
        page.parent.name: re.sub(r"<[^>]*>", "", match[0])
        for page in (site / language / "san-pham").glob("*/index.html")
        if (match := re.search(r'<div class="ans">.*?</dl>', page.read_text("utf-8"), re.S))
    }
    return sorted(answers, key=lambda id: len(answers[id]), reverse=True)[:6]


@pytest.mark.parametrize("language", ["", "en/"])
def test_the_longest_real_slips_fit_on_the_smallest_sheet(
    page: Page, real_site: Path, language: str
) -> None:
    with served(real_site) as address:
        for id in longest(real_site, language):
            paper = slip(page, f"{address}/{language}san-pham/{id}/", "A5")
            assert len(paper.sheets) == 1, id
            assert paper.codes() == [f"{SITE_URL}{language}san-pham/{id}/"]
