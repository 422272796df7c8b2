"""The page of a product: the answer first, every fact with its source, no guess as a basis."""

from __future__ import annotations

import itertools

import pytest

from scripts.pages.environment import stop
from tests.built.reader import Document, Element
from tests.pages import made


def answer(id: str) -> Element:
    [found] = [
        e for e in made.body(f"/san-pham/{id}/").all("div") if e.attributes.get("class") == "ans"
    ]
    return found


def words(id: str) -> str:
    return " ".join(answer(id).text.split())


def test_the_answer_comes_before_any_picture() -> None:
    body = made.body("/san-pham/ruou-mau/")
    order = [
        e for e in body.elements if e.tag == "h1" or e.attributes.get("class") in ("ans", "gal")
    ]
    assert [e.attributes.get("class", e.tag) for e in order] == ["ans", "h1", "gal"]
    assert not [e for e in body.all("img") if answer("ruou-mau") in e.ancestors]


@pytest.mark.parametrize(
    ("id", "said"),
    [
        ("ruou-mau", "Rượu nếp mẫu"),
        ("ruou-mau", "Đã đạt 4 sao (2025)"),
        ("ruou-mau", "Cấp ngày 20/12/2025"),
        ("ruou-mau", "Văn bản ghi thời hạn: đến hết ngày 20/12/2028"),
        ("ruou-mau", "Chủ thể Hợp tác xã mẫu Kim Sơn"),
        ("ruou-mau", "Xã Kim Sơn Lúc công nhận: xã Ân Hòa, huyện Kim Sơn, Ninh Bình"),
        ("ruou-mau", "Theo quyết định đã đọc"),
        ("chieu-coi-mau", "Xã Gia Vân hoặc Phường Tây Hoa Lư (chưa xác định)"),
        ("chieu-coi-mau", "Có quyết định thu hồi, tính từ 10/3/2026. Lý do: Cơ sở mẫu ngừng"),
        ("gao-mau", "“tiềm năng 5 sao”: đó là tình trạng của hồ sơ, không phải hạng 5 sao"),
        ("gao-mau", "Theo kết quả họp hội đồng, chưa đối chiếu quyết định"),
        ("du-lich-mau", "Cấp không sớm hơn 26/6/2025"),
        ("du-lich-mau", "chưa rõ số quyết định"),
        ("banh-mau", "Có nhiều giấy chứng nhận, chưa rõ giấy nào cấp sau"),
        ("banh-mau", "Đã đạt 3 sao hoặc 4 sao"),
        ("non-mau", "Đã gỡ khỏi danh mục"),
        ("mat-ong-mau", "Chủ thể chưa công bố"),
    ],
)
def test_the_answer_says(id: str, said: str) -> None:
    assert said in words(id)


def test_what_was_not_found_is_said_after_the_facts() -> None:
    inside = made.body("/san-pham/ruou-mau/").elements
    order = [e.tag for e in inside if e.tag == "dl" or "data-when" in e.attributes]
    assert order[:2] == ["dl", "p"], "the answer itself fits on a small screen"


def test_an_inferred_decision_is_never_the_basis() -> None:
    assert "QĐ-BNNMT" not in words("du-lich-mau")
    assert "Suy đoán, chưa phải căn cứ" in made.text(made.body("/san-pham/du-lich-mau/"))
    assert "Suy đoán" not in made.text(made.body("/san-pham/ruou-mau/"))


def test_five_stars_are_not_drawn_for_a_dossier() -> None:
    drawn = [e.attributes["class"] for e in answer_elements("gao-mau") if "stars" in classes(e)]
    assert drawn == ["stars n4"]


def test_a_products_stars_are_drawn_by_the_script_alone() -> None:
    drawn = 0
    for address in made.all_pages():
        for element in made.body(address).elements:
            of_product = any("data-validity" in e.attributes for e in element.ancestors)
            if of_product and "stars" in classes(element):
                assert any("hidden" in e.attributes for e in element.ancestors), address
                drawn += 1
    assert drawn


def test_a_withdrawn_product_carries_no_certificate_for_the_script() -> None:
    assert not [e for e in answer_elements("non-mau") if "data-validity" in e.attributes]


