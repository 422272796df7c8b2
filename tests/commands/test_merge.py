"""`merge`: two records become one, and nothing that either says is lost."""

from __future__ import annotations

import pytest

from scripts import pipeline, records
from scripts.schema import Product
from tests.builder import TODAY
from tests.commands.edits import Desk
from tests.images.samples import SAMPLES

TWIN = """id: ruou-nep
name: Rượu nếp mẫu Kim Sơn
producer: co-so-mau
group: ruou-trang
place:
  commune: xã Nghĩa Bình
  note: theo báo
certificates:
  - stars: 4
    issued: "2025-12-20"
    issued_basis: press
    number: GCN-77
    evidence: press
    sources:
      - quyet-dinh
  - stars: 3
    issued: "2019-12-30"
    issued_basis: press
    issuer: ubnd-tinh-ninh-binh
    evidence: press
    sources:
      - quyet-dinh
facts:
  - vi: Ủ trong chum sành.
    sources:
      - quyet-dinh
season:
  - 2
images:
  - file: chai.jpg
    alt: Chai rượu trên bàn đá
    credit: Người chụp khác
    licence: CC0 1.0
aliases:
  - ruou-nep-xua
sources:
  - key: quyet-dinh
    publisher: Báo khác
    supports: hai lần công nhận
"""


@pytest.fixture
def two(desk: Desk) -> Desk:
    """A desk with a second record of the spirit, with a picture of the same name."""
    desk.folder.write("products/r/ruou-nep/product.yml", TWIN)
    desk.folder.write("products/r/ruou-nep/chai.jpg", SAMPLES["jpeg"]())
    desk.folder.change(
        "products/_shops/cua-hang-mau.yml", "  - ruou-mau\n", "  - ruou-nep\n  - ruou-mau\n"
    )
    return desk


def product(desk: Desk, id: str) -> Product:
    [record] = [one for one in desk.folder.read().records if one.id == id]
    assert records.canonical(record.value) == record.raw
    assert isinstance(record.value, Product)
    return record.value


def test_all_that_both_say_is_in_the_kept_record(two: Desk) -> None:
    before = product(two, "ruou-mau")
    code, out = two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO")
    assert code == 0, out
    assert not two.there("r/ruou-nep")
    after = product(two, "ruou-mau")
    assert after.aliases == [*before.aliases, "ruou-nep", "ruou-nep-xua"]
    assert after.merged == [*before.merged, "ruou-nep", "ruou-nep-xua"]
    assert [source.key for source in after.sources] == [
        *(source.key for source in before.sources),
        "quyet-dinh-2",
    ]
    assert [fact.vi for fact in after.facts] == [
        *(fact.vi for fact in before.facts),
        "Ủ trong chum sành.",
    ]
    assert after.facts[-1].sources == ["quyet-dinh-2"]
    assert "Rượu nếp mẫu Kim Sơn" in after.keywords, "people still look for the other name"
    assert after.season == [1, 2, 11, 12]
    assert two.errors() == []


def test_certificates_are_joined_in_the_order_of_their_days(two: Desk) -> None:
    before = product(two, "ruou-mau")
    assert two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO")[0] == 0
    after = product(two, "ruou-mau")
    days = [one.issued for one in after.certificates]
    assert "2019-12-30" in days
    assert days == sorted(days, key=str)
    assert len(days) == len(before.certificates) + 1, "the same certificate is there once"
    both = next(one for one in after.certificates if one.issued == "2025-12-20")
    assert "quyet-dinh-2" in both.sources
    assert both.evidence == "decision", "the stronger evidence holds"


def test_pictures_move_and_none_is_overwritten(two: Desk) -> None:
    mine = two.files()["r/ruou-mau/chai.jpg"]
    assert two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO")[0] == 0
    after = two.files()
    assert after["r/ruou-mau/chai.jpg"] == mine
    names = [image.file for image in product(two, "ruou-mau").images]
    assert names == ["chai.jpg", "net-ve.png", "chai-2.jpg"]
    assert "r/ruou-mau/chai-2.jpg" in after


def test_a_picture_that_both_have_is_kept_once(two: Desk) -> None:
    own = two.text("r/ruou-mau/product.yml")
    block = own[own.index("  - file: chai.jpg") : own.index("  - file: net-ve.png")]
    start, end = TWIN.index("  - file: chai.jpg"), TWIN.index("aliases:")
    two.folder.write("products/r/ruou-nep/product.yml", TWIN[:start] + block + TWIN[end:])
    two.folder.write("products/r/ruou-nep/chai.jpg", two.files()["r/ruou-mau/chai.jpg"])
    code, out = two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO")
    assert code == 0, out
    assert [image.file for image in product(two, "ruou-mau").images] == ["chai.jpg", "net-ve.png"]
    assert not two.there("r/ruou-mau/chai-2.jpg")


def test_references_follow_and_a_list_names_each_once(two: Desk) -> None:
    assert two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO")[0] == 0
    shop = two.text("_shops/cua-hang-mau.yml")
    assert "ruou-nep" not in shop
    assert shop.count("  - ruou-mau\n") == 1


def test_old_addresses_say_that_the_record_was_merged(two: Desk) -> None:
    assert two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO")[0] == 0
    checked = pipeline.check(two.folder.products, TODAY)
    made = pipeline.edition(pipeline.catalogue(checked, TODAY))
    pages = {page.address: page for page in made.pages}
    for address in ("/san-pham/ruou-nep/", "/san-pham/ruou-nep-xua/"):
        assert pages[address].onward == "/san-pham/ruou-mau/"
        assert "Trang này đã gộp vào" in pages[address].render()


