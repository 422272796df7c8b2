"""What the rules must let pass: the good values beside the bad ones of the cases."""

from __future__ import annotations

from datetime import date

import pytest

from scripts.checks.nearest import Vocabulary
from scripts.checks.places import same
from scripts.checks.trade import check_digit
from tests.builder import CatalogueFolder

MINIMAL = "products/s/san-pham-mau/product.yml"
FULL = "products/r/ruou-mau/product.yml"
RICE = "products/g/gao-mau/product.yml"
FACT = "Mỗi mẻ rượu mẫu ủ trong mười ngày."
SUMMARY = "Rượu chưng cất từ gạo nếp, dùng để kiểm thử."
ADDRESS = "https://example.org/bao/2021"


def rules(folder: CatalogueFolder, today: date = date(2026, 11, 24)) -> list[str]:
    """The rules that find something, but for the pair of `full` whose order is not known."""
    found = [problem.rule for problem in folder.problems(today)]
    return [rule for rule in found if rule != "certificate-overlap"]


@pytest.mark.parametrize(
    ("stars", "score", "issuer"),
    [
        (3, 50, "province"),
        (3, 69.99, "province"),
        (4, 70, "province"),
        (4, 89.99, "province"),
        (5, 90, "ministry"),
        (5, 100, "ministry"),
    ],
)
def test_scores_at_their_bounds(stars: int, score: float, issuer: str) -> None:
    folder = CatalogueFolder.copy("minimal").change(
        MINIMAL, "stars: 4", f"stars: {stars}\n    score: {score}"
    )
    if issuer == "ministry":
        folder.change("products/_lists/issuers.yml", "level: province", "level: ministry")
    assert rules(folder) == []


@pytest.mark.parametrize(
    ("stars", "level", "issued"),
    [
        (3, "province", "2023-02-23"),
        (3, "district", "2023-02-24"),
        (3, "district", "2025-06-30"),
        (3, "province", "2025-07-06"),
        (3, "district", "2023"),
        (3, "province", "2023"),
        (4, "province", "2019-08-21"),
        (4, "province", "2024"),
        (5, "ministry", "2025-06-26"),
    ],
)
def test_who_certified_when(stars: int, level: str, issued: str) -> None:
    folder = (
        CatalogueFolder.copy("minimal")
        .change(MINIMAL, "stars: 4", f"stars: {stars}")
        .change(MINIMAL, "2025-12-20", issued)
        .change("products/_lists/issuers.yml", "level: province", f"level: {level}")
    )
    assert rules(folder) == []


def test_a_decision_that_names_older_rules_fits_their_level() -> None:
    folder = CatalogueFolder.copy("full")
    folder.change("products/_decisions/qd-tinh-2021-mau.yml", "2021-12-13", "2023-09-19")
    folder.change("products/n/nuoc-mam-mau/product.yml", 'issued: "2021-12-13"', 'issued: "2023"')
    folder.change(FULL, 'issued: "2021-12-13"', 'issued: "2023-09-19"')
    assert rules(folder) == ["decision-law"]


@pytest.mark.parametrize("day", [date(2025, 12, 20), date(2026, 11, 24), date(2030, 1, 1)])
def test_the_day_of_issue_is_not_in_the_future(day: date) -> None:
    folder = CatalogueFolder.copy("minimal")
    folder.change("products/_lists/publisher.yml", "2026-11-24", "2025-01-01")
    assert rules(folder, day) == []


@pytest.mark.parametrize("until", ["2028-12-20", "2028-12", "2028"], ids=["day", "month", "year"])
def test_an_end_after_36_months(until: str) -> None:
    folder = CatalogueFolder.copy("minimal").change(
        MINIMAL, "issued_basis: press", f'issued_basis: press\n    valid_until: "{until}"'
    )
    assert rules(folder) == []


@pytest.mark.parametrize("commune", ["xã Ân Hòa", "Xã Ân Hoà", "Ân Hòa", "XÃ ÂN HÒA"])
@pytest.mark.parametrize("district", ["huyện Kim Sơn", "Kim Sơn", "Huyện KIM SƠN"])
def test_spellings_of_a_place(commune: str, district: str) -> None:
    folder = CatalogueFolder.copy("full").change(FULL, "commune: xã Ân Hòa", f"commune: {commune}")
    assert rules(folder.change(FULL, "district: huyện Kim Sơn", f"district: {district}")) == []


def test_a_split_unit_may_stay_unknown() -> None:
    folder = CatalogueFolder.copy("full")
    folder.change(RICE, '  code: "14488"\n  code_basis: staff\n', "  code_basis: unknown\n")
    assert rules(folder) == []


