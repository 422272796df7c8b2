"""Names of samples: far enough from each other, and told by whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scripts.samples.names import Ids, Names


def offering(*names: str) -> Callable[[int], str]:
    """Draws these names one after the other."""
    return lambda attempt: names[attempt]


@pytest.mark.parametrize(
    "near",
    [
        "Gạo Lạc Hồng",
        "Gạo Lạc Hông",
        "Gạo Lạc Hồngg",
        "Gạo Lạc Hồn",
        "Gạo Hồng Lạc",
        "Gạo Lạch ồng",
    ],
)
def test_a_name_that_is_nearly_another_is_drawn_again(near: str) -> None:
    names = Names()
    names.product("a", offering("Gạo Lạc Hồng"))
    assert names.product("a", offering(near, "Nem Lạc Hồng")) == "Nem Lạc Hồng"
    assert names.product("b", offering(near)) == near


def test_a_product_without_maker_never_has_the_name_of_one_with() -> None:
    names = Names()
    names.product("a", offering("Nem"))
    assert names.product(None, offering("Nem", "Giò lụa")) == "Giò lụa"
    assert names.product("b", offering("Giò lụa", "Nem")) == "Nem"


def test_long_and_short_forms_of_makers_are_one() -> None:
    names = Names()
    names.maker(offering("Hợp tác xã nông nghiệp Lạc Hồng"))
    assert names.maker(offering("HTX NN Lạc Hồng", "HTX Tân An")) == "HTX Tân An"


def test_where_no_name_is_left_it_stops() -> None:
    names = Names()
    names.maker(lambda attempt: "HTX Lạc Hồng")
    with pytest.raises(RuntimeError):
        names.maker(lambda attempt: "HTX Lạc Hồng")


def test_ids_say_that_they_are_of_samples_and_differ_within_a_kind() -> None:
    ids = Ids()
    assert ids.take("product", "Gạo nếp (mẫu)") == "gao-nep-mau"
    assert ids.take("product", "Gào nếp (mẫu)") == "gao-nep-mau-2"
    assert ids.take("shop", "Gạo nếp (mẫu)") == "gao-nep-mau"
    assert len(ids.take("product", "rất dài " * 20)) <= 60
