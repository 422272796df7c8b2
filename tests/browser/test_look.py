"""The style page looks as it did when somebody last looked; `pytest --write-golden` keeps it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from scripts.model.addresses import STYLE
from tests.browser.look import Look, differences, seen

KEPT = Path(__file__).parents[1] / "golden" / "look"


def text(look: Look) -> str:
    """A line for each part, so that a change reads well as a diff."""
    lines = (f"{json.dumps(name)}: {json.dumps(each)}" for name, each in look.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_component_looks_as_it_did(
    page: Page,
    full_url: str,
    pytestconfig: pytest.Config,
    width: int,
    scheme: Literal["light", "dark"],
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(full_url + STYLE)
    look = seen(page)
    file = KEPT / f"{width}-{scheme}.json"
    if pytestconfig.getoption("--write-golden"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text(look), encoding="utf-8", newline="\n")
    found = differences(look, json.loads(file.read_text(encoding="utf-8")))
    assert not found, "\n".join(found)


SPOILT = (
    ".card h3 { font-size: 1.5rem }",
    ".strip { background: #fff8d0 !important }",
    ".btn { padding-inline: 2rem }",
    ".stars { background: #00f }",
    ".plate { aspect-ratio: 1 }",
    ".ic { display: none }",
)
# Bolder letters without fitting to pixels: about as far as two machines are apart.
OTHERWISE = "* { -webkit-text-stroke: .12px; text-rendering: geometricPrecision }"


def test_what_spoils_a_component_is_seen_and_fonts_drawn_otherwise_are_not(
    page: Page, full_url: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.goto(full_url + STYLE)
    kept = json.loads((KEPT / "1280-light.json").read_text(encoding="utf-8"))
    found = {}
    for style in (*SPOILT, OTHERWISE):
        added = page.add_style_tag(content=style)
        found[style] = differences(seen(page), kept)
        added.evaluate("(element) => element.remove()")
    assert found.pop(OTHERWISE) == []
    assert [style for style, seen_ in found.items() if not seen_] == []
