"""Crafts, shops and videos of samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scripts.samples.decisions import Draft
from scripts.samples.dice import Dice
from scripts.samples.makers import proper_name
from scripts.samples.names import MARK, MARK_EN, Ids
from scripts.samples.places import Places
from scripts.samples.prose import Writer
from scripts.samples.sources import READ, Sources
from scripts.samples.trade import Shop
from scripts.samples.words import Pair

Fields = dict[str, Any]

_CRAFTS = (
    ("craft-village", Pair("Làng nghề", "craft village")),
    ("geographical-indication", Pair("Chỉ dẫn địa lý", "geographical indication")),
    ("collective-mark", Pair("Nhãn hiệu tập thể", "collective mark")),
)
_SHOPS = (
    ("point", "Điểm bán hàng"),
    ("centre", "Trung tâm giới thiệu sản phẩm"),
    ("supermarket-corner", "Quầy hàng siêu thị"),
    ("online", "Gian hàng trên mạng"),
)


def craft(dice: Dice, ids: Ids, places: Places) -> Draft:
    """A craft village, geographical indication or collective mark."""
    kind, head = dice.often(_CRAFTS)
    proper = proper_name(dice, 2)
    name = f"{head.vi} {proper} {MARK}"
    id = ids.take("craft", name)
    sources = Sources(dice, id)
    writer = Writer(dice, sources, Pair(proper, proper), "craft")
    data: Fields = {
        "id": id,
        "name": name,
        "name_en": f"{proper} {head.en} {MARK_EN}",
        "kind": kind,
        "summary": writer.passage("crafts"),
        "facts": [writer.passage("crafts") for _ in range(dice.number(1, 3))],
    }
    home = places.draw(dice)
    if home:
        data["place"] = {**home.fields, "sources": sources.cite("text")}
    return Draft("craft", data | {"reviewed": READ, "sources": sources.written()})


def shop(dice: Dice, ids: Ids, places: Places, carried: Sequence[str]) -> tuple[Shop, Draft]:
    """A point of sale that carries some products."""
    kind, head = dice.often(_SHOPS)
    name = f"{head} {proper_name(dice, 2)} {MARK}"
    id = ids.take("shop", name)
    sources = Sources(dice, id)
    writer = Writer(dice, sources)
    data: Fields = {
        "id": id,
        "name": name,
        "kind": kind,
        "hours": "8 giờ – 18 giờ hằng ngày" if dice.chance(0.5) else None,
        "website": f"https://{id}.example/" if kind == "online" else None,
        "carries": dice.some(carried, dice.number(3, 12)),
        "facts": [writer.passage("shops") for _ in range(dice.number(1, 2))],
    }
    home = places.draw(dice)
    if home:
        data["place"] = {**home.fields, "sources": sources.cite("text")}
    data |= {"reviewed": READ, "sources": sources.written()}
    return Shop(id=id, name=name), Draft("shop", data)


def video(dice: Dice, ids: Ids, shown: Sequence[str]) -> Draft:
    """A report on a page of its own, or a film with chapters and spoken text."""
    proper = proper_name(dice, 2)
    title = f"Phóng sự về nghề ở {proper} {MARK}"
    id = ids.take("video", title)
    sources = Sources(dice, id)
    writer = Writer(dice, sources)
    data: Fields = {
        "id": id,
        "title": title,
        "title_en": f"A report on the crafts of {proper} {MARK_EN}",
        "date": f"{dice.number(2020, 2025)}-{dice.number(1, 12):02d}",
        "credit": "Đài Truyền hình Mẫu",
        "summary": writer.passage("videos"),
    }
    data |= _film(dice, writer, shown) if dice.chance(0.3) else _page(dice, id)
    return Draft("video", data | {"reviewed": READ, "sources": sources.written()})


def _page(dice: Dice, id: str) -> Fields:
    return {
        "kind": "page",
        "url": f"https://video-mau.example/{id}",
        "duration": dice.number(60, 900),
    }


def _film(dice: Dice, writer: Writer, shown: Sequence[str]) -> Fields:
    chapters = [
        {"at": 40 * place, "title": f"Chương {place + 1}", "product": product}
        for place, product in enumerate(dice.some(shown, 4))
    ]
    spoken = [writer.spoken("story") for _ in range(2)]
    return {"kind": "film", "duration": 240, "chapters": chapters, "transcript": spoken}