def test_only_what_may_be_the_latest_is_compared_with_today() -> None:
    items = [
        e
        for e in made.body("/san-pham/ruou-mau/").all("li")
        if e.ancestors[-1].attributes.get("class") == "tl"
    ]
    assert ["data-validity" in e.attributes for e in items] == [True, False]


def test_notes_are_numbered_as_they_are_met_and_all_sources_are_listed() -> None:
    body = made.body("/san-pham/ruou-mau/")
    met = [e.attributes["href"] for e in body.all("a") if e.attributes["href"].startswith("#n")]
    firsts = list(dict.fromkeys(met))
    listed = [f"#{e.attributes['id']}" for e in body.all("li") if "id" in e.attributes]
    assert listed == ["#n1", "#n2", "#n3"]
    assert set(firsts) == set(listed)
    assert firsts[0] == "#n1"


def test_what_nobody_published_is_gathered_in_one_line() -> None:
    text = made.text(made.body("/san-pham/gao-mau/"))
    assert "Chưa công bố: quy cách, hạn sử dụng" in text
    assert "Chưa công bố: " not in made.text(made.body("/san-pham/ruou-mau/"))


def test_the_makers_words_stand_apart() -> None:
    body = made.body("/san-pham/ruou-mau/")
    [aside] = body.all("aside")
    assert "Lời của chủ thể" in aside.text
    assert "Chúng tôi nấu rượu mẫu" in aside.text
    assert "ủ trong mười ngày" not in aside.text


def test_a_drawing_is_said_to_be_one() -> None:
    body = made.body("/san-pham/gao-mau/")
    figures = body.all("figure")
    assert ["không phải ảnh sản phẩm" in e.text for e in figures] == [bool(body.all("img"))]


def test_the_record_is_linked_where_the_repository_has_an_address() -> None:
    hrefs = [e.attributes.get("href") for e in made.body("/san-pham/ruou-mau/").all("a")]
    assert "https://example.org/kho/blob/HEAD/products/r/ruou-mau/product.yml" in hrefs


def test_the_maker_is_told_exactly() -> None:
    text = made.text(made.body("/chu-the/co-so-mau/"))
    count = len(made.catalogue().by_producer["co-so-mau"])
    assert f"Danh mục ghi nhận đúng {count} sản phẩm của Hợp tác xã mẫu Kim Sơn" in text


def test_a_withheld_name_is_told_nowhere() -> None:
    withheld = [p for p in made.catalogue().producers.values() if p.written.withheld]
    assert withheld
    for address, page in made.all_pages().items():
        shown = page.title + page.description + page.render() + page.head()
        for producer in withheld:
            for name in (producer.written.name, *producer.written.other_names):
                assert name not in shown, address


def answer_elements(id: str) -> list[Element]:
    body: Document = made.body(f"/san-pham/{id}/")
    return [e for e in body.elements if answer(id) in e.ancestors]


def classes(element: Element) -> list[str]:
    return element.attributes.get("class", "").split()


def test_related_products_are_few_and_each_is_shown_once() -> None:
    for address in made.all_pages():
        cards = [e for e in made.body(address).all("li") if classes(e) == ["card"]]
        names = [card.text for card in cards]
        if address.startswith("/san-pham/") and "a-z" not in address:
            assert len(cards) <= 24
            assert all(a != b for a, b in itertools.pairwise(sorted(names)))


def test_english_pages_mark_the_words_of_sources_names_and_places_as_vietnamese() -> None:
    body = made.body("/en/san-pham/ruou-mau/")
    product = made.catalogue().product("ruou-mau")
    assert product.producer
    marked = {e.text for e in body.elements if e.attributes.get("lang") == "vi"}
    places = [area.label for area in product.location.communes] if product.location else []
    sources = product.written.sources
    words = [stop(source.supports) for source in sources]
    words += [source.publisher for source in sources]
    words += [source.title for source in sources if source.title]
    assert {product.name, product.producer.name, *places, *words} <= marked


def test_a_withdrawn_product_is_not_offered_for_sale() -> None:
    said = made.text(made.body("/san-pham/non-mau/"))
    assert "Đã gỡ khỏi danh mục" in said
    assert "Nguồn" in said
    assert "Mua ở đâu" not in said
    assert "Thông tin cho nhà buôn" not in said
