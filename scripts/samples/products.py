"""The products of samples: as long, as short and with as many gaps as real ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.samples import certificates, goods, pictures, trade, words
from scripts.samples.decisions import Decisions, Draft
from scripts.samples.dice import Dice
from scripts.samples.goods import Goods
from scripts.samples.makers import Maker
from scripts.samples.names import MARK, MARK_EN, Ids, Names
from scripts.samples.places import Home, Places
from scripts.samples.prose import Writer
from scripts.samples.sources import READ, Sources
from scripts.samples.words import Pair

Fields = dict[str, Any]

# What happens rarely happens at least once in a hundred.
_RARE = {3: "soon", 9: "revoked", 16: "none", 21: "renewed", 28: "five", 34: "undated", 42: "named"}
_SHORT, _WITHDRAWN, _RENAMED = 13, 45, 55
_STATES = (
    *((44, "one"), (14, "open"), (10, "undated"), (8, "named"), (9, "starless")),
    *((13, "renewed"), (1, "revoked"), (1, "five")),
)
# One product in fifty has pictures, until there are enough.
_PICTURED, MOST_PICTURES = 7, 40


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """All that products refer to, as far as it has been made."""

    names: Names
    ids: Ids
    places: Places
    decisions: Decisions
    illustrations: Mapping[str, str]
    shops: Sequence[trade.Shop]
    crafts: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A product with the pictures in its folder, by name."""

    draft: Draft
    pictures: Mapping[str, bytes]


def product(dice: Dice, number: int, maker: Maker | None, world: World, pictured: int) -> Made:
    """The product of that number; `pictured` is how many pictures there are so far."""
    kind, spoken = goods.draw(dice, short=number % 100 == _SHORT), Pair("", "")

    def draw(attempt: int) -> str:
        nonlocal spoken
        spoken = goods.name(dice, kind, maker.proper if maker else None, attempt)
        return f"{spoken.vi} {MARK}"

    name = world.names.product(maker.id if maker else None, draw)
    id = world.ids.take("product", name)
    sources = Sources(dice, id)
    writer = Writer(dice, sources, spoken, kind.realm)
    data: Fields = {"id": id, "name": name, "group": kind.leaf}
    if dice.chance(0.88):
        data["name_en"] = f"{spoken.en} {MARK_EN}"
    if maker:
        data["producer"] = maker.id
    home = maker.home if maker and dice.chance(0.8) else world.places.draw(dice)
    data |= _standing(dice, number, home, world, sources, writer)
    data |= _told(dice, writer, bool(maker)) | _traded(dice, number, id, world, sources)
    data |= _eaten(dice) if kind.realm == "food" else {}
    data |= _shown(dice, kind, world) | _renamed(dice, number, spoken, world)
    files = _pictures(dice, number, pictured)
    data["images"] = [_image(dice, file, kind.head) for file in files]
    data |= {"reviewed": READ, "sources": sources.written()}
    return Made(draft=Draft("product", data), pictures=files)


def _standing(
    dice: Dice, number: int, home: Home | None, world: World, sources: Sources, writer: Writer
) -> Fields:
    """Place, certificates, and why it is no longer listed where that is so."""
    found: Fields = {}
    if home:
        found["place"] = {**home.fields, "sources": sources.cite("award")}
    state = _RARE.get(number % 100) or dice.weighted(_STATES)
    case = certificates.Case(
        dice=dice, sources=sources, writer=writer, home=home, decisions=world.decisions
    )
    found["certificates"] = certificates.series(case, state)
    if state == "none" or number % 100 == _WITHDRAWN:
        reason, cited = writer.reason().vi, sources.cite("award")
        found["withdrawn"] = {"date": case.day(2026), "reason": reason, "sources": cited}
    return found


def _told(dice: Dice, writer: Writer, owned: bool) -> Fields:
    """Summary, facts, story and doubts: most at length, some hardly anything."""
    if dice.chance(0.04):
        return {}
    found: Fields = {"summary": writer.passage("summary")}
    if dice.chance(0.12):
        return found
    found["facts"] = [writer.passage("facts") for _ in range(dice.number(3, 7))]
    if dice.chance(0.7):
        found["story"] = [writer.passage("story") for _ in range(dice.number(1, 4))]
        if owned and dice.chance(0.2):
            found["story_by"] = "producer"
    if dice.chance(0.25):
        found["doubts"] = [writer.passage("doubts")]
    if dice.chance(0.05):
        found["name_note"] = writer.passage("doubts")
    return found


def _traded(dice: Dice, number: int, id: str, world: World, sources: Sources) -> Fields:
    found: Fields = {}
    if dice.chance(0.25):
        found["trade"] = trade.trade(dice, number, sources)
    if dice.chance(0.3):
        found["where_to_buy"] = trade.outlets(dice, id, world.shops, sources)
    if dice.chance(0.15):
        found["price"] = trade.price(dice, sources)
    return found


def _eaten(dice: Dice) -> Fields:
    """What only food has."""
    found: Fields = {}
    if dice.chance(0.25):
        found["season"] = dice.some(range(1, 13), dice.number(2, 6))
    if dice.chance(0.4):
        things = dice.some(words.section("materials"), dice.number(2, 5))
        found["ingredients"] = goods.capital(", ".join(thing.vi for thing in things))
    if dice.chance(0.1):
        found["allergens"] = dice.pick(("lạc, vừng", "giáp xác", "đậu nành", "trứng, sữa"))
    return found


def _shown(dice: Dice, kind: Goods, world: World) -> Fields:
    """Drawing, craft, words for the search."""
    found: Fields = {}
    if kind.leaf in world.illustrations and dice.chance(0.4):
        found["illustration"] = world.illustrations[kind.leaf]
    if world.crafts and dice.chance(0.15):
        found["craft"] = dice.pick(world.crafts)
    if dice.chance(0.8):
        things = dice.some(words.section("materials", kind.realm), dice.number(1, 3))
        found["keywords"] = [thing.vi for thing in things]
    return found


def _renamed(dice: Dice, number: int, spoken: Pair, world: World) -> Fields:
    """An id of before, some of them of another record that was merged into this one."""
    if number % 100 != _RENAMED and not dice.chance(0.02):
        return {}
    old = [world.ids.take("product", f"{spoken.vi} cũ")]
    return {"aliases": old, "merged": old if dice.chance(0.3) else []}


def _pictures(dice: Dice, number: int, so_far: int) -> Mapping[str, bytes]:
    """The pictures of a product, one to three where it has any."""
    if number % 50 != _PICTURED or so_far >= MOST_PICTURES:
        return {}
    count = min(dice.number(1, 3), MOST_PICTURES - so_far)
    return {f"anh-{index + 1}.jpg": pictures.draw(dice) for index in range(count)}


def _image(dice: Dice, file: str, head: Pair) -> Fields:
    place = file.removeprefix("anh-").removesuffix(".jpg")
    return {
        "file": file,
        "alt": f"Hình vẽ mẫu thứ {place}: đồi và bát, thay cho ảnh {head.vi.lower()}",
        "alt_en": f"Sample drawing {place}: hills and a bowl in place of a photo of {head.en}",
        "caption": "Hình do máy vẽ (mẫu)",
        "caption_en": "Drawn by a machine (sample)",
        "credit": "Bộ soạn mẫu",
        "licence": "CC0 1.0",
        "kind": "photo" if dice.chance(0.7) else "illustration",
    }
