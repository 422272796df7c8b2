"""Areas from the real lists: every unit has its own address, and history leads both ways."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from scripts.model import areas
from scripts.model.area import Area
from scripts.schema.common import ID_PATTERN
from scripts.schema.lists import Communes, EarlierUnits

LISTS = Path(__file__).parents[2] / "products" / "_lists"


@pytest.fixture(scope="module")
def known() -> dict[str, Area]:
    communes, earlier = (
        yaml.safe_load((LISTS / f"{name}.yml").read_text("utf-8"))
        for name in ("communes", "communes-earlier")
    )
    return areas.build(Communes(**communes), EarlierUnits(**earlier))


def test_every_unit_has_its_own_id_and_address(known: dict[str, Area]) -> None:
    kinds = Counter((area.kind, area.earlier) for area in known.values())
    assert kinds == {
        ("commune", False): 129,
        ("former-commune", False): 398,
        ("former-commune", True): 146,
        ("former-district", False): 22,
        ("former-district", True): 4,
        ("former-province", False): 3,
    }
    assert len({area.address for area in known.values()}) == len(known)
    assert all(area.address == f"/dia-phuong/{id}/" for id, area in known.items())
    assert all(re.match(ID_PATTERN, id) and len(id) <= 60 for id in known)


def test_ids_have_the_kind_in_the_name(known: dict[str, Area]) -> None:
    assert [(id, known[id].label) for id in IDS] == list(IDS.items())
    assert all(
        (area.id.endswith("-cu") or "-cu-nay-" in area.id) == area.former for area in known.values()
    )


IDS = {
    "xa-kim-son": "Xã Kim Sơn",
    "phuong-nam-dinh": "Phường Nam Định",
    "huyen-kim-son-cu": "Huyện Kim Sơn (cũ)",
    "thanh-pho-nam-dinh-cu": "Thành phố Nam Định (cũ)",
    "tinh-nam-dinh-cu": "Tỉnh Nam Định (cũ)",
    "xa-nghia-binh-nghia-hung-cu": "Xã Nghĩa Bình (cũ)",
    "huyen-hoa-lu-cu": "Huyện Hoa Lư (cũ)",
    "xa-van-xa-kim-bang-cu": "Xã Văn Xá (cũ)",
    "xa-van-xa-huyen-kim-bang-cu": "Xã Văn Xá (cũ)",
    "xa-truc-hung-truc-ninh-cu-nay-xa-truc-ninh": "Xã Trực Hưng (cũ)",
    "xa-truc-hung-truc-ninh-cu-nay-xa-ninh-cuong": "Xã Trực Hùng (cũ)",
}


def test_history_leads_both_ways(known: dict[str, Area]) -> None:
    forward = {(id, next_id) for id, area in known.items() for next_id in area.successors}
    backward = {(before, id) for id, area in known.items() for before in area.predecessors}
    assert forward == backward
    inside = {(id, part) for id, area in known.items() for part in area.parts}
    assert inside == {(area.within, id) for id, area in known.items() if area.within}


def test_every_former_commune_leads_to_communes_of_today(known: dict[str, Area]) -> None:
    former = [area for area in known.values() if area.kind == "former-commune"]
    assert all(area.today for area in former)
    assert all(known[id].kind == "commune" for area in known.values() for id in area.today)
    assert sum(len(area.today) == 2 for area in former) == 6
    split = known["xa-gia-tan-gia-vien-cu"]
    assert split.successors == split.today == ("xa-gia-van", "phuong-tay-hoa-lu")
    earlier = known["xa-nghia-binh-nghia-hung-cu"]
    assert earlier.successors == ("thi-tran-quy-nhat-nghia-hung-cu",)
    assert earlier.today == ("xa-quy-nhat",)


def test_districts_gone_earlier_lead_to_those_that_took_their_communes(
    known: dict[str, Area],
) -> None:
    followed = {a.id: a.successors for a in known.values() if a.kind == "former-district"}
    assert {id: by for id, by in followed.items() if by} == {
        "huyen-hoa-lu-cu": ("thanh-pho-hoa-lu-cu",),
        "huyen-kim-bang-cu": ("thi-xa-kim-bang-cu",),
        "huyen-my-loc-cu": ("thanh-pho-nam-dinh-cu",),
        "thanh-pho-ninh-binh-cu": ("thanh-pho-hoa-lu-cu",),
    }


def test_the_three_provinces_share_the_communes_of_today(known: dict[str, Area]) -> None:
    parts = [known[f"tinh-{name}-cu"] for name in ("ha-nam", "nam-dinh", "ninh-binh")]
    assert [len(province.today) for province in parts] == [33, 57, 39]
    assert [len(province.parts) for province in parts] == [7, 10, 9]


def test_areas_and_their_lists_are_in_vietnamese_order(known: dict[str, Area]) -> None:
    names = [area.bare for area in known.values() if area.kind == "commune"]
    assert names[:4] == ["Bắc Lý", "Bình An", "Bình Giang", "Bình Lục"]
    assert [known[id].name for id in known["huyen-kim-son-cu"].today][:2] == [
        "Xã Bình Minh",
        "Xã Chất Bình",
    ]


def test_names_and_units() -> None:
    def area(name: str, kind: str = "former-commune", district: str | None = None) -> Area:
        values = {"id": "x", "address": "/dia-phuong/x/", "code": None, "province": None}
        return Area(name=name, kind=kind, district=district, **values)  # type: ignore[arg-type]

    commune = area("Thị trấn Quỹ Nhất", district="Huyện Nghĩa Hưng")
    assert (commune.unit, commune.bare) == ("township", "Quỹ Nhất")
    assert commune.label_long == "Thị trấn Quỹ Nhất, huyện Nghĩa Hưng (cũ)"
    assert area("Xã Kim Sơn", "commune").label_long == "Xã Kim Sơn"
    assert (area("Thị xã Duy Tiên").unit, area("Thị xã Duy Tiên").bare) == ("town", "Duy Tiên")
