"""The data report as staff read it: dated counts, what is due, what each record lacks."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from scripts import pages
from scripts.model.addresses import GUIDE, REPORT, REPORT_FILE
from scripts.model.types import Catalogue, Product, Status
from scripts.pages.kinds import report
from scripts.pages.types import Editorial, Page, Settings
from scripts.pages.views import listing
from tests.built.reader import Document, Element, parse
from tests.pages import made

PRODUCTS, MAKERS = f"{REPORT}san-pham/", f"{REPORT}chu-the/"
MANY = 200
SMALL = 60_000
"""Bytes of a body that still opens at once on a slow phone."""


def tables(address: str) -> dict[str, list[list[str]]]:
    """The cells of each table, row by row, by the heading before it."""
    found: dict[str, list[list[str]]] = {}
    heading = ""
    for element in made.body(address).elements:
        if element.tag in ("h2", "h3"):
            heading = element.text
        elif element.tag == "tr":
            found.setdefault(heading, []).append([])
        elif element.tag in ("th", "td"):
            found[heading][-1].append(" ".join(element.text.split()))
    return found


def entry(body: Document, name: str) -> Element:
    [item] = [e for e in body.all("li") if e.text.strip().startswith(name)]
    return item


@cache
def larger(expiring: int = 0) -> Catalogue:
    """The full catalogue with many more products; so many of them run out soon."""
    catalogue = made.catalogue()
    model = catalogue.by_id["gao-mau"]
    more = [copy(model, n) for n in range(MANY)]
    soon = {product.id: Status.EXPIRING for product in more[:expiring]}
    later = {product.id: Status.VALID for product in more[expiring:]}
    return replace(
        catalogue,
        products=(*catalogue.products, *more),
        states={**catalogue.states, **soon, **later},
    )


def copy(product: Product, n: int) -> Product:
    written = product.written.model_copy(update={"id": f"gao-{n}", "name": f"Gạo {n:03}"})
    return replace(product, id=f"gao-{n}", address=f"/san-pham/gao-{n}/", written=written)


def of(catalogue: Catalogue, settings: Settings = made.SETTINGS) -> dict[str, Page]:
    made_of = pages.all(catalogue, settings)
    return {page.address: page for page in made_of if page.kind in ("report", "report-list")}


def test_staff_pages_are_in_no_index() -> None:
    found = of(made.catalogue())
    assert {REPORT, PRODUCTS, MAKERS} <= found.keys()
    assert not any(page.indexed for page in found.values())


def test_every_count_of_certificates_in_force_names_its_day() -> None:
    for prefix, header in (("", "Còn hiệu lực ngày 24/11/2026"), ("/en", "Valid on 24 November")):
        heads = [rows[0] for rows in tables(prefix + REPORT).values()]
        dated = [cell for head in heads for cell in head if cell.startswith(header)]
        assert len(dated) == 5
    assert ["Còn hiệu lực", "6"] in tables(REPORT)["Theo thời hạn"]
    assert "Theo giấy chứng nhận đã biết, tính đến ngày 24/11/2026." in made.text(made.body(REPORT))


def test_counts_stand_beside_published_figures_with_date_and_source() -> None:
    stars = tables(REPORT)["Theo hạng sao"]
    assert stars[1] == ["5 sao", "1", "1", "11 14/10/2025"], "1 product, note 1"
    assert stars[4] == ["Chưa rõ", "1", "0", ""]
    body = made.body(REPORT)
    assert "số liệu công bố 14/10/2025: 30" in made.text(body)
    assert [e.attributes["id"] for e in body.all("li") if "id" in e.attributes] == ["n1"]


def test_places_and_groups_lead_to_their_pages() -> None:
    hrefs = {e.text: e.attributes["href"] for e in made.body(REPORT).all("a")}
    assert hrefs["Huyện Kim Sơn (cũ)"] == "../../dia-phuong/huyen-kim-son-cu/"
    assert hrefs["Rượu trắng"] == "../../nhom/do-uong/ruou-trang/"
    assert hrefs["2024"] == "../../nam/2024/"
    assert hrefs["Từng sản phẩm"] == f"../..{PRODUCTS}"
    assert hrefs["Tải bảng .csv"] == f"../..{REPORT_FILE}"


def test_what_is_due_is_listed_with_its_day_and_no_word_on_the_state() -> None:
    [due] = [e for e in made.body(REPORT).all("ul") if "lst" in e.attributes.get("class", "")]
    assert " ".join(due.text.split()) == "Gạo tám mẫu 10/1/2027 Hợp tác xã mẫu Kim Sơn · Xã Gia Vân"
    assert "Tính từ ngày 24/11/2026: 1 sản phẩm" in made.text(made.body(REPORT))


def test_of_many_due_the_first_are_listed_and_the_rest_counted() -> None:
    body = parse(REPORT, of(larger(expiring=100))[REPORT].render())
    [due] = [e for e in body.all("ul") if "lst" in e.attributes.get("class", "")]
    assert due.text.count("10/1/2027") == report.DUE_SHOWN
    assert "Tính từ ngày 24/11/2026: 101 sản phẩm" in made.text(body)
    assert f"Còn {101 - report.DUE_SHOWN} sản phẩm nữa" in made.text(body)


def test_gaps_are_counted_for_products_and_makers() -> None:
    found = tables(REPORT)
    assert ["chưa có ảnh", "11"] in found["Sản phẩm"]
    assert ["có nguồn http, chưa phải https", "0"] in found["Sản phẩm"]
    assert ["chưa có trang web", "1"] in found["Chủ thể"]


def test_each_record_names_what_it_lacks_and_leads_to_its_page_and_file() -> None:
    body = made.body(PRODUCTS)
    item = entry(body, "Rượu nếp mẫu")
    assert item.text.strip().endswith("các nguồn nói khác nhau · chưa đủ tiếng Anh · có nguồn yếu")
    hrefs = [e.attributes["href"] for e in body.all("a") if item in e.ancestors]
    assert hrefs == [
        "../../../san-pham/ruou-mau/",
        "https://example.org/kho/blob/HEAD/products/r/ruou-mau/product.yml",
    ]
    assert "Nón lá mẫu" not in made.text(body), "withdrawn"


def test_a_household_that_is_not_named_stays_unnamed() -> None:
    text = made.text(made.body(MAKERS))
    assert "Nguyễn Văn Mẫu" not in text
    item = entry(made.body(MAKERS), "Hộ kinh doanh (không nêu tên theo đề nghị)")
    assert item.text.strip().endswith("không thiếu điều nào trong các điều được xét")


def test_without_a_repository_there_are_no_file_links() -> None:
    bare = replace(made.SETTINGS, repo_url=None)
    body = parse(PRODUCTS, of(made.catalogue(), bare)[PRODUCTS].render())
    assert not [e for e in body.all("a") if "://" in e.attributes["href"]]
    assert "Xem bản ghi" not in made.text(body)


@pytest.mark.parametrize("there", [True, False])
def test_the_guide_is_linked_where_it_is_there(there: bool) -> None:
    guide = (Editorial(address=GUIDE, language="vi", title="Hướng dẫn"),) if there else ()
    settings = replace(made.SETTINGS, editorial=(*made.SETTINGS.editorial, *guide))
    body = parse(REPORT, of(made.catalogue(), settings)[REPORT].render())
    hrefs = [e.attributes["href"] for e in body.all("a")]
    assert (f"../..{GUIDE}" in hrefs) is there


def test_the_lists_come_in_pages_and_the_report_does_not_grow() -> None:
    found = of(larger(expiring=MANY))
    count = MANY + len(made.catalogue().products)
    sheets = [listing.address(PRODUCTS, n) for n in range(1, 1 + -(-count // listing.ROWS))]
    assert [a for a in found if a.startswith(PRODUCTS)] == sheets
    names = [
        e.text
        for address in sheets
        for e in parse(address, found[address].render()).all("a")
        if "/san-pham/gao-" in e.attributes["href"] and e.attributes["href"].endswith("/")
    ]
    assert names == ["Gạo tám mẫu", *(f"Gạo {n:03}" for n in range(MANY))]
    for address in (REPORT, *sheets):
        assert len(found[address].render().encode()) < SMALL, address
