"""A trial build: nobody, visitor or robot, may take it for the published site."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import __main__ as program
from tests.builder import CatalogueFolder
from tests.conftest import SITE_URL

NOINDEX = '<meta name="robots" content="noindex">'


def build(*more: str) -> Path:
    catalogue = CatalogueFolder.copy("minimal")
    where = catalogue.root.parent / f"{catalogue.root.name}-site"
    words = ["--products", str(catalogue.products), "--out", str(where), "--site-url", SITE_URL]
    assert program.main(["build", *words, "--today", "2026-11-24", *more]) == 0
    return where


@pytest.fixture(scope="module")
def trial() -> Path:
    return build("--trial")


def pages(site: Path) -> dict[str, str]:
    found = site.rglob("*.html")
    return {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in found}


def test_every_page_says_in_both_languages_that_it_is_a_trial(trial: Path) -> None:
    for name, html in pages(trial).items():
        assert html.count("data-trial") == 1, name
        assert "<b>Bản xem thử.</b>" in html, name
        assert "<b>Preview.</b>" in html, name
        other = "vi" if name.startswith("en/") else "en"
        assert f'<p lang="{other}"><b>' in html, name


def test_robots_may_list_nothing_of_a_trial(trial: Path) -> None:
    assert [name for name, html in pages(trial).items() if html.count(NOINDEX) != 1] == []
    assert [name for name, html in pages(trial).items() if 'rel="canonical"' in html] == []
    assert (trial / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert list(trial.rglob("sitemap*")) == []


def test_what_is_published_says_nothing_of_the_sort() -> None:
    site = build()
    assert [name for name, html in pages(site).items() if "data-trial" in html] == []
    assert "Allow: /\n" in (site / "robots.txt").read_text()
    assert (site / "sitemap.xml").is_file()
    assert NOINDEX not in (site / "index.html").read_text("utf-8")
