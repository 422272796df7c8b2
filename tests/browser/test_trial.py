"""The band over a trial build: seen at once, on any screen, by anybody, on paper too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from scripts import __main__ as program
from tests.browser.axe import violations
from tests.browser.server import served
from tests.builder import CatalogueFolder


@pytest.fixture(scope="module")
def trial_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    tree: Path = tmp_path_factory.mktemp("trial") / "site"
    catalogue = CatalogueFolder.copy("minimal")
    words = ["build", "--trial", "--products", str(catalogue.products), "--out", str(tree)]
    assert program.main([*words, "--today", "2026-11-24"]) == 0
    with served(tree) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_band_is_the_first_thing_seen(trial_url: str, screen: Page, scheme: str) -> None:
    screen.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    screen.goto(f"{trial_url}/en/san-pham/")
    band = screen.get_by_role("complementary", name="Preview")
    expect(band).to_be_in_viewport(ratio=1)
    expect(band).to_contain_text("Bản xem thử.")
    assert screen.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(screen) == []


def test_it_is_printed(trial_url: str, desk: Page) -> None:
    desk.goto(f"{trial_url}/san-pham/")
    desk.emulate_media(media="print")
    expect(desk.locator("[data-trial]")).to_be_visible()
    expect(desk.locator(".top nav").first).to_be_hidden()
