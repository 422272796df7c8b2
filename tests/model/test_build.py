from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from scripts.model.build import build
from scripts.model.types import Catalogue, Product, Status
from tests.model.world import reading, record

TODAY = date(2026, 11, 24)
AN_HOA = {
    "commune": "Xã Ân Hòa",
    "district": "Huyện Kim Sơn",
    "province": "Ninh Bình",
    "code": "14638",
    "code_basis": "derived",
}
GIA_TAN = {"commune": "Xã Gia Tân", "district": "Huyện Gia Viễn", "province": "Ninh Bình"}


def certificate(**facts: Any) -> dict[str, Any]:
    return {"evidence": "press", **facts}


RECORDS = [
    record("decision", "qd-cu", issuer="huyen", level="district", date="2021-12"),
    record(
        "decision", "qd-moi", issuer="tinh", level="province", date="2026-09-01", number="V9/QĐ"
    ),
    record("decision", "qd-khong-ngay", issuer="tinh", level="province", aliases=["qd-x"]),
    record("producer", "htx-en", name="HTX Ến"),
    record("producer", "htx-da", name="HTX Đá", place=AN_HOA, aliases=["htx-da-cu"]),
    record("producer", "ho", name="Hộ kinh doanh Trần Thị Mẫu", kind="household", withheld=True),
    record("craft", "coi", name="Nghề cói", kind="craft-village", place=AN_HOA),
    record("shop", "cho", name="Chợ", kind="point", carries=["gao"]),
    record("shop", "trung-tam", name="Trung tâm", kind="centre"),
    record("video", "phim-cu", title="Phim cũ", kind="page", date="2021"),
    record(
        "video",
        "phim-moi",
        title="Phim mới",
        kind="page",
        date="2026-01",
        chapters=[
            {"at": 0, "title": "Gạo", "product": "gao"},
            {"at": 9, "title": "Gạo nữa", "product": "gao"},
        ],
    ),
    record(
        "product",
        "gao",
        name="Gạo",
        aliases=["gao-cu", "gao-cu-hon"],
        producer="htx-da",
        group="gao",
        place=AN_HOA,
        craft="coi",
        where_to_buy=[{"name": "Trung tâm", "kind": "store", "shop": "trung-tam"}],
        certificates=[
            certificate(stars=3, issued="2021-12-13", decision="qd-cu"),
            certificate(stars=4, issued="2026-09-01", decision="qd-moi"),
        ],
    ),
    record(
        "product",
        "ot",
        name="Ớt",
        producer="htx-da",
        group="rau",
        place=GIA_TAN,
        certificates=[
            certificate(
                stars=3,
                issued="2026-03",
                revoked={"date": "2026-09-01", "reason": "lý do", "decision": "qd-moi"},
                decision_inferred={"decision": "qd-cu", "reason": "cùng đợt"},
            )
        ],
    ),
    record(
        "product",
        "doi",
        name="Đôi",
        certificates=[
            certificate(stars=3, issued="2025"),
            certificate(stars=5, issued="2025-04", evidence="decision"),
        ],
    ),
    record(
        "product",
        "dua",
        name="Dừa",
        certificates=[
            certificate(
                not_before={"date": "2025-12-20", "event": "họp"},
                not_after={"date": "2026-01-10", "event": "trao"},
            )
        ],
    ),
    record(
        "product",
        "bo",
        name="Bơ",
        group="rau",
        withdrawn={"date": "2026-01", "reason": "nhầm"},
        certificates=[certificate(stars=3, issued="2026")],
    ),
]
CATALOGUE = build(reading(*RECORDS), TODAY)


def ids(products: tuple[Product, ...]) -> list[str]:
    return [product.id for product in products]


def filled(index: Any) -> dict[Any, list[str]]:
    return {key: ids(products) for key, products in index.items() if products}


def test_products_are_in_vietnamese_order_and_withdrawn_ones_apart() -> None:
    assert ids(CATALOGUE.products) == ["dua", "doi", "gao", "ot"]
    assert ids(CATALOGUE.withdrawn) == ["bo"]
    assert CATALOGUE.product("bo").written.withdrawn
    with pytest.raises(KeyError):
        CATALOGUE.product("khong-co")


def test_other_records_are_in_the_order_pages_show_them() -> None:
    assert list(CATALOGUE.decisions) == ["qd-moi", "qd-cu", "qd-khong-ngay"]
    assert list(CATALOGUE.producers) == ["ho", "htx-da", "htx-en"]
    assert list(CATALOGUE.videos) == ["phim-moi", "phim-cu"]
    assert list(CATALOGUE.shops) == ["cho", "trung-tam"]
    assert list(CATALOGUE.leaves) == ["gao", "rau"]
    assert CATALOGUE.leaves["gao"].address == "/nhom/thuc-pham/gao/"


