"""Lists: 24 cards a page, every product reached by plain links, the right counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scripts import pages
from scripts.pages.types import Page
from scripts.pages.views import listing
from tests.built.reader import parse
from tests.pages import made

MANY = 60


@pytest.fixture(scope="module")
def many() -> dict[str, Page]:
    """The full catalogue with sixty more products of one kind."""
    catalogue = made.catalogue()
    [rice] = [product for product in catalogue.products if product.id == "gao-mau"]
    more = tuple(
        replace(
            rice,
            id=f"gao-{n}",
            address=f"/san-pham/gao-{n}/",
            written=rice.written.model_copy(update={"id": f"gao-{n}", "name": f"Gạo {n:02}"}),
        )
        for n in range(MANY)
    )
    assert rice.leaf
    group = rice.leaf.group.id
    larger = replace(
        catalogue,
        products=catalogue.products + more,
        by_leaf={**catalogue.by_leaf, rice.leaf.id: catalogue.by_leaf[rice.leaf.id] + more},
        by_group={**catalogue.by_group, group: catalogue.by_group[group] + more},
        by_id={**catalogue.by_id, **{product.id: product for product in more}},
        states={
            **catalogue.states,
            **{product.id: catalogue.states["gao-mau"] for product in more},
        },
    )
    return {page.address: page for page in pages.all(larger, made.SETTINGS)}


def cards(page: Page) -> list[str]:
    body = parse(page.address, page.render())
    inside = [e for e in body.all("a") if any(a.tag == "h3" for a in e.ancestors)]
    return [e.text for e in inside]


def test_no_page_shows_more_than_24_cards(many: dict[str, Page]) -> None:
    for page in many.values():
        if page.language == "vi":
            assert page.render().count('<li class="card">') <= listing.PAGE_SIZE, page.address


def test_the_pages_of_the_catalogue_show_every_product_once(many: dict[str, Page]) -> None:
    numbers = range(1, 1 + -(-(MANY + len(made.catalogue().products)) // listing.PAGE_SIZE))
    shown = [
        name for number in numbers for name in cards(many[listing.address("/san-pham/", number)])
    ]
    names = [product.name for product in made.catalogue().products]
    assert shown == names + [f"Gạo {n:02}" for n in range(MANY)]
    assert listing.address("/san-pham/", len(numbers) + 1) not in many


def test_the_other_pages_of_a_list_have_titles_of_their_own(many: dict[str, Page]) -> None:
    assert many["/san-pham/trang-2/"].title == "Danh mục sản phẩm, trang 2"
    assert many["/en/san-pham/trang-2/"].title == "Product catalogue, page 2"
    described = [many[f"/san-pham/{page}"].description for page in ("", "trang-2/", "trang-3/")]
    assert [text[:9] for text in described] == ["Danh mục ", "Trang 2. ", "Trang 3. "]


def test_each_product_leads_to_the_next_of_its_kind(many: dict[str, Page]) -> None:
    assert cards(many["/san-pham/gao-3/"])[:4] == ["Gạo 04", "Gạo 05", "Gạo 06", "Gạo 07"]
    last = cards(many[f"/san-pham/gao-{MANY - 1}/"])
    assert last[0] == "Gạo 00", "after the end the list begins anew"


@pytest.mark.parametrize(
    ("number", "count", "steps"),
    [
        (1, 2, [1, 2]),
        (1, 9, [1, 2, None, 9]),
        (5, 9, [1, 2, None, 4, 5, 6, None, 9]),
        (9, 9, [1, 2, None, 8, 9]),
    ],
)
def test_the_pager_shows_the_ends_and_the_neighbours(
    number: int, count: int, steps: list[int | None]
) -> None:
    sheet = listing.sheets("/x/", range(count * 24))[number - 1]
    assert sheet.pager
    assert [step and step.number for step in sheet.pager.steps] == steps
    assert sheet.pager.previous == (listing.address("/x/", number - 1) if number > 1 else None)
    assert sheet.pager.next == (listing.address("/x/", number + 1) if number < count else None)


def test_a_list_of_one_page_has_no_pager_and_an_empty_one_a_page() -> None:
    assert [sheet.pager for sheet in listing.sheets("/x/", range(24))] == [None]
    assert [sheet.address for sheet in listing.sheets("/x/", [])] == ["/x/"]


def test_a_star_page_says_what_it_counts_and_of_which_day() -> None:
    text = made.text(made.body("/hang-sao/4-sao/"))
    catalogue = made.catalogue()
    four = catalogue.by_star[4]
    assert "giấy chứng nhận đã biết gần nhất" in text
    assert f"{len(four)} sản phẩm" in text
    valid = catalogue.in_force(four)
    assert f"Tính đến ngày 24/11/2026: {valid} sản phẩm còn hiệu lực" in text


def test_makers_are_listed_by_kind_and_each_kind_is_counted() -> None:
    index = made.body("/chu-the/")
    links = [e for e in index.all("a") if "chu-the/loai/" in e.attributes["href"]]
    assert [(e.attributes["href"], e.text) for e in links] == [
        ("../chu-the/loai/hop-tac-xa/", "Hợp tác xã 1"),
        ("../chu-the/loai/doanh-nghiep/", "Doanh nghiệp 1"),
        ("../chu-the/loai/ho-kinh-doanh/", "Hộ kinh doanh 1"),
        ("../chu-the/loai/to-hop-tac/", "Tổ hợp tác 0"),
    ]
    listed = [e.attributes["href"] for e in made.body("/chu-the/loai/hop-tac-xa/").all("a")]
    assert "../../../chu-the/co-so-mau/" in listed
    assert "../../../chu-the/doanh-nghiep-mau/" not in listed
    assert made.all_pages()["/en/chu-the/loai/hop-tac-xa/"].title == (
        "Cooperatives with OCOP products"
    )


def test_each_maker_leads_to_the_others_of_its_kind_which_are_paged() -> None:
    catalogue = made.catalogue()
    maker = catalogue.producers["co-so-mau"]
    more = {f"{n}": replace(maker, id=f"{n}", address=f"/chu-the/{n}/") for n in range(29)}
    larger = replace(catalogue, producers={**catalogue.producers, **more})
    found = {page.address: page for page in pages.all(larger, made.SETTINGS)}
    assert 'href="../../chu-the/loai/hop-tac-xa/"' in found["/chu-the/7/"].render()
    first, second = "/chu-the/loai/hop-tac-xa/", "/chu-the/loai/hop-tac-xa/trang-2/"
    rows = [found[each].render().count('</a>\n<span class="n') for each in (first, second)]
    assert rows == [24, 6]


def test_a_maker_of_unknown_kind_is_counted_but_has_no_list() -> None:
    catalogue = made.catalogue()
    maker = catalogue.producers["ho-mau"]
    unknown = replace(maker, written=maker.written.model_copy(update={"kind": None}))
    fewer = replace(catalogue, producers={**catalogue.producers, "ho-mau": unknown})
    found = {page.address: page for page in pages.all(fewer, made.SETTINGS)}
    assert "Chưa có chủ thể nào thuộc loại hình này" in (
        found["/chu-the/loai/ho-kinh-doanh/"].render()
    )
    shown = '<li><span>Chưa rõ loại hình <span class="n num">1</span></span></li>'
    assert shown in found["/chu-the/"].render()


def test_a_former_unit_and_its_communes_name_each_other() -> None:
    former = made.body("/dia-phuong/xa-gia-tan-gia-vien-cu/")
    hrefs = [e.attributes["href"] for e in former.all("a")]
    assert "../../dia-phuong/xa-gia-van/" in hrefs
    assert "../../dia-phuong/phuong-tay-hoa-lu/" in hrefs
    assert "(chưa xác định)" in made.text(former)
    today = made.body("/dia-phuong/xa-gia-van/")
    assert "Xã Gia Vân hoặc Phường Tây Hoa Lư (chưa xác định)" in made.text(today)
    assert "../../dia-phuong/xa-gia-tan-gia-vien-cu/" in [
        e.attributes["href"] for e in today.all("a")
    ]


def test_every_place_has_a_page_and_robots_get_those_that_tell_of_products() -> None:
    catalogue, pages = made.catalogue(), made.all_pages()
    for area in catalogue.areas.values():
        sought = area.kind != "former-commune" or bool(catalogue.by_area[area.id])
        assert pages[area.address].indexed == sought
    lost = next(a for a in catalogue.areas.values() if not pages[a.address].indexed)
    assert [catalogue.areas[id].label for id in lost.today]
    for id in lost.today:
        assert catalogue.areas[id].label in made.text(made.body(lost.address))


def test_letters_hold_both_marked_and_unmarked_names() -> None:
    from scripts.pages.kinds.catalogue import letter_name

    assert letter_name("d") == "D, Đ"
    assert letter_name("a") == "A, Ă, Â"
    assert letter_name("0-9") == "0-9"


def test_the_plan_adds_up_and_is_told_with_its_source() -> None:
    text = made.text(made.body("/"))
    assert "24 sản phẩm" in text
    assert "Tài liệu mẫu" in text


def test_an_address_of_old_leads_on() -> None:
    page = made.all_pages()["/san-pham/ruou-mau-cu/"]
    head = made.head(page.address)
    [refresh] = [e for e in head.all("meta") if "http-equiv" in e.attributes]
    assert refresh.attributes["content"] == "0; url=../../san-pham/ruou-mau/"
    assert "noscript" in [outer.tag for outer in refresh.ancestors]
    [script] = head.all("script")
    assert script.attributes["data-to"] == "../../san-pham/ruou-mau/"
    assert script.attributes["src"] == "../../assets/js/moved.js"
    assert not page.indexed
    assert page.onward == "/san-pham/ruou-mau/"


def test_what_leads_on_names_the_present_address_to_robots() -> None:
    head = made.head("/en/san-pham/ruou-mau-cu/")
    [canonical] = head.all("link")
    assert canonical.attributes == {
        "rel": "canonical",
        "href": "https://ocop.example/en/san-pham/ruou-mau/",
    }


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/san-pham/ruou-mau-cu/", "Nội dung này nay ở trang Rượu nếp mẫu"),
        ("/san-pham/ruou-nep-da-gop/", "Trang này đã gộp vào Rượu nếp mẫu"),
        ("/en/san-pham/ruou-nep-da-gop/", "This page has been merged into Rượu nếp mẫu"),
        ("/01/08930000000002/", "Mã vạch 8930000000002"),
        ("/01/08930000000019/", "Mã vạch này ghi trên sản phẩm Rượu nếp mẫu"),
        ("/en/01/08930000000002/", "This barcode is printed on Rượu nếp mẫu"),
    ],
)
def test_a_page_that_leads_on_says_why(address: str, said: str) -> None:
    body = made.body(address)
    assert said in made.text(body)
    [link] = body.all("a")
    assert link.attributes["href"].endswith("san-pham/ruou-mau/")


def test_without_a_site_address_no_absolute_one_is_printed() -> None:
    bare = replace(made.SETTINGS, site_url=None, build_day=date(2026, 11, 24))
    for page in pages.all(made.catalogue(), bare):
        assert made.URL not in page.head()
        assert "og:url" not in page.head()


def test_places_stay_vietnamese_in_lists_of_english_pages() -> None:
    for address in ("/en/chu-the/", "/en/diem-ban/", "/en/lang-nghe/", "/en/san-pham/a-z/"):
        shown = made.body(address).all("li")
        marked = [e.text for e in made.body(address).all("span") if "lang" in e.attributes]
        assert any("Xã Kim Sơn" in e.text or "Phường Nam Định" in e.text for e in shown), address
        assert any("Xã Kim Sơn" in text or "Phường Nam Định" in text for text in marked), address


def test_an_address_that_no_record_answers_for_leads_on_or_says_why() -> None:
    pages_of = made.all_pages()
    onward = pages_of["/en/dia-phuong/xa-mau-viet-sai/"].onward
    assert onward == "/en/dia-phuong/phuong-tay-hoa-lu/"
    gone = pages_of["/diem-ban/quay-mau-da-dong/"]
    assert (gone.onward, gone.indexed) == (None, False)
    said = made.text(made.body(gone.address))
    assert "không còn từ 9/2026. Lý do: Quầy mẫu đã đóng cửa." in said
    assert "Báo mẫu" in said
    assert "has closed" in made.text(made.body("/en/diem-ban/quay-mau-da-dong/"))


def test_years_and_kinds_without_a_member_keep_their_page() -> None:
    assert "chưa ghi nhận sản phẩm nào" in made.text(made.body("/nam/2022/"))
    assert "no product certified" in made.text(made.body("/en/nam/2022/"))
    assert "/chu-the/loai/to-hop-tac/" in made.all_pages()
    assert "/nam/2019/" in made.all_pages()


def test_a_withdrawn_product_is_no_longer_offered_to_robots() -> None:
    assert not made.all_pages()["/san-pham/non-mau/"].indexed
