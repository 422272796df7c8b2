from __future__ import annotations

from itertools import permutations

import pytest

from scripts.model import addresses


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (addresses.product("ruou-kim-son"), "/san-pham/ruou-kim-son/"),
        (addresses.producer("htx-van-tra"), "/chu-the/htx-van-tra/"),
        (addresses.producers_of("cooperative"), "/chu-the/loai/hop-tac-xa/"),
        (addresses.producers_of("group"), "/chu-the/loai/to-hop-tac/"),
        (addresses.area("xa-kim-son"), "/dia-phuong/xa-kim-son/"),
        (addresses.leaf("thuc-pham", "gao"), "/nhom/thuc-pham/gao/"),
        (addresses.group("thuc-pham"), "/nhom/thuc-pham/"),
        (addresses.star(4), "/hang-sao/4-sao/"),
        (addresses.year(2023), "/nam/2023/"),
        (addresses.decision("qd-1085"), "/quyet-dinh/qd-1085/"),
        (addresses.craft("craft-village", "gom"), "/lang-nghe/gom/"),
        (addresses.craft("geographical-indication", "de"), "/chi-dan-dia-ly/de/"),
        (addresses.craft("collective-mark", "dao"), "/nhan-hieu-tap-the/dao/"),
        (addresses.shop("trung-tam"), "/diem-ban/trung-tam/"),
        (addresses.video("phim"), "/video/phim/"),
        (addresses.gtin("8931234567890"), "/01/08931234567890/"),
        (addresses.english(addresses.HOME), "/en/"),
        (addresses.english("/san-pham/x/"), "/en/san-pham/x/"),
    ],
)
def test_address(address: str, expected: str) -> None:
    assert address == expected


def test_every_row_gets_its_first_free_offer() -> None:
    taken = {"c"}
    assert addresses.distinct([["a", "a-1"], ["b", "b-1"], ["c", "c-1"]], taken) == [
        "a",
        "b",
        "c-1",
    ]
    assert taken == {"a", "b", "c", "c-1"}


def test_rows_that_want_the_same_move_on_together_whatever_their_order() -> None:
    rows = [["a", "a-x"], ["a", "a-y"], ["b"]]
    for order in permutations(rows):
        chosen = dict(
            zip([row[-1] for row in order], addresses.distinct(order, set()), strict=True)
        )
        assert chosen == {"a-x": "a-x", "a-y": "a-y", "b": "b"}


def test_rows_with_the_same_offers_are_numbered() -> None:
    assert addresses.distinct([["a"], ["a"], ["a-2"]], set()) == ["a", "a-3", "a-2"]
