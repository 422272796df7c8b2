"""The records of a sample one after another, each after those that it names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scripts.samples import lists, makers, others, products
from scripts.samples.decisions import Decisions, Draft
from scripts.samples.dice import Dice
from scripts.samples.makers import Maker
from scripts.samples.names import Ids, Names
from scripts.samples.places import Places
from scripts.samples.products import World
from scripts.samples.trade import Shop

# Shares of products that have a maker, and of these the ones whose maker is new: half as many
# makers as products.
_OWNED, _NEW_MAKER = 0.8, 0.625
# Share of the other ones that belong to a large maker: a hundred products at most in 20,000.
_LARGE = 0.15
# One craft, shop and video for that many products.
_CRAFT, _SHOP, _VIDEO = 25, 60, 30
# What a shop carries, a video shows or a known maker makes is among the latest.
_LATEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A record, the files beside it, and the number of the product with which it was made."""

    number: int
    draft: Draft
    beside: Mapping[str, bytes] = field(default_factory=dict)


def drafts(count: int, seed: int, real: Path) -> Iterator[Made]:
    """All records of a sample; those made for a product come before it."""
    stream = _Stream(real)
    for number in range(count):
        # Each product has dice of its own: a longer sample begins with the shorter one.
        yield from stream.turn(Dice(f"{seed} {number}"), number)


class _Stream:
    """What has been made so far, as far as later records name it."""

    def __init__(self, real: Path) -> None:
        ids = Ids()
        groups = lists.load(real, "groups").groups
        issuers, law = lists.load(real, "issuers").issuers, lists.load(real, "law").periods
        self._makers: list[Maker] = []
        self._shops: list[Shop] = []
        self._crafts: list[str] = []
        self._latest: list[str] = []
        self._pictures = 0
        self._world = World(
            names=Names(),
            ids=ids,
            places=Places(lists.load(real, "communes"), lists.load(real, "communes-earlier")),
            decisions=Decisions(issuers, law, ids),
            illustrations={
                leaf.id: leaf.illustration
                for group in groups
                for leaf in group.leaves
                if leaf.illustration
            },
            shops=self._shops,
            crafts=self._crafts,
        )

    def turn(self, dice: Dice, number: int) -> Iterator[Made]:
        """A product and what is made with it."""
        for draft in self._around(dice, number):
            yield Made(number=number, draft=draft)
        owned = dice.chance(_OWNED)
        maker = None
        if owned:
            maker, new = self._maker(dice, number)
            if new:
                yield Made(number=number, draft=new)
        made = products.product(dice, number, maker, self._world, self._pictures)
        for draft in self._world.decisions.drafts():
            yield Made(number=number, draft=draft)
        self._pictures += len(made.pictures)
        self._latest = [*self._latest[1 - _LATEST :], made.draft.data["id"]]
        yield Made(number=number, draft=made.draft, beside=made.pictures)

    def _maker(self, dice: Dice, number: int) -> tuple[Maker, Draft | None]:
        """The maker of a product, with its record where it is new; some makers make much."""
        if self._makers and not dice.chance(_NEW_MAKER):
            return self._known_maker(dice), None
        made, draft = makers.maker(dice, number, self._world.names, self._world.ids,
                                   self._world.places)  # fmt: skip
        self._makers.append(made)
        return made, draft

    def _known_maker(self, dice: Dice) -> Maker:
        """One of the latest makers, or one of the few that make much."""
        if dice.chance(_LARGE):
            return dice.pick(self._makers[: 1 + len(self._makers) // 250])
        return dice.often(self._makers[:-_LATEST:-1])

    def _around(self, dice: Dice, number: int) -> Iterator[Draft]:
        """A craft, shop or video, where it is time for one."""
        ids, places = self._world.ids, self._world.places
        if number % _CRAFT == 0:
            draft = others.craft(dice, ids, places)
            self._crafts.append(draft.data["id"])
            yield draft
        if number % _SHOP == _SHOP // 2:
            shop, draft = others.shop(dice, ids, places, self._latest)
            self._shops.append(shop)
            yield draft
        if number % _VIDEO == _VIDEO // 2:
            yield others.video(dice, ids, self._latest)
