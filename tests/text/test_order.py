from __future__ import annotations

import random
import unicodedata

import pytest

from scripts.text.order import ALPHABET, initial, vietnamese_key

ORDERED = [
    "",
    "3 miền",
    "An",
    "Ăn",
    "Ấm",
    "Ba",
    "Bà",
    "Bả",
    "Bã",
    "Bá",
    "Bạ",
    "Bá b",
    "Ba ba",
    "Bà ba",
    "Bác",
    "Dưa",
    "Đá",
    "Em",
    "Ếch",
    "Ghẹ",
    "Nem",
    "Ngô",
    "Oản",
    "Ốc",
    "Ớt",
    "Phở",
    "Quýt",
    "Tương",
    "Ủ",
    "Ứng",
    "Vải",
    "Wok",
    "Xôi",
    "Yến",
]


def test_alphabet_has_every_letter_once() -> None:
    assert len(set(ALPHABET)) == 33


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    shuffled = random.Random(1).sample(ORDERED, len(ORDERED))
    assert sorted(shuffled, key=vietnamese_key) == ORDERED


def test_tone_decides_only_between_equal_letters() -> None:
    names = ["Cá kho", "Ca nô", "Cà phê", "Cạ"]
    assert sorted(names, key=vietnamese_key) == ["Cạ", "Cá kho", "Ca nô", "Cà phê"]


def test_marks_case_and_composition() -> None:
    decomposed = unicodedata.normalize("NFD", "Đường phên")
    assert vietnamese_key(decomposed)[:2] == vietnamese_key("đường PHÊN")[:2]
    assert vietnamese_key("“Nem” - nắm")[:1] == vietnamese_key("Nem nắm")[:1]


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Ổi", "Ô"), ("đồ", "Đ"), ("“Ấm” chè", "Â"), ("Yến", "Y"), ("3 miền", "#"), ("…", "#")],
)
def test_initial(name: str, letter: str) -> None:
    assert initial(name) == letter
