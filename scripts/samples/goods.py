"""What samples are and what they are called: from one word to a whole line."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scripts.samples import words
from scripts.samples.dice import Dice
from scripts.samples.makers import proper_name
from scripts.samples.words import Pair


class Goods(NamedTuple):
    """A kind of goods: its group, what it is called, and whether it is food, craft or living.

    `bare`: the product has no other name.
    """

    leaf: str
    head: Pair
    realm: str
    bare: bool = False


def draw(dice: Dice, *, short: bool = False) -> Goods:
    """A kind of goods; where it shall be short, one that is called by one word."""
    leaf, head = dice.pick(words.heads(short=short))
    return Goods(leaf, head, words.realm(leaf), short)


def capital(text: str) -> str:
    """The text as the beginning of a name or sentence."""
    return text[:1].upper() + text[1:]


def name(dice: Dice, goods: Goods, proper: str | None, attempt: int) -> Pair:
    """A name of one word up to a whole line; longer where shorter ones are taken.

    `proper` is the proper name of the maker, which many of its goods bear.
    """
    way = dice.weighted(_WAYS) if attempt < 6 else _with_proper
    if goods.bare and attempt == 0:
        way = _bare
    own = proper if attempt < 3 else None
    return way(dice, goods, own or proper_name(dice, attempt))


def _bare(dice: Dice, goods: Goods, proper: str) -> Pair:
    return Pair(goods.head.vi, capital(goods.head.en))


def _of_kind(dice: Dice, goods: Goods, proper: str) -> Pair:
    kind = dice.pick(words.stock("kinds", goods.realm))
    return Pair(f"{goods.head.vi} {kind.vi}", f"{capital(goods.head.en)}, {kind.en}")


def _with_proper(dice: Dice, goods: Goods, proper: str) -> Pair:
    return Pair(f"{goods.head.vi} {proper}", f"{proper} {goods.head.en}")


def _with_both(dice: Dice, goods: Goods, proper: str) -> Pair:
    kind = dice.pick(words.stock("kinds", goods.realm))
    return Pair(f"{goods.head.vi} {kind.vi} {proper}", f"{proper} {goods.head.en}, {kind.en}")


def _long(dice: Dice, goods: Goods, proper: str) -> Pair:
    both, tail = _with_both(dice, goods, proper), dice.pick(words.stock("longer", goods.realm))
    return Pair(f"{both.vi} {tail.vi}", f"{both.en}, {tail.en}")


_WAYS: tuple[tuple[int, Callable[[Dice, Goods, str], Pair]], ...] = (
    (5, _bare),
    (12, _of_kind),
    (50, _with_proper),
    (27, _with_both),
    (6, _long),
)
