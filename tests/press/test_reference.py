"""The spliced page is the page that MkDocs would have made, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import pipeline
from scripts.press import engine, shell
from scripts.press.address import file_of
from scripts.press.front import key_of
from tests.builder import CATALOGUES, TODAY
from tests.press.sample import HOSTILE, edition, project

SETTINGS = {
    "plain": {},
    "with addresses": {
        "site_url": "https://ocop.example/danh-muc/",
        "repo_url": "https://code.example/ocop",
    },
}


def differing(tree: Path, references: engine.References) -> list[str]:
    return [
        address
        for address, reference in references.items()
        if (tree / file_of(address)).read_bytes() != reference
    ]


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_one_page_of_each_shell_equals_the_ordinary_one(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    made = edition(**settings)
    references: engine.References = {}
    engine.build(project(tmp_path), tmp_path / "site", made, references=references)
    assert {key_of(page, made.settings) for page in made.pages} == {
        key_of(page, made.settings) for page in made.pages if page.address in references
    }
    assert HOSTILE in [page.title for page in made.pages if page.address in references]
    assert differing(tmp_path / "site", references) == []


def test_pages_of_every_kind_equal_the_ordinary_ones(tmp_path: Path) -> None:
    """The real pages, whose bodies hold what records may say."""
    products = CATALOGUES / "full" / "products"
    catalogue = pipeline.catalogue(pipeline.check(products, TODAY), TODAY)
    made = pipeline.edition(catalogue, "https://ocop.example/")
    references: engine.References = {}
    engine.build(pipeline.ENGINE, tmp_path / "site", made, references=references)
    assert len({page.kind for page in made.pages if page.address in references}) > 15
    assert differing(tmp_path / "site", references) == []


def test_a_changed_byte_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    join = shell.Shell.join
    monkeypatch.setattr(
        shell.Shell, "join", lambda self, front: join(self, front).replace(b"<h1>", b"<H1>", 1)
    )
    references: engine.References = {}
    engine.build(project(tmp_path), tmp_path / "site", edition(), references=references)
    assert sorted(differing(tmp_path / "site", references)) == sorted(references)
