"""The comparison: level rows, differences, what is not published, and the ways in."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.visitor import moves

PAIR = "/so-sanh/?a=ruou-mau&b=gao-mau"


@pytest.fixture(autouse=True)
def visitor(page: Page) -> None:
    """Buttons come when somebody is there."""
    moves(page)


def row(page: Page, label: str) -> Locator:
    return page.locator(".cmp tbody tr").filter(has=page.locator("th", has_text=label))


def columns(page: Page) -> list[str]:
    """The names above the columns."""
    return page.locator(".cmp thead th a").all_inner_texts()


def test_rows_are_level_and_differences_marked(desk: Page, full_url: str) -> None:
    desk.goto(full_url + PAIR)
    expect(desk.get_by_role("heading", level=1)).to_have_text("So sánh 2 sản phẩm")
    assert columns(desk) == ["Rượu nếp mẫu", "Gạo tám mẫu"]
    for each in desk.locator(".cmp tbody tr").all():
        assert each.locator("td").count() == 2
    same = row(desk, "Chủ thể")
    expect(same).not_to_have_class(re.compile("df"))
    different = row(desk, "Phân nhóm")
    expect(different).to_have_class(re.compile("df"))
    expect(different.locator("th")).to_have_text("≠ khác nhau: Phân nhóm")
    expect(row(desk, "Hiệu lực").locator("[data-word]").first).to_have_text(re.compile(r"\S"))


def test_what_is_not_published_is_said(desk: Page, full_url: str) -> None:
    desk.goto(full_url + PAIR)
    packs = row(desk, "Quy cách").locator("td")
    expect(packs.nth(0)).not_to_have_text("chưa công bố")
    expect(packs.nth(1)).to_have_text("chưa công bố")
    desk.goto(f"{full_url}/so-sanh/?a=gao-mau&b=banh-mau")
    expect(desk.locator(".nas")).to_contain_text("quy cách")
    expect(row(desk, "Quy cách")).to_have_count(0)


def test_rows_that_are_alike_can_be_hidden(desk: Page, full_url: str) -> None:
    desk.goto(full_url + PAIR)
    desk.get_by_label("Ẩn dòng giống nhau").check()
    expect(row(desk, "Chủ thể")).to_be_hidden()
    expect(row(desk, "Phân nhóm")).to_be_visible()
    desk.reload()
    expect(desk.get_by_label("Ẩn dòng giống nhau")).to_be_checked()
    expect(row(desk, "Chủ thể")).to_be_hidden()


def test_from_cards_to_the_table(screen: Page, full_url: str) -> None:
    screen.goto(f"{full_url}/san-pham/")
    tray = screen.locator(".tray")
    expect(screen.locator(".card .keep").first).to_be_visible()
    expect(tray).to_be_hidden()
    screen.get_by_role("button", name="So sánh: Bánh đa mẫu").click()
    expect(tray).to_contain_text("Chọn thêm ít nhất một sản phẩm để so sánh.")
    screen.get_by_role("button", name="So sánh: Bún khô mẫu").click()
    tray.get_by_role("link", name="So sánh 2 sản phẩm").click()
    screen.wait_for_url(f"{full_url}/so-sanh/?a=banh-mau&b=bun-mau")
    expect(screen.locator(".cmp")).to_be_visible()
    assert columns(screen) == ["Bánh đa mẫu", "Bún khô mẫu"]
    expect(tray).to_be_hidden()


def test_five_are_too_many(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/san-pham/")
    buttons = page.locator(".card button[data-compare]")
    for number in range(5):
        buttons.nth(number).click()
    expect(page.locator(".toast")).to_contain_text("Chỉ so sánh được 4 sản phẩm một lượt")
    expect(page.locator(".tray a")).to_have_text("So sánh 4 sản phẩm")
    page.get_by_role("button", name="Bỏ chọn hết").click()
    expect(page.locator(".tray")).to_be_hidden()


def test_from_a_products_page(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/san-pham/gao-mau/")
    page.locator(".acts button[data-compare=gao-mau]").click()
    expect(page.locator(".acts button[data-compare=gao-mau]")).to_have_text("Đang so sánh")
    page.goto(f"{full_url}/so-sanh/")
    expect(page.locator(".cmp")).to_be_visible()
    assert columns(page) == ["Gạo tám mẫu"]


def test_the_table_takes_in_and_out(page: Page, full_url: str) -> None:
    page.goto(full_url + PAIR)
    field = page.get_by_label("Tên sản phẩm, chủ thể, xã")
    field.fill("chieu coi")
    page.locator(".picks button").first.click()
    expect(page.locator(".cmp thead th")).to_have_count(3)
    assert page.url == f"{full_url}/so-sanh/?a=ruou-mau&b=gao-mau&c=chieu-coi-mau"
    expect(field).to_be_focused()
    field.fill("gạo tám mẫu")
    expect(page.locator(".picks button").filter(has_text="Gạo tám mẫu")).to_have_count(0)
    page.get_by_role("button", name="Bỏ khỏi bảng Rượu nếp mẫu").click()
    expect(page.locator(".cmp thead th")).to_have_count(2)
    assert page.url == f"{full_url}/so-sanh/?a=gao-mau&b=chieu-coi-mau"
    other = page.locator("footer a[hreflang=en]")
    expect(other).to_have_attribute("href", re.compile(r"\?a=gao-mau&b=chieu-coi-mau$"))


def test_ids_of_old_and_twins_are_one_column(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/so-sanh/?a=ruou-mau-cu&b=ruou-mau&c=gao-mau&d=..%2Fx")
    expect(page.locator(".cmp")).to_be_visible()
    assert columns(page) == ["Rượu nếp mẫu", "Gạo tám mẫu"]
    assert page.url == f"{full_url}/so-sanh/?a=ruou-mau&b=gao-mau"


def test_on_a_phone_the_first_column_stays(phone: Page, full_url: str) -> None:
    phone.goto(full_url + PAIR + "&c=banh-mau&d=tra-mau")
    table = phone.locator(".cmp")
    expect(table).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    table.evaluate("(e) => { e.scrollLeft = e.scrollWidth }")
    expect(row(phone, "Hạng sao").locator("th")).to_be_in_viewport(ratio=1)
    expect(row(phone, "Hạng sao").locator("td").last).to_be_in_viewport(ratio=0.9)
    expect(row(phone, "Hạng sao").locator("td").first).not_to_be_in_viewport()


def test_four_products_print_on_one_page(desk: Page, full_url: str) -> None:
    desk.goto(full_url + PAIR + "&c=banh-mau&d=tra-mau")
    expect(desk.locator(".cmp thead th")).to_have_count(4)
    printed = pypdfium2.PdfDocument(desk.pdf(prefer_css_page_size=True))
    assert len(printed) == 1
    text = printed[0].get_textpage().get_text_range()
    for name in ("Rượu nếp mẫu", "Gạo tám mẫu", "Bánh đa mẫu", "Trà hoa mẫu"):
        assert name in text
    assert "Bỏ khỏi bảng" not in text


def test_the_table_is_a_file_too(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/en{PAIR}")
    with page.expect_download() as got:
        page.get_by_role("button", name="Download spreadsheet").click()
    content = Path(got.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 3
    assert "Rượu nếp mẫu" in content.decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_the_table_is_accessible(screen: Page, full_url: str, prefix: str, scheme: str) -> None:
    screen.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    screen.goto(f"{full_url}{prefix}{PAIR}&c=banh-mau")
    expect(screen.locator(".cmp")).to_be_visible()
    screen.locator("#pick").fill("mau")
    expect(screen.locator(".picks button").first).to_be_visible()
    assert violations(screen) == []


def test_on_english_pages_vietnamese_names_are_marked(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/en{PAIR}")
    expect(page.locator(".cmp thead th a [lang=vi]")).to_have_count(2)
    assert columns(page) == ["Rượu nếp mẫu", "Gạo tám mẫu"]
