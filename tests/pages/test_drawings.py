"""The drawings of the kinds of goods: one for each set, small, and nothing in them but shapes."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from scripts import pipeline, records

FOLDER = pipeline.DOCS / "assets" / "illustrations"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
LARGEST = 6 * 1024
SHAPES = {"svg", "title", "defs", "linearGradient", "stop", "mask", "g", "use", "path"} | {
    "circle", "ellipse", "rect", "line", "polyline", "polygon",
}  # fmt: skip
COLOURS = {"#17433f", "#3f8f83", "#e0a63a", "#b85c3c", "#f8f3e6", "#fff"}


def test_each_of_the_26_sets_has_a_drawing_of_its_own() -> None:
    groups = records.read(pipeline.PRODUCTS).lists["groups"].value.groups
    drawn = [leaf.illustration for group in groups for leaf in group.leaves]
    assert len(drawn) == len(set(drawn)) == 26
    assert set(drawn) <= {file.stem for file in DRAWINGS}


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_is_small_and_holds_shapes_only(file: Path) -> None:
    assert file.stat().st_size <= LARGEST
    source = file.read_text(encoding="utf-8")
    root = ET.fromstring(source)
    assert root.get("viewBox") == "0 0 320 240"
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in SHAPES
        for name, value in element.attrib.items():
            local = name.rpartition("}")[2]
            assert not local.lower().startswith("on")
            assert local not in {"href", "src"} or value.startswith("#"), "of this file alone"
            assert "url(" not in value or value.startswith("url(#")
    assert "<!" not in source
    assert "<?" not in source


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_is_in_the_five_colours_on_the_water(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-f]{3,6}(?=\")", source)) <= COLOURS
    assert "matrix(1 0 0 -.5 0 264)" in source, "its reflection, below y = 176"
