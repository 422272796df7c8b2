"""Hand-written pages: front matter, addresses, links."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.pages.types import Editorial
from scripts.press import editorial


def write(docs: Path, **files: str) -> Path:
    for name, content in files.items():
        file = docs / f"{name.replace('__', '/')}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return docs


def test_pages_are_listed_with_their_counterparts(tmp_path: Path) -> None:
    docs = write(
        tmp_path,
        about="---\ntitle: 'Giới thiệu'\nlastmod: 2026-11-24\n---\nX",
        en__about="---\ntitle: About\n---\nX",
        only="---\ntitle: Riêng\n---\n",
    )
    assert editorial.read(docs) == (
        Editorial(
            address="/about/",
            language="vi",
            title="Giới thiệu",
            alternate="/en/about/",
            lastmod="2026-11-24",
        ),
        Editorial(address="/en/about/", language="en", title="About", alternate="/about/"),
        Editorial(address="/only/", language="vi", title="Riêng"),
    )


@pytest.mark.parametrize("content", ["# Chào", "---\ndescription: x\n---\n", "---\ntitle:\n---\n"])
def test_a_page_without_a_title_is_named(tmp_path: Path, content: str) -> None:
    with pytest.raises(editorial.EditorialError, match=r"docs/en/about\.md.*title"):
        editorial.read(write(tmp_path, en__about=content))


def test_index_pages_stand_for_their_folder() -> None:
    assert editorial.address_of("index.md") == "/"
    assert editorial.address_of("en/index.md") == "/en/"
    assert editorial.address_of("en/a/b.md") == "/en/a/b/"


def test_root_absolute_links_become_relative() -> None:
    html = '<a href="/">1</a> <a class="x" href="/san-pham/#a">2</a> <img src="/assets/a.svg">'
    assert editorial.relink(html, "../") == (
        '<a href="../">1</a> <a class="x" href="../san-pham/#a">2</a> <img src="../assets/a.svg">',
        ("/", "/san-pham/", "/assets/a.svg"),
    )


def test_other_links_stay() -> None:
    html = '<a href="//x.example/">1</a> <a href="https://x/">2</a> <a href="#a">3</a> "/x"'
    assert editorial.relink(html, "../") == (html, ())
