"""A small world for the tests of the model: lists and records made directly from the field list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.records import Reading, Record
from scripts.schema import LISTS, RECORDS

SOURCE = {"key": "nguon", "publisher": "Nguồn thử", "supports": "mọi điều"}


def _unit(name: str, district: str, province: str, code: str, part: bool = False) -> dict[str, Any]:
    return {
        "name": name,
        "district": district,
        "province": province,
        "former_code": code,
        "part": part,
    }


def _commune(code: str, id: str, name: str, *formed_from: dict[str, Any]) -> dict[str, Any]:
    return {"code": code, "id": id, "name": name, "formed_from": list(formed_from)}


COMMUNES = {
    "province": {
        "code": "37",
        "name": "Tỉnh Ninh Bình",
        "in_force_from": "2025-07-01",
        "formed_from": ["Hà Nam", "Nam Định", "Ninh Bình"],
    },
    "communes": [
        _commune(
            "14488",
            "xa-gia-van",
            "Xã Gia Vân",
            _unit("Xã Gia Vân", "Huyện Gia Viễn", "Ninh Bình", "14488"),
            _unit("Xã Gia Tân", "Huyện Gia Viễn", "Ninh Bình", "14503", part=True),
        ),
        _commune(
            "14533",
            "phuong-tay-hoa-lu",
            "Phường Tây Hoa Lư",
            _unit("Xã Gia Tân", "Huyện Gia Viễn", "Ninh Bình", "14503", part=True),
            _unit("Xã Trường Yên", "Thành phố Hoa Lư", "Ninh Bình", "14533"),
        ),
        _commune(
            "14638",
            "xa-kim-son",
            "Xã Kim Sơn",
            _unit("Xã Ân Hòa", "Huyện Kim Sơn", "Ninh Bình", "14638"),
        ),
        _commune(
            "13933",
            "xa-quy-nhat",
            "Xã Quỹ Nhất",
            _unit("Thị trấn Quỹ Nhất", "Huyện Nghĩa Hưng", "Nam Định", "13939"),
        ),
        _commune(
            "14056",
            "xa-binh-minh",
            "Xã Bình Minh",
            _unit("Thị trấn Bình Minh", "Huyện Kim Sơn", "Ninh Bình", "14623"),
        ),
        _commune(
            "14014",
            "xa-nam-minh",
            "Xã Nam Minh",
            _unit("Xã Bình Minh", "Huyện Nam Trực", "Nam Định", "14014"),
        ),
        _commune(
            "14077",
            "xa-truc-ninh",
            "Xã Trực Ninh",
            _unit("Xã Trực Hưng", "Huyện Trực Ninh", "Nam Định", "14071"),
        ),
        _commune(
            "14104",
            "xa-ninh-cuong",
            "Xã Ninh Cường",
            _unit("Xã Trực Hùng", "Huyện Trực Ninh", "Nam Định", "14104"),
        ),
    ],
}
EARLIER = {
    "earlier_units": [
        {
            **_earlier,
            "change": "merged",
        }
        for _earlier in (
            {
                "name": "Xã Nghĩa Bình",
                "district": "Huyện Nghĩa Hưng",
                "province": "Nam Định",
                "former_code": "13933",
                "successor": {
                    "name": "Thị trấn Quỹ Nhất",
                    "district": "Huyện Nghĩa Hưng",
                    "former_code": "13939",
                },
                "now": ["13933"],
            },
            {
                "name": "Xã Trường Yên",
                "district": "Huyện Hoa Lư",
                "province": "Ninh Bình",
                "former_code": "14533",
                "successor": {
                    "name": "Xã Trường Yên",
                    "district": "Thành phố Hoa Lư",
                    "former_code": "14533",
                },
                "now": ["14533"],
            },
        )
    ]
}
GROUPS = {
    "groups": [
        {
            "id": "thuc-pham",
            "number": "I",
            "name": "Thực phẩm",
            "name_en": "Food",
            "short": "Thực phẩm",
            "short_en": "Food",
            "leaves": [
                {
                    "id": "gao",
                    "number": 3,
                    "name": "Gạo",
                    "name_en": "Rice",
                    "branch": "2",
                    "branch_en": "2",
                },
                {
                    "id": "rau",
                    "number": 1,
                    "name": "Rau",
                    "name_en": "Greens",
                    "branch": "1",
                    "branch_en": "1",
                },
            ],
        }
    ]
}
ISSUERS = {
    "issuers": [
        {"id": "tinh", "name": "UBND tỉnh", "name_en": "The province", "level": "province"},
        {"id": "huyen", "name": "UBND huyện Yên Mô", "name_en": "Yên Mô", "level": "district"},
    ]
}
_LEVELS = {"three": "province", "four": "province", "five": "ministry"}
_SUMMARY = {"vi": "Quy định"}
LAW = {
    "periods": [
        {
            "id": "1048",
            "name": "Quyết định 1048",
            "first": "2019-08-21",
            "last": "2023-02-23",
            "months": 36,
            "levels": _LEVELS,
            "summary": _SUMMARY,
        },
        {
            "id": "148",
            "name": "Quyết định 148",
            "first": "2023-02-24",
            "months": 24,
            "levels": _LEVELS,
            "summary": _SUMMARY,
        },
    ]
}
OTHERS = {
    "programme": {"plans": [], "figures": []},
    "synonyms": {"synonyms": []},
    "publisher": {"data_date": "2026-11-24"},
}


def record(kind: str, id: str, /, **fields: Any) -> Record[Any]:
    """A record of a kind with the fields given; `kind` of a producer, craft… is a field of it."""
    value = RECORDS[kind](id=id, sources=[SOURCE], **fields)
    return _record(kind, id, value)


def reading(*records: Record[Any]) -> Reading:
    """A reading of the small world's lists and the records given."""
    return Reading(
        records=records,
        lists={name: _list(name, written) for name, written in _LISTS.items()},
        problems=(),
        files=(),
    )


_LISTS: dict[str, dict[str, Any]] = {
    "communes": COMMUNES,
    "communes-earlier": EARLIER,
    "groups": GROUPS,
    "issuers": ISSUERS,
    "law": LAW,
    **OTHERS,
}


def _list(name: str, written: dict[str, Any]) -> Record[Any]:
    return _record("list", name, LISTS[name](sources=[SOURCE], **written))


def _record(kind: str, id: str, value: Any) -> Record[Any]:
    path = f"products/{kind}/{id}.yml"
    file = Path(path)
    return Record(
        kind=kind, id=id, path=path, file=file, value=value, marks={}, digest=b"", content=b""
    )
