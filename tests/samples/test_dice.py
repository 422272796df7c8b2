"""Chance: the same on every machine, and as often as it says."""

from __future__ import annotations

from collections import Counter

from scripts.samples.dice import Dice


def test_the_first_draws_of_a_seed_are_known() -> None:
    dice = Dice("1 0")
    assert [dice.number(1, 100) for _ in range(6)] == [96, 10, 46, 6, 62, 59]


def test_shares_come_out() -> None:
    dice = Dice("shares")
    assert 200 < sum(dice.chance(0.25) for _ in range(1000)) < 300
    assert not any(dice.chance(0) for _ in range(100))
    weighted = Counter(dice.weighted(((3, "a"), (1, "b"))) for _ in range(1000))
    assert 650 < weighted["a"] < 850
    assert {dice.number(2, 4) for _ in range(100)} == {2, 3, 4}


def test_the_first_of_many_comes_most_often() -> None:
    dice = Dice("often")
    drawn = Counter(dice.often(range(500)) for _ in range(5000))
    assert drawn[0] > 1.5 * drawn[1] > 2 * drawn[4]
    assert max(drawn) == 99
    assert dice.often("x") == "x"


def test_some_things_keep_their_order_and_differ() -> None:
    dice = Dice("some")
    for count in range(6):
        drawn = dice.some("abcde", count)
        assert len(drawn) == count
        assert drawn == sorted(set(drawn))
    assert dice.some("ab", 9) == ["a", "b"]
