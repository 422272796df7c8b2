"""Photographs from the folder of a product to the site: what is written is what pages name."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from scripts import __main__ as program
from scripts import pipeline
from tests.builder import TODAY, CatalogueFolder
from tests.built.reader import Site
from tests.images.photographs import SECRETS, as_camera

FOLDER = "products/r/ruou-mau"


@pytest.fixture
def catalogue() -> CatalogueFolder:
    """The sample catalogue with a photograph as a camera made it, without its place."""
    photo = as_camera("JPEG", 6)
    return (
        CatalogueFolder.copy("full")
        .write(f"{FOLDER}/net-ve.png", as_camera("PNG"))
        .write(f"{FOLDER}/chai.jpg", photo)
    )


def album(catalogue: CatalogueFolder, cache: Path) -> pipeline.Album:
    return pipeline.album(
        pipeline.photographs(pipeline.check(catalogue.products, TODAY)), cache=cache
    )


def test_every_image_that_a_product_names_has_its_pictures(
    catalogue: CatalogueFolder, tmp_path: Path
) -> None:
    made = album(catalogue, tmp_path)
    assert set(made.pictures) == {("ruou-mau", "chai.jpg"), ("ruou-mau", "net-ve.png")}
    named = {
        address
        for picture in made.pictures.values()
        for size in picture.sizes
        for address in (size.webp, size.jpeg)
    }
    assert {asset.address for asset in made.assets} == named


def test_what_an_asset_holds_is_what_its_address_says(
    catalogue: CatalogueFolder, tmp_path: Path
) -> None:
    made = album(catalogue, tmp_path)
    contents = {asset.address: asset.content() for asset in made.assets}
    for picture in made.pictures.values():
        for size in picture.sizes:
            for address, format in ((size.webp, "WEBP"), (size.jpeg, "JPEG")):
                shown = Image.open(io.BytesIO(contents[address]))
                assert (shown.format, shown.size) == (format, (size.width, size.height))
                assert address.startswith("/assets/photos/ruou-mau-")
                assert address.rpartition(".")[0].endswith(f"-{size.width}")


def test_another_photograph_has_another_address(catalogue: CatalogueFolder, tmp_path: Path) -> None:
    before = {asset.address for asset in album(catalogue, tmp_path).assets}
    assert {asset.address for asset in album(catalogue, tmp_path).assets} == before
    catalogue.write(f"{FOLDER}/chai.jpg", as_camera("JPEG", 3, progressive=True))
    after = {asset.address for asset in album(catalogue, tmp_path).assets}
    assert len(after) == len(before)
    assert len(after & before) == len(before) // 2


def test_the_same_photograph_twice_is_one_asset(catalogue: CatalogueFolder, tmp_path: Path) -> None:
    catalogue.write(f"{FOLDER}/net-ve.png", (catalogue.root / f"{FOLDER}/chai.jpg").read_bytes())
    made = album(catalogue, tmp_path)
    first, second = made.pictures.values()
    assert first == second
    assert len(made.assets) == 2 * len(first.sizes)


def test_the_built_site_has_each_picture_once_and_the_original_nowhere(
    catalogue: CatalogueFolder, tmp_path: Path
) -> None:
    checked = pipeline.check(catalogue.products, TODAY)
    photos = album(catalogue, tmp_path / "cache")
    tree = tmp_path / "site"
    sound = pipeline.Checked(reading=checked.reading, problems=())  # the place is not removed yet
    pipeline.print_site(pipeline.edition(pipeline.catalogue(sound, TODAY), photos=photos), tree)
    site = Site(tree)
    documents = site.documents.values()
    used = {site.target(url) for document in documents for _, url in document.links}
    unused = set((tree / "assets" / "photos").iterdir()) - used
    # Of the middle sizes of a photograph that is not a product's first, a page offers WebP alone.
    assert {file.suffix for file in unused} <= {".jpg"}
    assert len(unused) <= 1
    assert site.problems_of_links() == []
    for file in tree.rglob("*"):
        if file.is_file():
            assert not [secret for secret in SECRETS if secret in file.read_bytes()], file


def test_a_photograph_that_breaks_after_the_check_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    catalogue = CatalogueFolder.copy("full")
    check = pipeline.check

    def check_then_break(products: Path, day: object) -> pipeline.Checked:
        checked = check(products, TODAY)
        catalogue.write(f"{FOLDER}/chai.jpg", b"\xff\xd8\xff broken")
        return checked

    monkeypatch.setattr(pipeline, "check", check_then_break)
    monkeypatch.setattr(pipeline, "PHOTOS", tmp_path)
    words = ["--products", str(catalogue.products), "--out", str(catalogue.root / "site")]
    assert program.main(["build", *words]) == 1
    said = capsys.readouterr().err
    assert "chai.jpg: ảnh hỏng" in said
    assert not (catalogue.root / "site").exists()
