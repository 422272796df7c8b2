from __future__ import annotations

from typing import Any

import pytest

from scripts.text.fold import fold
from scripts.text.search import find
from scripts.text.search_index import address_of, load
from scripts.text.search_words import (
    LACKING,
    OTHER,
    SAME,
    cuts,
    marked,
    marks_apart,
    one_edit,
    twin,
)
from tests.text.search_data import as_cases, data, verify


@as_cases
def test_case(case: dict[str, Any]) -> None:
    columns, keys = data()
    result = find(load(columns), case["query"])
    verify(case, [keys[row] for row in result.rows], result.stage)


def test_addresses_come_back() -> None:
    columns, keys = data()
    found = {key: address_of(columns, row) for row, key in enumerate(keys) if row < 60}
    assert found["Rượu Kim Sơn Lai Thành"] == "/san-pham/ruou-kim-son-lai-thanh/"
    assert found["tinh-bot-nghe-2"] == "/san-pham/tinh-bot-nghe-bochi/"


def test_only_addresses_that_the_name_does_not_tell_are_in_the_data() -> None:
    columns, keys = data()
    assert dict(
        zip([keys[row] for row in columns["slugs"][0]], columns["slugs"][1], strict=True)
    ) == {
        "tinh-bot-nghe-2": "-bochi",
        "1085/QĐ-UBND": "-2021",
        "1085/QĐ-UBND huyện": "-yen-mo-2023",
        "5445/QĐ-UBND": "-2023",
        "Giới thiệu": "gioi-thieu",
        "Hạng 4 sao": "hang-sao/4-sao",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hòa Bình – XOÈ, thuỷ", "hoà bình xoè thuỷ"),
        ("Tuý, Túy; quý", "tuý tuý quý"),
        ("Đồ «đồng» 5 l", "đồ đồng 5 l"),
        ("Straße Kim\u00ad Sơn", "strasse kim sơn"),
        ("Hoa\u0300 \u1e63", "hoà ṣ"),
    ],
)
def test_marked(text: str, words: str) -> None:
    assert marked(text) == words
    assert len(marked(text)) == len(fold(text))


@pytest.mark.parametrize(
    ("typed", "found", "how"),
    [
        ("đường", "đường", SAME),
        ("duong", "đường", LACKING),
        ("dương", "đường", LACKING),
        ("đương", "đường", LACKING),
        ("đường", "dương", OTHER),
        ("dùa", "dưa", OTHER),
    ],
)
def test_marks_apart(typed: str, found: str, how: int) -> None:
    assert marks_apart(typed, found) == how


def test_twins() -> None:
    twins = [twin(word) for word in ["mĩ", "kỹ", "quý", "sy", "hoá", "chay", "i", "thuý"]]
    assert twins == ["mỹ", "kĩ", "quí", "si", None, None, None, None]


@pytest.mark.parametrize("known", ["sno", "sn", "so", "soon", "sonn", "xson", "sin", "on"])
def test_one_edit(known: str) -> None:
    assert one_edit("son", known)
    assert one_edit(known, "son")


@pytest.mark.parametrize("known", ["son", "nos", "s", "soonn", "sin a", "osn a", ""])
def test_more_than_one_edit(known: str) -> None:
    assert not one_edit("son", known)


def test_cuts() -> None:
    known = {"ruou", "kim", "son", "so", "ruo", "uki"}
    assert list(cuts("ruoukimson", known)) == ["ruou kim son"]
    assert list(cuts("ruou", known)) == []
