"""`build --out` never deletes what is not a site."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import pipeline
from scripts.commands.build import refusal


@pytest.fixture
def products(tmp_path: Path) -> Path:
    folder = tmp_path / "records" / "products"
    folder.mkdir(parents=True)
    return folder


def test_a_new_an_empty_and_a_built_folder_are_taken(tmp_path: Path, products: Path) -> None:
    (tmp_path / "empty").mkdir()
    built = tmp_path / "built"
    built.mkdir()
    (built / "index.html").write_text('<meta name="build-day" content="2026-11-24">')
    for name in ("new", "empty", "built"):
        assert refusal(tmp_path / name, products) is None


def test_folders_with_anything_else_are_refused(tmp_path: Path, products: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("<h1>Trang khác</h1>")
    (tmp_path / "file").write_text("x")
    for path in (other, tmp_path / "file"):
        assert refusal(path, products)


def test_places_of_the_project_are_refused(products: Path) -> None:
    for path in (
        Path("/"),
        Path.home().anchor,
        pipeline.ROOT,
        pipeline.ROOT.parent,
        pipeline.ROOT / "docs",
        pipeline.ROOT / "docs" / "site",
        pipeline.ROOT / "scripts",
        pipeline.ROOT / ".git",
        products,
        products / "new",
        products.parent,
    ):
        assert refusal(Path(path), products), path


def test_a_link_is_judged_by_where_it_leads(tmp_path: Path, products: Path) -> None:
    (tmp_path / "link").symlink_to(products)
    assert refusal(tmp_path / "link", products)
