"""Pages are listed as far as somebody asks, and come out in the order of a build."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.live import shelf as module
from scripts.live.shelf import Shelf
from scripts.pages.types import Page
from tests.press.sample import page

LONG = 10 * module.BATCH


def part(name: str, listed: list[str], count: int = LONG) -> Iterator[Page]:
    """Pages of a kind; notes each as it is listed."""
    for number in range(count):
        listed.append(f"/{name}/{number}/")
        yield page(listed[-1], "vi", name, name)


def test_only_what_is_needed_is_listed() -> None:
    listed: list[str] = []
    shelf = Shelf([part("a", listed), part("b", listed)])
    found = shelf.find("/a/3/")
    assert found is not None
    assert found.address == "/a/3/"
    assert len(listed) <= module.BATCH


def test_it_looks_first_where_an_address_was_last_time() -> None:
    listed: list[str] = []
    before = Shelf([part("a", []), part("b", [])])
    before.all()
    shelf = Shelf([part("a", listed), part("b", listed)], before.hints)
    assert shelf.find("/b/3/")
    assert not any(address.startswith("/a/") for address in listed)
    assert shelf.find("/a/3/")


def test_a_page_that_moved_to_another_kind_is_found_there() -> None:
    before = Shelf([part("a", []), part("b", [])])
    before.all()
    shelf = Shelf([part("b", []), part("c", []), part("a", [])], before.hints)
    assert shelf.find("/a/3/")
    assert shelf.find("/b/600/")
    assert shelf.find("/d/1/") is None


def test_all_are_in_the_order_of_the_parts_whatever_was_asked_first() -> None:
    listed: list[str] = []
    shelf = Shelf([part("a", []), part("b", [])])
    shelf.find("/b/100/")
    shelf.find("/khong-co/")
    straight = [*part("a", listed), *part("b", listed)]
    assert [one.address for one in shelf.all()] == [one.address for one in straight]


def test_it_can_be_interrupted_and_taken_up_again() -> None:
    listed: list[str] = []
    shelf = Shelf([part("a", listed)])
    answers = iter([False, False, True])
    assert not shelf.finish(lambda: next(answers))
    assert 0 < len(listed) < LONG
    assert shelf.finish()
    assert len(listed) == LONG


def test_hints_outlive_an_interrupted_listing() -> None:
    before = Shelf([part("a", []), part("b", [])])
    before.all()
    cut = Shelf([part("a", []), part("b", [])], before.hints)
    cut.finish(lambda: True)
    listed: list[str] = []
    assert Shelf([part("a", listed), part("b", [])], cut.hints).find("/b/3/")
    assert listed == []


def test_a_mistake_in_the_middle_does_not_look_like_the_end() -> None:
    def broken() -> Iterator[Page]:
        yield page("/a/", "vi", "a", "a")
        raise KeyError("x")

    shelf = Shelf([broken()])
    with pytest.raises(KeyError):
        shelf.find("/b/")
    with pytest.raises(KeyError):
        shelf.all()
