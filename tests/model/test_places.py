from __future__ import annotations

import pytest

from scripts.model import areas
from scripts.model.places import Places
from scripts.schema.common import Place
from scripts.schema.lists import Communes, EarlierUnits
from tests.model.world import COMMUNES, EARLIER, SOURCE

PLACES = Places(
    areas.build(
        Communes(sources=[SOURCE], **COMMUNES),  # type: ignore[arg-type,list-item]
        EarlierUnits(sources=[SOURCE], **EARLIER),  # type: ignore[arg-type,list-item]
    )
)
GIA_TAN = {"commune": "Xã Gia Tân", "district": "Huyện Gia Viễn", "province": "Ninh Bình"}
GIA_TAN_FORMER = ["xa-gia-tan-gia-vien-cu", "huyen-gia-vien-cu", "tinh-ninh-binh-cu"]
AN_HOA = {"commune": "Xã Ân Hòa", "district": "Huyện Kim Sơn", "province": "Ninh Bình"}
AN_HOA_FORMER = ["xa-an-hoa-kim-son-cu", "huyen-kim-son-cu", "tinh-ninh-binh-cu"]
NGHIA_BINH = {"commune": "Xã Nghĩa Bình", "district": "Huyện Nghĩa Hưng", "province": "Nam Định"}
NGHIA_BINH_FORMER = [
    *["xa-nghia-binh-nghia-hung-cu", "thi-tran-quy-nhat-nghia-hung-cu"],
    *["huyen-nghia-hung-cu", "tinh-nam-dinh-cu"],
]
HUNG = ["xa-truc-hung-truc-ninh-cu-nay-xa-truc-ninh", "huyen-truc-ninh-cu", "tinh-nam-dinh-cu"]

