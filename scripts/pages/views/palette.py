"""The colours of the look in each scheme, and the contrast that they are measured to have."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from scripts.text.colours import contrast, rules

LIGHT, DARK = ":root", '[data-md-color-scheme="slate"]'
MORE = "(prefers-contrast: more)"
# The layers of rules that each scheme is made of, each over the one before: media, selector.
SCHEMES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "light": (("", LIGHT),),
    "dark": (("", LIGHT), ("screen", DARK)),
    "light-more": (("", LIGHT), (MORE, LIGHT)),
    "dark-more": (("", LIGHT), (MORE, LIGHT), ("screen", DARK), (f"screen and {MORE}", DARK)),
}
TEXT, GRAPHIC = 4.5, 3.0
TEXT_MORE, GRAPHIC_MORE = 7.0, 4.5
_SURFACES = ("page", "paper", "mist", "wash-valid", "wash-over", "wash-plain")
# What is drawn, on which surfaces, and the contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11).
PAIRS: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("ink", _SURFACES, TEXT),
    ("soft", _SURFACES, TEXT),
    ("link", ("page", "paper", "wash-valid", "wash-over", "wash-plain"), TEXT),
    ("valid", ("page", "paper", "wash-valid"), TEXT),
    ("over", ("page", "paper", "wash-over"), TEXT),
    ("star-ink", ("page", "paper"), TEXT),
    ("on-deep", ("deep",), TEXT),
    ("on-foot", ("foot",), TEXT),
    ("foot-soft", ("foot",), TEXT),
    ("star", ("page", "paper"), GRAPHIC),
    ("edge", ("page", "paper"), GRAPHIC),
)

Palette = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colour:
    """One colour by its name, as "#rrggbb" in each scheme."""

    name: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The least contrast of a colour on its surfaces: measured and needed, in each scheme."""

    name: str
    on: tuple[str, ...]
    ratios: Mapping[str, float]
    needs: Mapping[str, float]

    @property
    def enough(self) -> bool:
        """Whether it is enough in every scheme."""
        return all(self.ratios[scheme] >= need for scheme, need in self.needs.items())


def schemes(css: str) -> Mapping[str, Palette]:
    """The constants of each scheme, without the dashes before their names."""
    found = list(rules(css))

    def layer(media: str, selector: str) -> dict[str, str]:
        fitting = (rule for rule in found if rule.media == media and selector in rule.selectors)
        return {name[2:]: value for rule in fitting for name, value in rule.values.items()}

    return {
        scheme: {name: value for each in layers for name, value in layer(*each).items()}
        for scheme, layers in SCHEMES.items()
    }


def colours(css: str) -> tuple[Colour, ...]:
    """Every constant that is a plain colour, in the order in which they are written."""
    known = schemes(css)
    names = [name for name, value in known["light"].items() if value.startswith("#")]
    return tuple(
        Colour(name=name, values={scheme: each[name] for scheme, each in known.items()})
        for name in names
    )


def measured(css: str) -> tuple[Measured, ...]:
    """Each pair of PAIRS, measured."""
    known = schemes(css)
    return tuple(
        Measured(
            name=name,
            on=surfaces,
            ratios={
                scheme: min(contrast(each[name], each[surface]) for surface in surfaces)
                for scheme, each in known.items()
            },
            needs=_needs(need),
        )
        for name, surfaces, need in PAIRS
    )


def _needs(need: float) -> Mapping[str, float]:
    more = TEXT_MORE if need == TEXT else GRAPHIC_MORE
    return {scheme: more if scheme.endswith("more") else need for scheme in SCHEMES}


def shown(ratio: float) -> str:
    """A ratio as Vietnamese write it, never more than it is."""
    return f"{math.floor(ratio * 10) / 10:.1f}".replace(".", ",")
