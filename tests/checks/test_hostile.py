from __future__ import annotations

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from scripts.checks import report
from scripts.commands import check
from scripts.records import interpret
from tests.builder import CATALOGUES, CatalogueFolder
from tests.checks.case import lines
from tests.checks.hostile import MARKUP, PAYLOAD, poisoned, refused
from tests.images.samples import SAMPLES

PRODUCT = "products/s/san-pham-mau/product.yml"


def test_markup_is_only_text() -> None:
    """`hostile` has no error: what it holds is for the pages to escape."""
    problems = CatalogueFolder.copy("hostile").problems()
    assert [problem.rule for problem in problems] == ["certificate-overlap"]


def test_hostile_is_full_with_markup_in_every_text() -> None:
    hostile, full = (
        {one.path: one.value for one in (*reading.records, *reading.lists.values())}
        for reading in (CatalogueFolder(CATALOGUES / name).read() for name in ("hostile", "full"))
    )
    assert hostile == {path: poisoned(value, MARKUP) for path, value in full.items()}
    assert PAYLOAD in hostile["products/r/ruou-mau/product.yml"].name


def test_what_must_be_refused_has_its_line() -> None:
    assert lines(CatalogueFolder.copy("hostile-refused").problems()) == tuple(
        (CATALOGUES / "hostile-refused.txt").read_text("utf-8").splitlines()
    )


@pytest.mark.parametrize(
    ("character", "rule"),
    [
        ("\x1b[31m", "text-control"),
        ("\u202e", "text-bidi"),
        ("\u200b", "text-hidden"),
    ],
)
def test_no_escape_brings_a_refused_character_into_any_text(character: str, rule: str) -> None:
    texts = 0
    reading = CatalogueFolder(CATALOGUES / "full").read()
    for record in reading.records:
        for place in count():
            value = poisoned(record.value, refused(character, place))
            if value == record.value:
                break
            # JSON is YAML, and writes the character as an escape in quotes.
            raw = json.dumps(value.model_dump(exclude_defaults=True)).encode()
            said = {finding.rule for finding in interpret(raw, type(record.value))[1]}
            assert said - {"field-line"} == {rule}, raw
            texts += 1
    assert texts > 150


Attack = Callable[[CatalogueFolder], object]
ATTACKS: dict[str, tuple[Attack, str, str]] = {
    "brackets": (lambda c: c.write(PRODUCT, "[" * 300_000), PRODUCT, "file-too-large"),
    "fewer brackets": (lambda c: c.write(PRODUCT, "a: " + "[" * 200_000), PRODUCT, "yaml-too-deep"),
    "maps": (lambda c: c.write(PRODUCT, "{a: " * 50_000), PRODUCT, "yaml-too-deep"),
    "text": (lambda c: c.write(PRODUCT, "name: " + "a" * 10_000_000), PRODUCT, "file-too-large"),
    "aliases": (
        lambda c: c.write(PRODUCT, "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"),
        PRODUCT,
        "yaml-anchor",
    ),
    "picture of 100 megapixels": (
        lambda c: c.write("products/r/ruou-mau/chai.jpg", SAMPLES["png-huge"]()),
        "products/r/ruou-mau/product.yml",
        "image-pixels",
    ),
    "polyglot picture": (
        lambda c: c.write("products/r/ruou-mau/net-ve.png", SAMPLES["png-zip"]()),
        "products/r/ruou-mau/product.yml",
        "image-foreign",
    ),
    "picture with a page inside": (
        lambda c: c.write("products/r/ruou-mau/chai.jpg", SAMPLES["jpeg-html"]()),
        "products/r/ruou-mau/product.yml",
        "image-foreign",
    ),
    "link to a file": (
        lambda c: c.link("products/r/ruou-mau/them.jpg", "/etc/passwd"),
        "products/r/ruou-mau/them.jpg",
        "file-link",
    ),
    "link to a folder": (lambda c: c.link("products/z", "/"), "products/z", "file-link"),
    "link to itself": (lambda c: c.link("products/z", "z"), "products/z", "file-link"),
    "link in the docs": (lambda c: c.link("docs/a", "../products"), "docs/a", "docs-link"),
    "nested folders": (
        lambda c: c.write("products/" + "a/" * 40 + "product.yml", "id: a"),
        "products/" + "/".join("aaaaaaa"),
        "file-unknown",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_has_its_line(name: str) -> None:
    attack, path, rule = ATTACKS[name]
    catalogue = "full" if "ruou-mau" in path else "minimal"
    problems = CatalogueFolder.copy(catalogue).apply(attack).problems()
    errors = [(one.path, one.rule) for one in problems if one.severity == "error"]
    assert (path, rule) in errors
    assert all(report.line(one).isprintable() for one in problems)


def test_a_picture_that_cannot_be_opened_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    folder = CatalogueFolder.copy("full")
    reading = Path.read_bytes

    def closed(path: Path) -> bytes:
        if path.name == "chai.jpg":
            raise PermissionError(13, "Permission denied")
        return reading(path)

    monkeypatch.setattr(Path, "read_bytes", closed)
    assert "image-format" in {problem.rule for problem in folder.problems()}


def test_the_paths_of_problems_are_those_that_were_chosen(tmp_path: Path) -> None:
    folder = CatalogueFolder.copy("hostile-refused")
    problems = folder.problems()
    shop = check.chosen(problems, folder.products, [folder.products / "_shops/ansi.yml"])
    assert {problem.path for problem in shop} == {"products/_shops/ansi.yml"}
    whole = check.chosen(problems, folder.products, [folder.products])
    assert whole == tuple(problems)
    assert check.chosen(problems, folder.products, [tmp_path]) == ()