# Written place; communes of today; whether the one is certain; former areas, as certified first.
CASES = [
    pytest.param(AN_HOA, ["xa-kim-son"], True, AN_HOA_FORMER, id="exact"),
    pytest.param(
        {"commune": "xã ÂN HOÀ", "district": "H. Kim Sơn", "province": "tỉnh Ninh Bình"},
        ["xa-kim-son"],
        True,
        AN_HOA_FORMER,
        id="other capitals, tone placement and short type",
    ),
    pytest.param(
        {"commune": "Ân Hòa", "district": "Kim Sơn"},
        ["xa-kim-son"],
        True,
        AN_HOA_FORMER,
        id="no types, no province",
    ),
    pytest.param(
        {**AN_HOA, "province": "Nam Định"}, [], False, ["tinh-nam-dinh-cu"], id="other province"
    ),
    pytest.param(
        {"commune": "Xã Trực Hưng", "district": "Huyện Trực Ninh", "province": "Nam Định"},
        ["xa-truc-ninh"],
        True,
        HUNG,
        id="marks decide",
    ),
    pytest.param(
        {"commune": "Xa Truc Hung", "district": "Huyen Truc Ninh", "province": "Nam Dinh"},
        ["xa-ninh-cuong", "xa-truc-ninh"],
        False,
        HUNG[1:],
        id="without marks two communes are alike",
    ),
    pytest.param(
        {"commune": "Xã Trực Hưng", "district": "Huyện Trực Ninh", "province": "Ninh Bình"},
        ["xa-truc-ninh"],
        True,
        HUNG,
        id="today's province beside a district of old",
    ),
    pytest.param(GIA_TAN, ["xa-gia-van", "phuong-tay-hoa-lu"], False, GIA_TAN_FORMER, id="split"),
    pytest.param(
        {**GIA_TAN, "code": "14488", "code_basis": "derived"},
        ["xa-gia-van", "phuong-tay-hoa-lu"],
        False,
        GIA_TAN_FORMER,
        id="of a split unit nothing is derived",
    ),
    pytest.param(
        {**GIA_TAN, "code": "14488", "code_basis": "staff"},
        ["xa-gia-van"],
        True,
        GIA_TAN_FORMER,
        id="split and chosen by staff",
    ),
    pytest.param(
        {**AN_HOA, "code_basis": "unknown"}, ["xa-kim-son"], False, AN_HOA_FORMER, id="unknown"
    ),
    pytest.param(
        {**AN_HOA, "code": "13933", "code_basis": "derived"},
        ["xa-kim-son", "xa-quy-nhat"],
        False,
        AN_HOA_FORMER,
        id="words and derived code differ",
    ),
    pytest.param(NGHIA_BINH, ["xa-quy-nhat"], False, NGHIA_BINH_FORMER, id="earlier name"),
    pytest.param(
        {**NGHIA_BINH, "code": "13933", "code_basis": "derived"},
        ["xa-quy-nhat"],
        True,
        NGHIA_BINH_FORMER,
        id="earlier name with its code",
    ),
    pytest.param(
        {"commune": "Xã Trường Yên", "district": "Huyện Hoa Lư", "province": "Ninh Bình"},
        ["phuong-tay-hoa-lu"],
        False,
        [
            *["xa-truong-yen-huyen-hoa-lu-cu", "xa-truong-yen-hoa-lu-cu"],
            *["huyen-hoa-lu-cu", "thanh-pho-hoa-lu-cu", "tinh-ninh-binh-cu"],
        ],
        id="district gone earlier",
    ),
    pytest.param(
        {"commune": "Trường Yên", "district": "Hoa Lư"},
        ["phuong-tay-hoa-lu"],
        True,
        ["xa-truong-yen-hoa-lu-cu", "thanh-pho-hoa-lu-cu", "tinh-ninh-binh-cu"],
        id="without types the younger unit is meant",
    ),
    pytest.param(
        {"commune": "Xã Trực Hưng", "province": "Nam Định"},
        ["xa-truc-ninh"],
        True,
        HUNG,
        id="a former commune without its district",
    ),
    pytest.param(
        {"commune": "Xã Kim Sơn", "province": "Ninh Bình"},
        ["xa-kim-son"],
        True,
        AN_HOA_FORMER[1:],
        id="commune of today, its one former district",
    ),
    pytest.param(
        {"commune": "Phường Tây Hoa Lư", "province": "Ninh Bình"},
        ["phuong-tay-hoa-lu"],
        True,
        ["tinh-ninh-binh-cu"],
        id="commune of today from two districts",
    ),
    pytest.param(
        {"commune": "Xã Bình Minh", "province": "Ninh Bình"},
        ["xa-binh-minh"],
        True,
        ["huyen-kim-son-cu", "tinh-ninh-binh-cu"],
        id="the province tells a name of today from one of old",
    ),
    pytest.param(
        {"commune": "Xã Bình Minh"},
        ["xa-binh-minh", "xa-nam-minh"],
        False,
        [],
        id="without province a name may be of today or of old",
    ),
    pytest.param(
        {"code": "14638", "code_basis": "staff"},
        ["xa-kim-son"],
        True,
        ["huyen-kim-son-cu", "tinh-ninh-binh-cu"],
        id="code alone",
    ),
    pytest.param(
        {"district": "Huyện Kim Sơn", "province": "Ninh Bình"},
        [],
        False,
        ["huyen-kim-son-cu", "tinh-ninh-binh-cu"],
        id="district alone",
    ),
    pytest.param(
        {"district": "Huyện Hoa Lư"},
        [],
        False,
        ["huyen-hoa-lu-cu", "thanh-pho-hoa-lu-cu", "tinh-ninh-binh-cu"],
        id="district gone earlier, alone",
    ),
    pytest.param({"province": "Nam Định"}, [], False, ["tinh-nam-dinh-cu"], id="former province"),
    pytest.param({"province": "Ninh Bình"}, [], False, [], id="province of old or of today"),
    pytest.param(
        {"commune": "Xã Không Có", "district": "Huyện Kim Sơn", "province": "Ninh Bình"},
        [],
        False,
        ["huyen-kim-son-cu", "tinh-ninh-binh-cu"],
        id="commune not in the lists",
    ),
    pytest.param({"address": "Thôn 1"}, [], False, [], id="nothing"),
]


@pytest.mark.parametrize(("written", "communes", "certain", "former"), CASES)
def test_locate(
    written: dict[str, str], communes: list[str], certain: bool, former: list[str]
) -> None:
    place = Place(**written)  # type: ignore[arg-type]
    location = PLACES.locate(place)
    assert location is not None
    assert [area.id for area in location.communes] == communes
    assert location.certain is certain
    assert [area.id for area in location.former] == former
    assert location.written is place


def test_no_place() -> None:
    assert PLACES.locate(None) is None
