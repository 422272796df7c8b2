"""What traders read of samples: packs, bar codes, papers, prices, channels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from scripts.samples.dice import Dice
from scripts.samples.sources import Sources

Fields = dict[str, Any]


class Shop(NamedTuple):
    """A shop as products name it."""

    id: str
    name: str


# GS1 keeps the prefix 952 for demonstrations and examples (General Specifications, 1.4.2).
_PREFIX = "952"

_NETS = (
    "500 g",
    "1 kg",
    "250 g",
    "5 kg",
    "hũ 300 g",
    "chai 500 ml",
    "hộp 20 túi × 2 g",
    "bộ 3 món",
)
_KEPT = ("12 tháng", "6 tháng", "24 tháng", "7 ngày", "30 ngày ở 0–5 °C", "18 tháng")
_STORED = ("nơi khô ráo, thoáng mát", "ngăn mát 0–5 °C", "ngăn đông −18 °C", "tránh ánh nắng")
_PAPERS = ("VietGAP", "HACCP", "ISO 22000:2018", "Hữu cơ TCVN 11041", "GMP")
_DECLARED = ("self-declaration", "self-declaration", "declaration", "conformity")
_RIGHTS = ("trademark", "trademark", "collective-mark", "certification-mark", "design")
_OUTLETS = ("website", "platform", "market", "supermarket", "store")
_PLACES = {
    "website": "Trang bán hàng mẫu",
    "platform": "Sàn thương mại điện tử mẫu",
    "market": "Chợ mẫu",
    "supermarket": "Siêu thị mẫu",
    "store": "Cửa hàng mẫu",
}


def trade(dice: Dice, number: int, sources: Sources) -> Fields:
    """The trade data of the product of that number."""
    found: Fields = {"packs": _packs(dice, number, sources), "sources": sources.cite("trade")}
    if dice.chance(0.7):
        found["shelf_life"] = dice.often(_KEPT)
    if dice.chance(0.6):
        found["storage"] = dice.often(_STORED)
    if dice.chance(0.5):
        found["capacity"] = f"khoảng {dice.number(2, 90)} tấn mỗi năm (số mẫu)"
    if dice.chance(0.4):
        found["certificates"] = _papers(dice, sources)
    if dice.chance(0.4):
        kind, named = dice.pick(_DECLARED), f"MẪU-{number:05d}/TCB"
        cited = sources.cite("trade")
        found["declaration"] = {"kind": kind, "number": named, "sources": cited}
    if dice.chance(0.25):
        found["property"] = [
            {"kind": dice.pick(_RIGHTS), "number": f"MẪU-{number:05d}", "date": "2022"}
        ]
    if dice.chance(0.3):
        found["traceability"] = f"https://truy-xuat-mau.example/{number}"
    return found


def _packs(dice: Dice, number: int, sources: Sources) -> list[Fields]:
    """One to three packs, most with a bar code of their own."""
    packs: list[Fields] = []
    for index, net in enumerate(dice.some(_NETS, dice.number(1, 3))):
        pack: Fields = {"net": net, "sources": sources.cite("trade")}
        if dice.chance(0.7):
            pack["gtin"] = gtin(number * 10 + index, box=dice.chance(0.1))
        packs.append(pack)
    return packs


def gtin(number: int, *, box: bool = False) -> str:
    """The bar code of that number in the range for examples; of a box of them with 14 digits."""
    digits = f"{'1' if box else ''}{_PREFIX}{number:09d}"
    weighted = (int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits)))
    return f"{digits}{-sum(weighted) % 10}"


def _papers(dice: Dice, sources: Sources) -> list[Fields]:
    year = dice.number(2021, 2024)
    return [
        {
            "name": name,
            "number": f"MẪU-{dice.number(1, 9999):04d}",
            "date": f"{year}-{dice.number(1, 12):02d}",
            "valid_until": str(year + 3),
            "sources": sources.cite("trade"),
        }
        for name in dice.some(_PAPERS, dice.number(1, 2))
    ]


def outlets(dice: Dice, id: str, shops: Sequence[Shop], sources: Sources) -> list[Fields]:
    """Where the product is sold: a shop of the catalogue, or other channels."""
    found: list[Fields] = []
    if shops and dice.chance(0.5):
        shop = dice.pick(shops)
        found.append({"name": shop.name, "kind": "store", "shop": shop.id})
    for kind in dice.some(_OUTLETS, dice.number(1, 2)):
        outlet: Fields = {"name": _PLACES[kind], "kind": kind}
        if kind in ("website", "platform"):
            outlet["url"] = f"https://{kind}-mau.example/{id}"
        found.append(outlet)
    return [outlet | {"sources": sources.cite("trade")} for outlet in found]


def price(dice: Dice, sources: Sources) -> Fields:
    """A price with its day."""
    return {
        "amount": dice.number(8, 600) * 1000,
        "per": dice.often(_NETS),
        "date": f"{dice.number(2023, 2025)}-{dice.number(1, 12):02d}",
        "sources": sources.cite("trade"),
    }
