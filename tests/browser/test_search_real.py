"""What people type, on the site of the real records."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import served


@pytest.fixture(scope="module")
def real_url(real_site: Path) -> Iterator[str]:
    with served(real_site) as address:
        yield address


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ruou kim son", "Rượu Kim Sơn"),
        ("RƯỢU KIM SƠN", "Rượu Kim Sơn"),
        ("rươu kim son", "Rượu Kim Sơn"),
        (unicodedata.normalize("NFD", "Rượu Kim Sơn"), "Rượu Kim Sơn"),
        ("ruou kim sno", "Rượu Kim Sơn"),
        ("com chay", "Cơm cháy"),
        ("cơm cháy", "Cơm cháy"),
        ("do dong", "đồng"),
        ("gao tam hai hau", "Gạo tám xoan Hải Hậu"),
        ("nuoc mam", "Nước mắm"),
        ("thanh pho nam dinh cu", "Thành phố Nam Định (cũ)"),
    ],
)
def test_the_first_suggestion(page: Page, real_url: str, query: str, first: str) -> None:
    page.goto(f"{real_url}/gioi-thieu/")
    page.locator("#search-input").fill(query)
    page.locator("#search-input").focus()
    option = page.locator("#search-list").get_by_role("option").first
    expect(option.locator("b")).to_contain_text(first)
