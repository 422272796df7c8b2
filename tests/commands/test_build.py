"""`build` on a real tiny catalogue: what it prints, and what stays when records are wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts import __main__ as program
from scripts import pipeline, publish
from scripts.commands import build as command
from tests.builder import CatalogueFolder

DAY = "2026-11-24"
RECORD = "products/s/san-pham-mau/product.yml"


def build(catalogue: CatalogueFolder, *more: str, day: str = DAY) -> int:
    words = ["--products", str(catalogue.products), "--out", str(catalogue.root / "site")]
    return program.main(["build", *words, "--today", day, *more])


def content(catalogue: CatalogueFolder) -> dict[str, bytes]:
    """Every file of the site."""
    tree = catalogue.root / "site"
    return {
        file.relative_to(tree).as_posix(): file.read_bytes()
        for file in tree.rglob("*")
        if file.is_file()
    }


def test_it_says_in_one_line_what_was_built(capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = CatalogueFolder.copy("minimal")
    assert build(catalogue) == 0
    line = capsys.readouterr().out
    said = re.fullmatch(
        r"Đã dựng 1 sản phẩm, 0 chủ thể, (\S+) trang trong \d+,\d giây → (\S+)/ ; mở bằng: .+\n",
        line,
    )
    assert said, line
    pages = [name for name in content(catalogue) if name.endswith("index.html")]
    assert int(said[1].replace(".", "")) == len(pages)


def test_errors_are_printed_and_the_last_good_site_stays(
    capsys: pytest.CaptureFixture[str],
) -> None:
    catalogue = CatalogueFolder.copy("minimal")
    build(catalogue)
    before = content(catalogue)
    capsys.readouterr()
    catalogue.append(RECORD, "khong_co: 1\n")
    assert build(catalogue) == 1
    output = capsys.readouterr()
    assert output.out.startswith(f"{RECORD}:")
    assert "khong_co" in output.out
    assert "giữ nguyên" in output.err
    assert content(catalogue) == before


def test_a_day_gives_the_same_bytes_and_another_day_other_ones() -> None:
    first, second = CatalogueFolder.copy("minimal"), CatalogueFolder.copy("minimal")
    build(first)
    build(second)
    assert content(first) == content(second)
    build(second, day="2027-01-01")
    assert content(first) != content(second)


def test_the_address_of_the_site_is_printed_only_where_it_is_set() -> None:
    catalogue = CatalogueFolder.copy("minimal")
    build(catalogue)
    assert b'rel="canonical"' not in content(catalogue)["index.html"]
    build(catalogue, "--site-url", "https://ocop.example/x")
    assert b'rel="canonical" href="https://ocop.example/x/"' in content(catalogue)["index.html"]


def test_a_second_build_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = CatalogueFolder.copy("minimal")
    with publish.lock(catalogue.root / "site"):
        assert build(catalogue) == 1
    assert "lệnh khác" in capsys.readouterr().err


def test_a_folder_with_other_things_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.doc").write_text("x")
    assert program.main(["build", "--out", str(tmp_path)]) == 2
    assert "không phải trang đã dựng" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.doc"]


def test_the_engine_builds_the_same_pages_by_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mkdocs.commands.build import build as run_mkdocs
    from mkdocs.config import load_config

    catalogue = CatalogueFolder.copy("minimal")
    build(catalogue)
    monkeypatch.setattr(pipeline, "PRODUCTS", catalogue.products)
    monkeypatch.setattr(pipeline, "today", lambda: command.arguments.day(DAY))
    by_hand = CatalogueFolder(tmp_path)
    run_mkdocs(load_config(str(pipeline.ENGINE), site_dir=str(tmp_path / "site"), strict=True))
    assert content(by_hand) == content(catalogue)
