"""The makers of samples: of all kinds, some who asked not to be named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scripts.samples import words
from scripts.samples.decisions import Draft
from scripts.samples.dice import Dice
from scripts.samples.names import MARK, Ids, Names
from scripts.samples.places import Home, Places
from scripts.samples.prose import Writer
from scripts.samples.sources import READ, Sources
from scripts.samples.words import Pair

_KINDS = (
    (46, "cooperative"),
    (28, "enterprise"),
    (20, "household"),
    (4, "group"),
    (2, None),
)
_FORMS = {
    "cooperative": ("HTX", "Hợp tác xã", "HTX nông nghiệp", "HTX sản xuất và dịch vụ"),
    "enterprise": ("Công ty TNHH", "Công ty Cổ phần", "Doanh nghiệp tư nhân"),
    "group": ("Tổ hợp tác",),
    None: ("Xưởng",),
}
_SPELT_OUT = {"HTX": "Hợp tác xã", "Công ty TNHH": "Công ty trách nhiệm hữu hạn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """A maker as products need it: its id, its proper name, its place."""

    id: str
    proper: str | None
    home: Home | None


def proper_name(dice: Dice, attempt: int = 0) -> str:
    """Two syllables such as “Lạc Hồng”, more where a name has to be found again."""
    first, second = words.syllables("first"), words.syllables("second")
    parts = [dice.pick(first), dice.pick(second)]
    parts += [dice.pick(second) for _ in range((attempt + 2) // 4)]
    return " ".join(parts)


def person(dice: Dice) -> str:
    """A name as people bear it; the mark behind it says that nobody does."""
    family, middle = words.syllables("surnames"), words.syllables("middles")
    given = dice.pick(words.syllables("second"))
    return f"{dice.often(family)} {dice.pick(middle)} {given}"


def maker(dice: Dice, number: int, names: Names, ids: Ids, places: Places) -> tuple[Maker, Draft]:
    """The maker of that number, and its record."""
    kind = dice.weighted(_KINDS)
    household = kind == "household"
    form = "Hộ kinh doanh" if household else dice.often(_FORMS[kind])
    proper = ""

    def draw(attempt: int) -> str:
        nonlocal proper
        alone = household and dice.chance(0.8)
        proper = person(dice) if alone else proper_name(dice, attempt)
        return f"{form} {proper} {MARK}"

    name = names.maker(draw)
    # The first household too, so that a small catalogue has one.
    withheld = household and (dice.chance(0.01) or number < 8)
    id = ids.take("producer", f"ho kinh doanh {number}" if withheld else name)
    home = places.draw(dice)
    sources = Sources(dice, id)
    data: dict[str, Any] = {"id": id, "name": name, "kind": kind, "withheld": withheld}
    if not withheld:
        data |= _contact(dice, id, form, proper)
        data |= _prose(Writer(dice, sources, Pair(proper, proper)), dice)
    if home:
        data["place"] = {**home.fields, "sources": sources.cite("award")}
    data |= {"reviewed": READ, "sources": sources.written()}
    short = None if withheld or household else proper
    return Maker(id=id, proper=short, home=home), Draft("producer", data)


def _contact(dice: Dice, id: str, form: str, proper: str) -> dict[str, Any]:
    """Another spelling of the name, and contacts that lead nowhere."""
    found: dict[str, Any] = {}
    if form in _SPELT_OUT and dice.chance(0.3):
        found["other_names"] = [f"{_SPELT_OUT[form]} {proper} {MARK}"]
    if dice.chance(0.3):
        found["website"] = f"https://{id}.example/"
    if dice.chance(0.2):
        found["phone"] = "0000 000 000"
    if dice.chance(0.15):
        found["email"] = f"lien-he@{id}.example"
    return found


def _prose(writer: Writer, dice: Dice) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if dice.chance(0.4):
        found["summary"] = writer.passage("makers")
    if dice.chance(0.6):
        found["facts"] = [writer.passage("makers") for _ in range(dice.number(1, 2))]
    if dice.chance(0.1):
        found["story"] = [writer.passage("story")]
    return found
