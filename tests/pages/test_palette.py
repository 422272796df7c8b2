"""Every colour is legible in each scheme, measured from the style sheet itself."""

from __future__ import annotations

import re

import pytest

from scripts import pipeline
from scripts.pages.views import palette
from scripts.text.colours import rules

TOKENS = (pipeline.DOCS / "assets" / "css" / "tokens.css").read_text(encoding="utf-8")
LOOK = (pipeline.DOCS / "templates" / "partials" / "look.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("pair", palette.measured(TOKENS), ids=lambda pair: pair.name)
def test_the_contrast_is_enough_in_each_scheme(pair: palette.Measured) -> None:
    assert pair.enough, dict(pair.ratios)


def test_a_colour_that_is_too_pale_is_told() -> None:
    pale = TOKENS.replace("--soft: #4d625c", "--soft: #9aa8a3")
    assert pale != TOKENS
    assert [pair.name for pair in palette.measured(pale) if not pair.enough] == ["soft"]


@pytest.mark.parametrize("more", ["", " and (prefers-contrast: more)"])
def test_without_scripts_the_dark_scheme_is_the_same(more: str) -> None:
    found = {(rule.media, rule.selectors): rule.values for rule in rules(TOKENS)}
    media = f"screen and (scripting: none) and (prefers-color-scheme: dark){more}"
    chosen = found[f"screen{more}", (palette.DARK,)]
    assert found[media, ("body[data-md-color-scheme]",)] == chosen


def test_the_bar_of_the_browser_has_the_colour_of_the_page() -> None:
    schemes = palette.schemes(TOKENS)
    told = dict(re.findall(r'content="(#\w+)" media="\(prefers-color-scheme: (\w+)\)"', LOOK))
    assert {scheme: colour for colour, scheme in told.items()} == {
        scheme: schemes[scheme]["page"] for scheme in ("light", "dark")
    }


def test_a_ratio_is_never_shown_higher_than_it_is() -> None:
    assert palette.shown(4.4999) == "4,4"
    assert palette.shown(21) == "21,0"