def test_differences_are_told_and_need_a_choice(two: Desk) -> None:
    before = two.files()
    code, out = two("merge", "ruou-nep", "ruou-mau")
    assert code == 1
    assert "  name\n    FROM: Rượu nếp mẫu Kim Sơn\n    INTO: Rượu nếp mẫu\n" in out
    assert "  place.commune\n    FROM: xã Nghĩa Bình\n" in out
    assert "  certificates.2025-12-20.issued_basis\n    FROM: press\n" in out
    assert "--keep INTO" in out
    assert two.files() == before


def test_a_side_can_be_chosen_for_one_field(two: Desk) -> None:
    keep = ("--keep", "INTO", "--keep", "name=FROM")
    code, out = two("merge", "ruou-nep", "ruou-mau", *keep)
    assert code == 0, out
    after = product(two, "ruou-mau")
    assert after.name == "Rượu nếp mẫu Kim Sơn"
    assert "Rượu nếp mẫu" in after.keywords
    assert after.place is not None
    assert after.place.commune == "xã Ân Hòa"


def test_what_only_one_of_them_says_is_no_difference(desk: Desk) -> None:
    keep = ("--keep", "name=INTO", "--keep", "group=INTO")
    code, out = desk("merge", "gao-mau", "mat-ong-mau", *keep)
    assert code == 0, out
    text = desk.text("m/mat-ong-mau/product.yml")
    assert "producer: co-so-mau\n" in text
    assert "  commune: xã Gia Tân\n" in text


def test_two_tellers_of_a_story_are_not_mixed(two: Desk) -> None:
    told = "story:\n  - vi: Chuyện khác.\n    sources:\n      - quyet-dinh\nfacts:\n"
    two.folder.change("products/r/ruou-nep/product.yml", "facts:\n", told)
    before = product(two, "ruou-mau")
    code, out = two("merge", "ruou-nep", "ruou-mau")
    assert (code, "  story_by\n    FROM: editor\n    INTO: producer\n" in out) == (1, True)
    assert two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO")[0] == 0
    assert product(two, "ruou-mau").story == before.story


def test_a_choice_where_they_agree_is_told(two: Desk) -> None:
    code, out = two("merge", "ruou-nep", "ruou-mau", "--keep", "INTO", "--keep", "group=FROM")
    assert (code, "--keep group: hai bản ghi không khác nhau ở đó" in out) == (1, True)


def test_it_asks_for_each_difference_where_it_may(two: Desk) -> None:
    before = two.files()
    code, out = two("merge", "ruou-nep", "ruou-mau", answers="1\n")
    assert (code, "name: lấy bên nào:" in out) == (1, True)
    assert two.files() == before
    code, out = two("merge", "ruou-nep", "ruou-mau", answers="1\n" + "2\n" * 4 + "c\n")
    assert code == 0, out
    assert product(two, "ruou-mau").name == "Rượu nếp mẫu Kim Sơn"


def test_makers_are_merged_and_their_products_follow(desk: Desk) -> None:
    code, out = desk("merge", "doanh-nghiep-mau", "co-so-mau", "--keep", "INTO")
    assert code == 0, out
    assert not desk.there("_producers/d")
    assert "producer: co-so-mau\n" in desk.text("c/chieu-coi-mau/product.yml")
    kept = desk.text("_producers/c/co-so-mau.yml")
    assert "  - Công ty TNHH Mẫu Gia Viễn\n" in kept
    assert "merged:\n  - doanh-nghiep-mau\n" in kept
    assert desk.errors() == []


def test_a_name_that_is_withheld_stays_so(desk: Desk) -> None:
    household = desk.text("_producers/h/ho-mau.yml").replace("withheld: true\n", "")
    desk.folder.write("products/_producers/h/ho-hai.yml", household.replace("ho-mau", "ho-hai", 1))
    code, out = desk("merge", "ho-mau", "ho-hai", "--keep", "INTO")
    assert code == 0, out
    assert "withheld: true\n" in desk.text("_producers/h/ho-hai.yml")


def test_what_is_withdrawn_is_never_taken_over_unasked(desk: Desk) -> None:
    code, out = desk("merge", "non-mau", "tra-mau", "--keep", "name=INTO")
    assert code == 1
    assert "  withdrawn\n    FROM: 2026-10-01, Chỉ tham gia đánh giá" in out
    assert desk("merge", "non-mau", "tra-mau", "--keep", "INTO")[0] == 0
    assert "withdrawn" not in desk.text("t/tra-mau/product.yml")


@pytest.mark.parametrize(
    ("gone", "kept", "said"),
    [
        ("gao-mau", "gao-mau", "không gộp một bản ghi vào chính nó"),
        ("gao-mau", "co-so-mau", "không cùng loại"),
        ("gao-mau", "cua-hang-mau", "Không có sản phẩm, chủ thể nào"),
    ],
)
def test_what_cannot_be_merged_is_refused(desk: Desk, gone: str, kept: str, said: str) -> None:
    before = desk.files()
    code, out = desk("merge", gone, kept)
    assert (code, said in out) == (1, True), out
    assert desk.files() == before


def test_a_result_with_errors_is_refused(desk: Desk) -> None:
    """The makers have a product of the same name: these must be merged first."""
    gao = desk.text("g/gao-mau/product.yml")
    other = gao.replace("id: gao-mau", "id: gao-khac").replace("co-so-mau", "doanh-nghiep-mau")
    desk.folder.write("products/g/gao-khac/product.yml", other)
    assert desk.errors() == []
    before = desk.files()
    code, out = desk("merge", "doanh-nghiep-mau", "co-so-mau", "--keep", "INTO")
    assert code == 1
    assert "Sau khi sửa, bản ghi sẽ có lỗi:\nproducts/g/gao-" in out
    assert "[product-duplicate]" in out
    assert desk.files() == before