def test_a_commune_of_today_needs_no_district() -> None:
    folder = CatalogueFolder.copy("full")
    folder.change(
        FULL, "  commune: xã Ân Hòa\n  district: huyện Kim Sơn\n", "  commune: Xã Kim Sơn\n"
    )
    assert rules(folder) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://www.vietnam.vn/id/yen-mo-trao-giay-chung-nhan-san-pham-ocop-3-sao",
        "https://xn--vietnam-1ya.vn/",
        "https://sct.hanam.gov.vn/Pages/a.aspx?id=1&b=%C3%A1#x",
        "https://báo.vn/tin-tức",
        "HTTPS://EXAMPLE.ORG/A",
        "https://example.org/a(b)'c,d;e=f!g*h@i",
        "https://youtu.be/abc",
    ],
)
def test_addresses(address: str) -> None:
    assert rules(CatalogueFolder.copy("full").change(FULL, ADDRESS, address)) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://127.1/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://example.org./",
        "https://a..vn/",
        "https://-a.vn/",
        "https://router.lan/",
        "https://ninhbinh/",
    ],
)
def test_hosts_that_are_not_public(address: str) -> None:
    assert rules(CatalogueFolder.copy("full").change(FULL, ADDRESS, address)) == ["url-host"]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định 0123/QĐ-UBND ngày 05/06/2020.",
        "Mã vạch 8930000000002 in trên chai.",
        "Từ năm 2019-2020 có 1.250.000 chai.",
        "Đạt 0,5 đến 0,8 gam trong 100 ml, lô 0501-2026.",
        "Giải thứ nhất, thống nhất nhãn, nhất là loại 45 độ, ở xã Quỹ Nhất.",
        "Công ty hợp nhất năm 2020, nhất định ghi rõ.",
    ],
)
@pytest.mark.parametrize("place", [FACT, SUMMARY], ids=["fact", "summary"])
def test_sentences(text: str, place: str) -> None:
    assert rules(CatalogueFolder.copy("full").change(FULL, place, text)) == []


@pytest.mark.parametrize(
    "name",
    [
        "Rượu nếp 29%",
        "Rượu “Lai Thành”",
        "Rượu nếp (loại 1)",
        "ABC",
        "Rượu OCEAN Sao Mai",
        "Vina Spirit",
        "45",
    ],
)
def test_names(name: str) -> None:
    folder = CatalogueFolder.copy("full").change(FULL, "name: Rượu nếp mẫu", f'name: "{name}"')
    assert rules(folder) == []


def test_names_that_are_alike_but_are_not_one() -> None:
    folder = CatalogueFolder.copy("full")
    folder.change(FULL, "name: Rượu nếp mẫu", "name: Rượu nếp mẫu 29 độ")
    folder.change(RICE, "name: Gạo tám mẫu", "name: Rượu nếp mẫu 39 độ")
    assert rules(folder) == []


def test_one_name_of_two_makers_is_no_duplicate() -> None:
    folder = CatalogueFolder.copy("full")
    folder.change("products/n/nuoc-mam-mau/product.yml", "name: Nước mắm mẫu", "name: Gạo tám mẫu")
    assert rules(folder) == []


def test_nothing_is_said_of_a_record_that_could_not_be_read() -> None:
    folder = CatalogueFolder.copy("full")
    folder.change("products/_producers/c/co-so-mau.yml", "kind: cooperative", "kind: coop")
    assert rules(folder) == ["field-value"]


def test_pictures_of_a_record_that_could_not_be_read_are_left_alone() -> None:
    folder = CatalogueFolder.copy("full").change(FULL, "stars: 4", "stars: 6")
    assert rules(folder) == ["field-value"]


@pytest.mark.parametrize(
    ("digits", "last"),
    [("893000000000", 2), ("0893000000000", 2), ("03600029145", 2), ("9638507", 4)],
)
def test_check_digit(digits: str, last: int) -> None:
    assert check_digit(digits) == last


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Hoà", "Hòa", True),
        ("Uý", "Úy", True),
        ("Trực Hưng", "Trực Hùng", False),
        ("Đông", "Dông", False),
        ("Ân Hòa", "An Hoa", False),
    ],
)
def test_same_words(first: str, second: str, alike: bool) -> None:
    assert (same(first) == same(second)) is alike


def test_nearest_word_among_many() -> None:
    words = Vocabulary([f"com-chay-{n}" for n in range(5000)] + ["ruou-kim-son", "do-dong"])
    assert words.nearest("ruou-kim-sn") == "ruou-kim-son"
    assert words.nearest("dodong") == "do-dong"
    assert words.nearest("xyz") is None