def test_a_product_knows_what_it_refers_to() -> None:
    gao = CATALOGUE.product("gao")
    assert gao.producer is CATALOGUE.producers["htx-da"]
    assert gao.leaf is CATALOGUE.leaves["gao"]
    assert gao.craft is CATALOGUE.crafts["coi"]
    assert gao.address == "/san-pham/gao/"
    assert gao.path == "products/product/gao.yml"
    assert gao.location
    assert [area.id for area in gao.location.communes] == ["xa-kim-son"]


def test_indexes() -> None:
    assert filled(CATALOGUE.by_producer) == {"htx-da": ["gao", "ot"]}
    assert filled(CATALOGUE.by_leaf) == {"gao": ["gao"], "rau": ["ot"]}
    assert filled(CATALOGUE.by_group) == {"thuc-pham": ["gao", "ot"]}
    assert filled(CATALOGUE.by_craft) == {"coi": ["gao"]}
    assert filled(CATALOGUE.by_shop) == {"cho": ["gao"], "trung-tam": ["gao"]}
    assert {id: [v.id for v in vs] for id, vs in CATALOGUE.videos_of.items()} == {
        "gao": ["phim-moi"]
    }
    assert filled(CATALOGUE.by_area) == {
        "xa-kim-son": ["gao"],
        "xa-gia-van": ["ot"],
        "phuong-tay-hoa-lu": ["ot"],
        "tinh-ninh-binh-cu": ["gao", "ot"],
        "huyen-gia-vien-cu": ["ot"],
        "huyen-kim-son-cu": ["gao"],
        "xa-an-hoa-kim-son-cu": ["gao"],
        "xa-gia-tan-gia-vien-cu": ["ot"],
    }


def test_a_decision_lists_what_it_certified_or_revoked_but_not_what_is_inferred() -> None:
    assert filled(CATALOGUE.by_decision) == {"qd-moi": ["gao", "ot"], "qd-cu": ["gao"]}


def test_stars_count_the_latest_known_certificate_or_each_that_may_be_it() -> None:
    assert {n: ids(products) for n, products in CATALOGUE.by_star.items()} == {
        5: ["doi"],
        4: ["gao"],
        3: ["doi", "ot"],
    }


def test_years_are_those_of_known_certificates_newest_first() -> None:
    assert list(filled(CATALOGUE.by_year).items()) == [
        (2026, ["gao", "ot"]),
        (2025, ["doi"]),
        (2021, ["gao"]),
    ]


def test_every_page_of_a_facet_has_its_key() -> None:
    assert CATALOGUE.by_producer["htx-en"] == ()
    assert CATALOGUE.by_area.keys() == CATALOGUE.areas.keys()
    assert CATALOGUE.by_decision.keys() == CATALOGUE.decisions.keys()


def test_states_and_counts_of_the_day() -> None:
    assert CATALOGUE.states == {
        "gao": Status.VALID,
        "ot": Status.REVOKED,
        "doi": Status.UNKNOWN,
        "dua": Status.VALID,
        "bo": Status.VALID,
    }
    assert CATALOGUE.in_force(CATALOGUE.by_group["thuc-pham"]) == 1


def test_old_ids_lead_to_the_present_address() -> None:
    led = {old: one.target.address for old, one in CATALOGUE.redirects.items()}
    assert led == {
        "/san-pham/gao-cu/": "/san-pham/gao/",
        "/san-pham/gao-cu-hon/": "/san-pham/gao/",
        "/chu-the/htx-da-cu/": "/chu-the/htx-da/",
        "/quyet-dinh/qd-x/": "/quyet-dinh/qd-khong-ngay/",
    }


def test_a_household_that_asked_is_not_named() -> None:
    ho = CATALOGUE.producers["ho"]
    assert "Mẫu" not in ho.name + ho.name_in("en")
    assert CATALOGUE.producers["htx-da"].name == "HTX Đá"


def test_a_decision_without_number_is_called_by_who_and_when() -> None:
    labels = {id: decision.label for id, decision in CATALOGUE.decisions.items()}
    assert labels == {
        "qd-moi": "V9/QĐ",
        "qd-cu": "UBND huyện Yên Mô, 12/2021",
        "qd-khong-ngay": "UBND tỉnh",
    }
    assert CATALOGUE.decisions["qd-cu"].label_in("en") == "Yên Mô, December 2021"


def test_a_missing_list_is_our_mistake() -> None:
    without = reading()
    lists = {name: record for name, record in without.lists.items() if name != "law"}
    with pytest.raises(KeyError, match="law"):
        build(type(without)(records=(), lists=lists, problems=(), files=()), TODAY)


def test_nothing_but_lists_is_a_catalogue() -> None:
    empty: Catalogue = build(reading(), TODAY)
    assert (empty.products, empty.by_year, empty.states) == ((), {}, {})
