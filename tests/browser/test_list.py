"""My list and the buttons that fill it: kept on the device, shared by address as a copy."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.visitor import KEPT, ids, keep, moves

PHONE = {"width": 360, "height": 640}


@pytest.fixture(autouse=True)
def visitor(page: Page) -> None:
    """Buttons come when somebody is there."""
    moves(page)


def rows(page: Page) -> Locator:
    return page.locator(".kept")


@pytest.fixture
def three(page: Page) -> Page:
    """A page whose visitor keeps three products."""
    keep(
        page,
        ("gao-mau", "Gạo tám mẫu", ""),
        ("ruou-mau", "Rượu nếp mẫu", "hỏi giá"),
        ("bun-mau", "Bún khô mẫu", ""),
    )
    return page


def test_a_card_is_kept_counted_and_let_go(screen: Page, full_url: str) -> None:
    screen.goto(f"{full_url}/san-pham/")
    button = screen.get_by_role("button", name="Thêm vào danh sách: Bánh đa mẫu")
    expect(button).to_have_attribute("aria-pressed", "false")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(screen.locator(".toast")).to_contain_text("Đã thêm Bánh đa mẫu vào danh sách.")
    expect(screen.locator("[data-list-count]")).to_have_attribute(
        "aria-label", "Danh sách của tôi, 1 sản phẩm"
    )
    assert ids(screen) == ["banh-mau"]
    assert screen.url == f"{full_url}/san-pham/", "the card's own link was not followed"
    button.click()
    assert ids(screen) == []
    screen.get_by_role("button", name="Hoàn tác").click()
    assert ids(screen) == ["banh-mau"]


def test_buttons_are_for_fingers_and_move_nothing(phone: Page, full_url: str) -> None:
    phone.add_init_script(
        "addEventListener('load', () => { window.before ="
        " document.querySelector('.card:last-child').getBoundingClientRect().top + scrollY })"
    )
    phone.goto(f"{full_url}/san-pham/")
    button = phone.locator(".card .keep button").first
    expect(button).to_be_visible()
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44
    now = phone.evaluate(
        "document.querySelector('.card:last-child').getBoundingClientRect().top + scrollY"
    )
    assert abs(now - phone.evaluate("window.before")) < 1
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_products_page_says_whether_it_is_kept(page: Page, full_url: str) -> None:
    page.goto(f"{full_url}/en/san-pham/ruou-mau/")
    page.get_by_role("button", name="Add to list", exact=True).click()
    expect(page.get_by_role("button", name="In your list")).to_be_visible()
    page.reload()
    expect(page.get_by_role("button", name="In your list")).to_be_visible()
    assert page.evaluate(KEPT)[0]["name"] == "Rượu nếp mẫu"


def test_the_list_shows_what_the_pages_say(three: Page, full_url: str) -> None:
    three.goto(f"{full_url}/danh-sach/")
    expect(rows(three)).to_have_count(3)
    wine = rows(three).nth(1)
    expect(wine.get_by_role("link", name="Rượu nếp mẫu")).to_have_attribute(
        "href", f"{full_url}/san-pham/ruou-mau/"
    )
    expect(wine.locator("[data-word]")).to_have_text(re.compile(r"\S"))
    expect(wine.locator(".by")).to_contain_text("Hợp tác xã mẫu Kim Sơn")
    expect(wine.get_by_label("Ghi chú về Rượu nếp mẫu")).to_have_value("hỏi giá")
    assert wine.locator("sup").count() == 0


def test_notes_and_order_stay(three: Page, full_url: str) -> None:
    three.goto(f"{full_url}/danh-sach/")
    note = three.get_by_label("Ghi chú về Bún khô mẫu")
    note.fill("300 túi, giao thứ hai")
    note.blur()
    up = three.get_by_role("button", name="Đưa Bún khô mẫu lên")
    up.click()
    expect(up).to_be_focused()
    expect(three.locator(".toast")).to_have_text("Bún khô mẫu: vị trí 2 trong 3")
    up.click()
    assert ids(three) == ["bun-mau", "gao-mau", "ruou-mau"]
    expect(up).to_be_disabled()
    expect(three.get_by_role("button", name="Đưa Bún khô mẫu xuống")).to_be_focused()
    three.reload()
    expect(rows(three).first).to_contain_text("Bún khô mẫu")
    expect(note).to_have_value("300 túi, giao thứ hai")


def test_what_is_removed_can_come_back(three: Page, full_url: str) -> None:
    three.goto(f"{full_url}/danh-sach/")
    three.get_by_role("button", name="Bỏ Gạo tám mẫu khỏi danh sách").click()
    assert ids(three) == ["ruou-mau", "bun-mau"]
    expect(rows(three).first.get_by_role("link").first).to_be_focused()
    three.get_by_role("button", name="Hoàn tác").click()
    assert ids(three) == ["gao-mau", "ruou-mau", "bun-mau"]
    three.get_by_role("button", name="Xoá hết").click()
    expect(three.get_by_role("heading", name="Danh sách còn trống")).to_be_visible()
    three.get_by_role("button", name="Hoàn tác").click()
    expect(rows(three)).to_have_count(3)


def test_an_id_of_old_becomes_the_records_own(page: Page, full_url: str) -> None:
    keep(page, ("ruou-mau-cu", "Rượu cũ", "giữ lại"), ("gao-mau", "Gạo", ""))
    page.goto(f"{full_url}/danh-sach/")
    expect(page.get_by_label("Ghi chú về Rượu nếp mẫu")).to_have_value("giữ lại")
    assert ids(page) == ["ruou-mau", "gao-mau"]


def test_what_is_gone_or_withdrawn_is_said(
    page: Page, full_url: str, complaints: list[str]
) -> None:
    keep(page, ("khong-co", "Không còn nữa", "xưa"), ("non-mau", "Nón lá mẫu", ""))
    page.goto(f"{full_url}/danh-sach/")
    expect(rows(page).first).to_contain_text("Danh mục không còn trang của sản phẩm này.")
    expect(rows(page).first).to_contain_text("Không còn nữa")
    expect(rows(page).nth(1)).to_contain_text("Bản ghi đã gỡ khỏi danh mục.")
    complaints.clear()  # the browser's own word on the missing page


def test_without_a_connection_names_and_notes_stay(
    three: Page, full_url: str, complaints: list[str]
) -> None:
    three.route("**/san-pham/gao-mau/", lambda route: route.abort())
    three.goto(f"{full_url}/danh-sach/")
    expect(rows(three).first).to_contain_text("Gạo tám mẫu")
    expect(rows(three).first).to_contain_text("Chưa tải được thông tin")
    three.unroute("**/san-pham/gao-mau/")
    three.get_by_role("button", name="Thử lại").click()
    expect(rows(three).first.locator(".by")).to_contain_text("Hợp tác xã mẫu Kim Sơn")
    complaints.clear()


def test_a_shared_address_opens_a_copy(three: Page, full_url: str) -> None:
    three.goto(f"{full_url}/danh-sach/")
    three.get_by_role("button", name="Chia sẻ").click()
    field = three.get_by_label("Địa chỉ", exact=True)
    assert field.input_value() == f"{full_url}/danh-sach/#sp=gao-mau.ruou-mau.bun-mau"
    three.get_by_label("Kèm ghi chú của tôi").check()
    address = field.input_value()
    assert address.endswith("&c2=h%E1%BB%8Fi+gi%C3%A1")
    three.evaluate(
        "localStorage.setItem('/danh-sach', JSON.stringify({items: [{id: 'tra-mau',"
        " name: 'Trà hoa mẫu', note: 'của tôi'}, {id: 'ruou-mau', name: 'Rượu',"
        " note: 'ghi chú riêng'}]}))"
    )
    three.goto(f"{full_url}/gioi-thieu/")
    three.goto(address)
    expect(three.get_by_role("heading", level=1)).to_have_text("Danh sách được chia sẻ")
    expect(rows(three)).to_have_count(3)
    expect(rows(three).nth(1)).to_contain_text("hỏi giá")
    expect(rows(three).locator("textarea")).to_have_count(0)
    assert ids(three) == ["tra-mau", "ruou-mau"], "looking at a copy changes nothing"
    three.get_by_role("button", name="Thêm 2 sản phẩm vào danh sách của tôi").click()
    three.wait_for_url(f"{full_url}/danh-sach/")
    assert ids(three) == ["tra-mau", "ruou-mau", "gao-mau", "bun-mau"]
    assert three.evaluate(KEPT)[1]["note"] == "ghi chú riêng"
    assert three.evaluate(KEPT)[2]["name"] == "Gạo tám mẫu"


@pytest.mark.parametrize("hash", ["#sp=", "#sp=..%2F..", "#sp=<img src=x>", "#sp=A.b_c"])
def test_an_address_without_products_says_so(page: Page, full_url: str, hash: str) -> None:
    page.goto(f"{full_url}/danh-sach/{hash}")
    expect(page.locator("[data-mine]")).to_contain_text("Không đọc được sản phẩm nào")
    expect(rows(page)).to_have_count(0)


def test_the_text_to_send_holds_days_and_no_states(three: Page, full_url: str) -> None:
    three.goto(f"{full_url}/danh-sach/")
    three.get_by_role("button", name="Gửi dạng văn bản").click()
    area = three.locator(".panel textarea")
    expect(area).to_have_value(re.compile(r"^Sản phẩm OCOP Ninh Bình \(3\)\n\n1\. Gạo tám mẫu\n"))
    text = area.input_value()
    assert "2. Rượu nếp mẫu\n   Đã đạt 4 sao (2025)." in text
    assert "20/12/2028" in text
    assert f"{full_url}/san-pham/ruou-mau/" in text
    assert "Ghi chú: hỏi giá" in text
    assert not re.search(r"còn hiệu lực|hết hạn \(", text, re.IGNORECASE)


def test_the_spreadsheet_opens_in_excel(three: Page, full_url: str) -> None:
    three.goto(f"{full_url}/danh-sach/")
    note = three.get_by_label("Ghi chú về Gạo tám mẫu")
    note.fill('=1+1 "rẻ", tươi')
    note.blur()
    with three.expect_download() as got:
        three.get_by_role("button", name="Tải bảng tính").click()
    assert got.value.suggested_filename == "danh-sach-ocop.csv"
    content = Path(got.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["Sản phẩm"] for row in table] == ["Gạo tám mẫu", "Rượu nếp mẫu", "Bún khô mẫu"]
    assert table[0]["Ghi chú"] == '\'=1+1 "rẻ", tươi', "no formula"
    assert table[1]["Giá trị ít nhất đến ngày"] == "2028-12-20"
    assert table[1]["Trang"] == f"{full_url}/san-pham/ruou-mau/"
    assert "còn hiệu lực" not in content.decode().lower()


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("new DOMException('', 'QuotaExceededError')", "Bộ nhớ của trình duyệt đã đầy"),
        ("new DOMException('', 'SecurityError')", "Trình duyệt không cho trang này lưu"),
    ],
)
def test_a_memory_that_is_full_or_refused_is_said(
    page: Page, full_url: str, error: str, said: str
) -> None:
    page.add_init_script(
        f"localStorage.setItem('khac', '1');Storage.prototype.setItem = () => {{ throw {error}; }}"
    )
    page.goto(f"{full_url}/san-pham/")
    button = page.locator(".card .keep button").first
    button.click()
    expect(page.locator(".toast")).to_contain_text(said)
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_list_that_cannot_be_read_is_an_empty_one(page: Page, full_url: str) -> None:
    page.add_init_script("localStorage.setItem('/danh-sach', '{\"items\": [1, null, {\"id\": 7}')")
    page.goto(f"{full_url}/danh-sach/")
    expect(page.get_by_role("heading", name="Danh sách còn trống")).to_be_visible()


def test_another_tab_follows(three: Page, full_url: str) -> None:
    three.goto(f"{full_url}/danh-sach/")
    other = three.context.new_page()
    other.goto(f"{full_url}/san-pham/tra-mau/")
    other.get_by_role("button", name="Thêm vào danh sách", exact=True).click()
    expect(rows(three)).to_have_count(4)


def test_names_and_notes_are_never_markup(page: Page, full_url: str) -> None:
    keep(page, ("gao-mau", "<img src=x onerror='throw 1'>", "<b>đậm</b>"))
    page.goto(f"{full_url}/san-pham/gao-mau/")
    page.goto(f"{full_url}/danh-sach/")
    expect(page.locator(".kept textarea")).to_have_value("<b>đậm</b>")
    assert page.locator(".kept .note b, .kept img[src=x]").count() == 0


@pytest.mark.parametrize("address", ["/danh-sach/", "/en/so-sanh/"])
def test_without_scripts_the_page_says_what_it_needs(
    full_url: str, new_context: Callable[..., object], address: str
) -> None:
    made: Page = new_context(java_script_enabled=False, viewport=PHONE).new_page()  # type: ignore[attr-defined]
    made.goto(full_url + address)
    expect(made.locator("#noi-dung noscript .notice")).to_be_visible()
    expect(made.locator("[data-wait]")).to_be_hidden()
    assert made.locator("#noi-dung button").count() == 0
    made.goto(f"{full_url}/san-pham/")
    expect(made.locator(".keep")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_the_filled_list_is_accessible(
    three: Page, full_url: str, prefix: str, scheme: str
) -> None:
    three.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    three.set_viewport_size({"width": 360, "height": 640})
    three.goto(f"{full_url}{prefix}/danh-sach/")
    expect(three.locator(".kept .by")).to_have_count(3)
    three.locator(".kept button[data-compare]").first.click()
    expect(three.locator(".tray")).to_be_visible()
    three.locator(".bar-acts button:has(.i-share)").click()
    assert violations(three) == []
    assert three.evaluate("document.documentElement.scrollWidth") <= 360
