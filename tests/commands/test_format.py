"""`format` brings records into their one form and touches nothing else."""

from __future__ import annotations

import argparse
import unicodedata
from pathlib import Path

import pytest

from scripts import checks, records
from scripts.commands import format as command
from tests.builder import CatalogueFolder

PRODUCT = "products/s/san-pham-mau/product.yml"
ISSUERS = "products/_lists/issuers.yml"


@pytest.fixture
def folder() -> CatalogueFolder:
    return CatalogueFolder.copy("minimal")


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers())
    args = parser.parse_args(["format", *map(str, words)])
    code: int = args.run(args)
    return code


def raw(folder: CatalogueFolder, path: str) -> bytes:
    return (folder.root / path).read_bytes()


def test_loose_record_is_rewritten(
    folder: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--products", folder.products)
    good = raw(folder, PRODUCT)
    lines = good.decode().splitlines()
    loose = "\r\n".join(["---", *lines[1:], lines[0]]).encode() + b"\r\n"
    folder.write(PRODUCT, loose)
    capsys.readouterr()
    assert run("--check", "--products", folder.products) == 1
    assert raw(folder, PRODUCT) == loose
    assert capsys.readouterr().out == (
        f"{PRODUCT}: chưa đúng dạng chuẩn\n"
        "1 tệp chưa đúng dạng chuẩn. Hãy chạy “python -m scripts format”.\n"
    )
    assert run("--products", folder.products) == 0
    assert raw(folder, PRODUCT) == good
    assert capsys.readouterr().out == f"{PRODUCT}: đã viết lại\nĐã viết lại 1 tệp.\n"
    assert run("--check", "--products", folder.products) == 0
    assert capsys.readouterr().out == "Mọi tệp đọc được đều đúng dạng chuẩn.\n"


def test_byte_order_mark_and_loose_marks_are_repaired(folder: CatalogueFolder) -> None:
    run("--products", folder.products)
    good = raw(folder, PRODUCT)
    loose = unicodedata.normalize("NFD", good.decode())
    assert loose != good.decode()
    folder.write(PRODUCT, b"\xef\xbb\xbf" + loose.encode())
    assert run("--products", folder.products) == 0
    assert raw(folder, PRODUCT) == good


def test_a_comment_is_never_destroyed(
    folder: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--products", folder.products)
    folder.append(PRODUCT, "# hỏi lại chủ thể\nseason: [1]\n")
    before = raw(folder, PRODUCT)
    line = before.decode().count("\n") - 1
    capsys.readouterr()
    assert run("--products", folder.products) == 1
    assert raw(folder, PRODUCT) == before
    assert capsys.readouterr().out.splitlines()[0] == (
        f"{PRODUCT}:{line}:1: có chú thích “# hỏi lại chủ thể”; công cụ định dạng không giữ được "
        "chú thích [yaml-comment]"
    )


def test_a_broken_record_is_left_alone_and_others_are_written(
    folder: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    run("--products", folder.products)
    folder.append(PRODUCT, "xyz: 1\n").append(ISSUERS, "\n\n")
    capsys.readouterr()
    assert run("--products", folder.products) == 1
    out = capsys.readouterr().out
    assert "không có trường “xyz” [field-unknown]" in out
    assert f"{ISSUERS}: đã viết lại" in out
    assert out.splitlines()[-1] == "Có 1 lỗi phải sửa bằng tay; đã viết lại 1 tệp."
    assert raw(folder, PRODUCT).endswith(b"xyz: 1\n")


def test_only_what_is_named(folder: CatalogueFolder, capsys: pytest.CaptureFixture[str]) -> None:
    run("--products", folder.products)
    folder.append(PRODUCT, "\n").append(ISSUERS, "\n")
    capsys.readouterr()
    assert run("--products", folder.products, "--check", folder.products / "_lists") == 1
    assert PRODUCT not in capsys.readouterr().out
    assert run("--products", folder.products, folder.root / PRODUCT) == 0
    assert raw(folder, ISSUERS).endswith(b"\n\n")


@pytest.mark.parametrize("path", ["products/none.yml", "/"])
def test_paths_elsewhere_are_refused(
    folder: CatalogueFolder, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--products", folder.products, folder.root / path) == 2
    assert capsys.readouterr().err


def test_a_link_is_not_written_through(folder: CatalogueFolder, tmp_path: Path) -> None:
    outside = tmp_path / "x.yml"
    outside.write_bytes(raw(folder, PRODUCT) + b"\n")
    folder.remove(PRODUCT).link(PRODUCT, str(outside))
    assert run("--products", folder.products) == 1
    assert outside.read_bytes().endswith(b"\n\n")


def test_what_derives_from_the_field_list_is_written(tmp_path: Path) -> None:
    guide = tmp_path / "CONTRIBUTING.md"
    guide.write_text("Trước\n<!-- fields -->\nbảng trước\n<!-- /fields -->\nSau\n", "utf-8")
    for change in command.derived(tmp_path):
        change.file.parent.mkdir(parents=True, exist_ok=True)
        change.file.write_bytes(change.content)
    text = guide.read_text("utf-8")
    assert text.startswith("Trước\n<!-- fields -->\n\n### Bản ghi\n")
    assert text.endswith("\n<!-- /fields -->\nSau\n")
    assert "bảng trước" not in text
    assert (tmp_path / ".vscode" / "schema" / "product.json").exists()
    assert list(command.derived(tmp_path)) == []


def test_the_project_is_in_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert (run("--check"), capsys.readouterr().out) == (
        0,
        "Mọi tệp đọc được đều đúng dạng chuẩn.\n",
    )


def test_the_guide_explains_every_rule_under_its_anchor() -> None:
    text = (command.ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for id in {*checks.RULES, *records.RULES}:
        assert text.count(f'<a id="{id}"></a>') == 1
