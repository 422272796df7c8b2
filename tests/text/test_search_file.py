"""The published form of the search data: nothing is lost, and what is unknown is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from scripts.text.search_code import (
    ONE_BYTE,
    character,
    number,
    read_lines,
    read_numbers,
    read_words,
    vocabulary,
    write_lines,
    write_numbers,
    write_words,
)
from scripts.text.search_file import Packed, read, write
from scripts.text.search_places import read_places, write_places
from tests.text.search_data import data

LAST = 55_213


Files = tuple[dict[str, Any], dict[str, Any]]


def whole(packed: Packed) -> Files:
    """The first file, and the others by name."""
    first = {**packed.head, "blocks": [*packed.products, packed.others]}
    if not packed.numbers:
        return first, {}
    return {**first, "numbers": "numbers"}, {"numbers": packed.numbers}


def sharded(packed: Packed) -> Files:
    """The same with each block of products in a file of its own."""
    first, files = whole(packed)
    shards = {f"{i}.json": {"version": 2, **block} for i, block in enumerate(packed.products)}
    told = [{"count": shards[name]["count"], "file": name} for name in shards]
    return {**first, "blocks": [*told, packed.others]}, {**files, **shards}


def back(files: Files) -> dict[str, Any]:
    return read(files[0], files[1].__getitem__)


def plain() -> dict[str, Any]:
    columns: dict[str, Any] = json.loads(json.dumps(data()[0]))
    return columns


def test_every_number_has_its_own_character_that_json_leaves_alone() -> None:
    numbers = [*range(3_000), *range(50_000, LAST + 1)]
    characters = [character(one) for one in numbers]
    assert [number(one) for one in characters] == numbers
    assert json.dumps("".join(characters), ensure_ascii=False) == f'"{"".join(characters)}"'
    with pytest.raises(ValueError, match=str(LAST + 1)):
        character(LAST + 1)


@pytest.mark.parametrize(
    "lines",
    [[], [[]], [[], [], [1]], [[1, 2, 3], [1, 2, 4], [1, 2], [5], [5]], [[*range(40)]] * 3],
)
def test_lines_come_back(lines: list[list[int]]) -> None:
    assert read_lines(write_lines(lines)) == lines


@pytest.mark.parametrize("most", [0, ONE_BYTE - 1, ONE_BYTE, 10_000, 55_000])
def test_numbers_come_back(most: int) -> None:
    numbers = [0, most, most // 2, 0]
    assert read_numbers(write_numbers(numbers), 4) == numbers


def test_words_come_back() -> None:
    words = ["", "a", "ab", "abcdefghijklm", "abcdefghijklx", "1086/QĐ", "1085/QĐ", "(cũ)", "ab"]
    assert read_words(write_words(words)) == words
    assert read_words(write_words([])) == []


def test_the_commonest_words_have_the_shortest_characters() -> None:
    rare = [f"w{place:04}" for place in range(2_500)]
    words = vocabulary([*rare, *["Zy zy"] * 3])
    assert {"Zy", "zy"} < set(words[:ONE_BYTE])
    assert len(words) == len(set(words)) == 2_502


def test_the_columns_come_back() -> None:
    assert back(whole(write(plain()))) == plain()


@pytest.mark.parametrize("size", [1, 7, 10_000])
def test_the_columns_come_back_from_shards(size: int) -> None:
    packed = write(plain(), whole=0, shard=size)
    assert len(packed.products) == -(-plain()["kinds"][0]["count"] // size)
    assert back(sharded(packed)) == plain()


def test_only_many_products_are_put_into_shards() -> None:
    count = plain()["kinds"][0]["count"]
    assert len(write(plain(), whole=count, shard=5).products) == 1
    assert len(write(plain(), whole=count - 1, shard=5).products) > 1


def test_no_word_stands_in_two_files() -> None:
    packed = write(plain(), whole=0, shard=7)
    files = [packed.head, *packed.products, packed.others]
    words = [word for file in files for word in read_words(file.get("words", ""))]
    assert len(words) == len(set(words))
    assert "Gạo" in read_words(packed.head["words"])
    assert "words" not in packed.others


def test_a_catalogue_without_products_comes_back() -> None:
    columns = {
        "prefix": "",
        "past": "",
        "say": {},
        "kinds": [{"id": "product", "label": "", "count": 0}],
        **{name: [[], []] for name in ("also", "notes", "numbers", "slugs")},
        **{name: [] for name in ("names", "near", "producers", "leaves", "sets", "synonyms")},
    }
    assert back(whole(write(columns))) == columns


def test_another_version_is_refused() -> None:
    first, shards = sharded(write(plain(), whole=0, shard=7))
    with pytest.raises(ValueError, match="version 3, not 2"):
        read({**first, "version": 3}, shards.__getitem__)
    with pytest.raises(ValueError, match="version 1, not 2"):
        read(first, lambda name: {**shards[name], "version": 1})


def test_an_unknown_column_is_left_alone() -> None:
    first, files = whole(write(plain()))
    blocks = [{**block, "stars": "0"} for block in first["blocks"]]
    assert back(({**first, "blocks": blocks}, files)) == plain()


def test_a_text_that_is_said_often_is_one_word() -> None:
    columns = plain()
    often = ["rau má", "rau má · rau · lá sen", "lá · rau má · rau má · sen", "rau má tươi"]
    columns["also"] = [[0, 2, 3, 5], often]
    packed = write(columns)
    assert "rau_má" in read_words(packed.head["words"])
    assert back(whole(packed)) == columns
    packed = write({**columns, "also": [[0, 2], often[:2]]})
    assert "rau_má" not in read_words(packed.head["words"])


def test_a_former_commune_tells_its_places() -> None:
    kinds = [
        {"id": "product", "count": 3},
        {"id": "commune", "count": 2, "place": 1},
        {"id": "former-commune", "count": 2, "place": 1, "former": 1},
        {"id": "former-district", "count": 1, "place": 1, "former": 0},
    ]
    # Of the former communes, the first went into both communes, the second into the second one.
    sets = [[3, 4, 5, 7], [4, 5, 7], [4, 6, 7], [5], [5, 6], [7]]
    near = [2, 4, 3, 5, 6, 7, 7, 0]
    written = write_places({"kinds": kinds, "near": near, "sets": sets})
    assert written.around == [[3], [3, 4], [5], [5], []]
    assert written.lists == [[2, 0, 3, 5]]
    assert written.near == [4, 5, 7]
    assert read_places(kinds, written) == (near, sets)
