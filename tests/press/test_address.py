"""Which addresses may be written, and that none is written twice."""

from __future__ import annotations

import pytest

from scripts.press.address import AddressError, claim, file_of


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/san-pham/a1/", "san-pham/a1/index.html"),
        ("/404.html", "404.html"),
        ("/search/vi.0a1b.json", "search/vi.0a1b.json"),
    ],
)
def test_addresses_and_their_files(address: str, file: str) -> None:
    assert file_of(address) == file


@pytest.mark.parametrize(
    "address",
    [
        "", "a/", "//", "/a//b/", "/../", "/a/../b/", "/..", "/./", "/.well/", "/a./", "/a.b/",
        "/A/", "/đ/", "/a b/", "/a%2e/", "/a\\b/", "/a\n/", "/a/\n", "/a", "/a..html", "/.html",
        "/c:/", "/a?b/", "/a#b/", "/a\x00/",
    ],
)  # fmt: skip
def test_anything_else_is_refused(address: str) -> None:
    with pytest.raises(AddressError):
        file_of(address)


def test_two_claims_of_one_address_name_both() -> None:
    with pytest.raises(AddressError, match=r"/a/: first; second"):
        claim([("/a/", "first"), ("/b/", "other"), ("/a/", "second")])


def test_a_page_and_the_file_behind_it_are_one_address() -> None:
    with pytest.raises(AddressError):
        claim([("/a/", "first"), ("/a/index.html", "second")])


def test_files_of_the_engine_are_not_overwritten() -> None:
    with pytest.raises(AddressError, match="docs"):
        claim([("/gioi-thieu/", "a record")], ["gioi-thieu/index.html"])


def test_all_files_are_told() -> None:
    assert claim([("/a/", "x"), ("/b.txt", "y")], ["c.css"]) == {"a/index.html", "b.txt", "c.css"}
