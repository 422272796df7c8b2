"""Contrast as WCAG 2.2 defines it, and custom properties as a browser would read them."""

from __future__ import annotations

import pytest

from scripts.text.colours import contrast, luminance, rules

SHEET = """/* --no: 1; */
:root,
[data-x="a"] { --page: #fff; --ink: #000 }
@media screen { .dark { --page: #000; } .other { --ink: #fff; } }
.after { --page: #eee; color: var(--page); }
"""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#777777", "#ffffff", 4.48), ("#123B3A", "#f5f8f7", 11.45)],
)
def test_contrast_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.03)


@pytest.mark.parametrize("wrong", ["white", "#12", "#12345g", "rgb(0 0 0)"])
def test_what_is_no_hexadecimal_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        luminance(wrong)


def test_rules_know_their_condition_and_leave_it_behind() -> None:
    found = [(rule.media, rule.selectors, dict(rule.values)) for rule in rules(SHEET)]
    assert found == [
        ("", (":root", '[data-x="a"]'), {"--page": "#fff", "--ink": "#000"}),
        ("screen", (".dark",), {"--page": "#000"}),
        ("screen", (".other",), {"--ink": "#fff"}),
        ("", (".after",), {"--page": "#eee"}),
    ]
