"""`clean-photos` on a folder of records: what it says, what it writes, what it leaves alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from scripts import __main__ as program
from scripts.commands import clean_photos
from scripts.images.facts import MAX_BYTES
from tests.builder import CatalogueFolder
from tests.images.photographs import SECRETS, as_camera, saved, scene

PHOTO = "products/r/ruou-mau/chai.jpg"
DRAWING = "products/r/ruou-mau/net-ve.png"


@pytest.fixture
def catalogue() -> CatalogueFolder:
    """The sample catalogue whose photograph tells all that a camera notes."""
    made = CatalogueFolder.copy("full").write(PHOTO, as_camera("JPEG", 6))
    for poster in made.products.rglob("*.png"):
        poster.write_bytes(saved(scene(), "PNG"))
    return made


def run(catalogue: CatalogueFolder, *words: str | Path) -> int:
    return program.main(["clean-photos", "--products", str(catalogue.products), *map(str, words)])


def files(catalogue: CatalogueFolder) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in catalogue.root.rglob("*") if file.is_file()}


def pixels(raw: bytes) -> bytes:
    return Image.open(io.BytesIO(raw)).tobytes()


def test_it_says_what_it_removed_and_keeps_the_picture(
    catalogue: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(catalogue)
    photo = catalogue.root / PHOTO
    photo.chmod(0o640)
    assert run(catalogue) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        f"{photo}: đã bỏ vị trí chụp (GPS), tên chủ máy, người chụp, số máy, số ống kính, "
        "ghi chép riêng của hãng máy, tên máy, giờ chụp, thông số, lời ghi chú, XMP"
    )
    assert lines[1:] == ["1 ảnh đã làm sạch; 2 ảnh vốn đã sạch."]
    after = files(catalogue)
    assert [file for file in after if after[file] != before[file]] == [photo]
    assert after.keys() == before.keys()
    assert pixels(after[photo]) == pixels(before[photo])
    assert not [secret for secret in SECRETS[:-1] if secret in after[photo]]
    assert photo.stat().st_mode & 0o777 == 0o640


def test_a_second_time_there_is_nothing_to_do(
    catalogue: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    run(catalogue)
    before = files(catalogue)
    capsys.readouterr()
    assert run(catalogue) == 0
    assert capsys.readouterr().out == "3 ảnh vốn đã sạch.\n"
    assert files(catalogue) == before


def test_check_writes_nothing_and_fails(
    catalogue: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(catalogue)
    assert run(catalogue, "--check") == 1
    said = capsys.readouterr().out
    assert f"{catalogue.root / PHOTO}: còn vị trí chụp (GPS)" in said
    assert "Hãy chạy “python -m scripts clean-photos”" in said
    assert files(catalogue) == before
    run(catalogue)
    assert run(catalogue, "--check") == 0


def test_the_place_that_the_check_refuses_is_gone(catalogue: CatalogueFolder) -> None:
    assert "image-gps" in {problem.rule for problem in catalogue.problems()}
    run(catalogue)
    assert "image-gps" not in {problem.rule for problem in catalogue.problems()}


def test_only_what_is_named_is_cleaned(catalogue: CatalogueFolder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "anh.JPG"
    elsewhere.write_bytes(as_camera("JPEG"))
    assert run(catalogue, elsewhere, elsewhere) == 0
    assert b"Nguy" not in elsewhere.read_bytes()
    assert b"Nguy" in (catalogue.root / PHOTO).read_bytes()
    assert run(catalogue, (catalogue.root / PHOTO).parent) == 0
    assert b"Nguy" not in (catalogue.root / PHOTO).read_bytes()


def test_a_path_that_is_not_there_is_an_error(
    catalogue: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(catalogue, "khong-co.jpg") == 2
    assert "Không có tệp hoặc thư mục khong-co.jpg" in capsys.readouterr().err
    assert b"Nguy" in (catalogue.root / PHOTO).read_bytes()


def test_a_film_behind_the_photograph_goes(catalogue: CatalogueFolder) -> None:
    photo = catalogue.root / PHOTO
    run(catalogue)
    clean = photo.read_bytes()
    photo.write_bytes(clean + bytes(MAX_BYTES))
    assert run(catalogue) == 0
    assert photo.read_bytes() == clean


@pytest.mark.parametrize(
    "raw", [as_camera("PNG")[:300], as_camera("PNG") + bytes(MAX_BYTES)], ids=["cut", "heavy"]
)
def test_what_cannot_be_cleaned_is_named_and_left(
    catalogue: CatalogueFolder,
    raw: bytes,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clean_photos, "MOST_BYTES", MAX_BYTES)
    catalogue.write(DRAWING, raw)
    before = files(catalogue)[catalogue.root / DRAWING]
    assert run(catalogue) == 1
    said = capsys.readouterr().out
    assert f"{catalogue.root / DRAWING}: ảnh hỏng, quá lớn" in said
    assert "1 ảnh không xử lý được" in said
    assert files(catalogue)[catalogue.root / DRAWING] == before


def test_links_and_hidden_files_are_passed_over(catalogue: CatalogueFolder, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    raw = as_camera("JPEG")
    (outside / "a.jpg").write_bytes(raw)
    catalogue.link("products/r/ruou-mau/lien-ket.jpg", str(outside / "a.jpg"))
    catalogue.link("products/r/thu-muc", str(outside))
    catalogue.write("products/r/.cu/a.jpg", raw).write("products/r/ruou-mau/.a.jpg", raw)
    assert run(catalogue) == 0
    assert (outside / "a.jpg").read_bytes() == raw
    assert (catalogue.products / "r/.cu/a.jpg").read_bytes() == raw
    assert (catalogue.products / "r/ruou-mau/.a.jpg").read_bytes() == raw
    assert (catalogue.products / "r/ruou-mau/lien-ket.jpg").is_symlink()


def test_a_folder_without_photographs(
    tmp_path: Path, catalogue: CatalogueFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(catalogue, tmp_path) == 0
    assert capsys.readouterr().out == "Không có ảnh nào.\n"
