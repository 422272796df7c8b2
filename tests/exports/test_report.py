"""The table of the data report, read as a spreadsheet program reads it."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from functools import cache

import pytest

from scripts import exports, i18n, records
from scripts.exports import report
from scripts.model import gaps
from scripts.model.build import build
from scripts.model.types import Catalogue
from scripts.pages.types import Settings
from tests.builder import CATALOGUES, TODAY
from tests.model.world import reading, record

SETTINGS = Settings(build_day=TODAY, site_url="https://ocop.example/kho/")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORDS = i18n.table("vi")


@cache
def full() -> Catalogue:
    return build(records.read(CATALOGUES / "full" / "products"), TODAY)


def rows(content: bytes) -> dict[str, dict[str, str]]:
    """Each row by its id: the cells by the name of their column, gaps with "gap." before it."""
    reader = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    head, *body = list(reader)
    kinds = [f"gap.{kind}" for kind in gaps.PRODUCT]
    assert head == [WORDS[f"report.csv.{column}"] for column in report.COLUMNS] + [
        WORDS[kind] for kind in kinds
    ]
    keys = [*report.COLUMNS, *kinds]
    return {row[0]: dict(zip(keys, row, strict=True)) for row in body}


@cache
def table() -> dict[str, dict[str, str]]:
    return rows(report.data(full(), SETTINGS))


def test_it_is_one_file_of_the_site() -> None:
    [asset] = [a for a in exports.all(full(), (), SETTINGS) if a.address.endswith(".csv")]
    assert asset.address == "/cho-can-bo/bao-cao-du-lieu.csv"
    assert asset.content() == report.data(full(), SETTINGS)


def test_a_spreadsheet_program_knows_its_letters_and_its_lines() -> None:
    content = report.data(full(), SETTINGS)
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert content.count(b"\n") == content.count(b"\r\n") == 1 + len(full().products)


def test_each_product_has_one_row_and_withdrawn_ones_none() -> None:
    assert list(table()) == [product.id for product in full().products]
    assert "non-mau" not in table()


def test_a_row_says_what_is_known() -> None:
    row = table()["nuoc-mam-mau"]
    assert {key: row[key] for key in report.COLUMNS} == {
        "id": "nuoc-mam-mau",
        "name": "Nước mắm mẫu",
        "stars": "4",
        "start-first": "2021-12-13",
        "start-last": "2021-12-13",
        "end-first": "2024-12-13",
        "end-last": "2024-12-13",
        "revoked-first": "",
        "revoked-last": "",
        "evidence": "Theo quyết định đã đọc",
        "decision": "2700/QĐ-UBND",
        "maker": "Hộ kinh doanh (không nêu tên theo đề nghị)",
        "communes": "Xã Quỹ Nhất",
        "then": "xã Nghĩa Bình, huyện Nghĩa Hưng, Nam Định",
        "district": "Huyện Nghĩa Hưng",
        "province": "Tỉnh Nam Định",
        "group": "Sản phẩm thực phẩm",
        "leaf": "Tương, nước mắm, gia vị dạng lỏng khác",
        "reviewed": "",
        "page": "https://ocop.example/kho/san-pham/nuoc-mam-mau/",
        "file": "products/n/nuoc-mam-mau/product.yml",
        "gaps": "3",
    }


def test_each_gap_has_its_column() -> None:
    for product in full().products:
        row = table()[product.id]
        found = gaps.of_product(product)
        assert [kind for kind in gaps.PRODUCT if row[f"gap.{kind}"]] == list(found)
        assert {row[f"gap.{kind}"] for kind in gaps.PRODUCT} <= {"", "1"}
        assert row["gaps"] == str(len(found))


@pytest.mark.parametrize(
    ("id", "name", "first", "last"),
    [
        ("keo-mau", "start", "2026-09-01", "2026-09-30"),
        ("keo-mau", "end", "2029-09-01", "2029-09-30"),
        ("mat-ong-mau", "start", "", "2022-05-31"),
        ("du-lich-mau", "end", "2028-06-26", ""),
        ("tra-mau", "start", "", ""),
        ("chieu-coi-mau", "revoked", "2026-03-10", "2026-03-10"),
    ],
)
def test_days_known_in_part_stay_spans(id: str, name: str, first: str, last: str) -> None:
    row = table()[id]
    assert (row[f"{name}-first"], row[f"{name}-last"]) == (first, last)


def test_of_certificates_in_doubtful_order_all_is_told() -> None:
    row = table()["banh-mau"]
    assert row["stars"] == "4; 3"
    assert (row["start-first"], row["start-last"]) == ("2024-01-01", "2024-12-31")
    assert row["evidence"] == "Theo báo chí, chưa đối chiếu quyết định"
    assert row["gap.order"] == "1"


def test_a_bound_that_one_of_them_leaves_open_is_not_told() -> None:
    known = {"evidence": "press", "issued": "2024"}
    handed_over = {"date": "2024-05", "event": "Trao giấy"}
    open_start = {"evidence": "press", "not_after": handed_over}
    product = record("product", "a", name="Gạo", certificates=[known, open_start])
    row = rows(report.data(build(reading(product), TODAY), SETTINGS))["a"]
    assert (row["start-first"], row["start-last"]) == ("", "2024-12-31")


def test_a_split_commune_names_both_candidates() -> None:
    assert table()["chieu-coi-mau"]["communes"] == "Xã Gia Vân; Phường Tây Hoa Lư"


def test_no_cell_states_a_validity() -> None:
    stated = re.compile(r"(?i)hiệu lực|hết hạn|đã thu hồi|thời hạn")
    for row in table().values():
        assert not [cell for cell in row.values() if stated.search(cell)]
        days = {key: cell for key, cell in row.items() if key.endswith(("-first", "-last"))}
        assert all(DAY.fullmatch(cell) or not cell for cell in days.values())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_no_cell_is_a_formula(sign: str) -> None:
    product = full().by_id["gao-mau"]
    name = f'{sign}HYPERLINK("https://example.org", "x")'
    hostile = replace(product, written=product.written.model_copy(update={"name": name}))
    content = report.data(replace(full(), products=(hostile,)), SETTINGS)
    assert rows(content)["gao-mau"]["name"] == f"'{name}"


def test_without_a_site_url_the_page_is_its_address() -> None:
    bare = rows(report.data(full(), replace(SETTINGS, site_url=None)))
    assert bare["gao-mau"]["page"] == "/san-pham/gao-mau/"
