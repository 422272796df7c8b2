"""Every word a visitor reads, in both languages: one flat table each, and one look-up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")

JS_PREFIX = "js."
LATE_PREFIX = "late."
_FOLDER = Path(__file__).parent


@cache
def table(language: Language) -> Mapping[str, str]:
    """All texts of a language by key; the tables have the same keys and the same {places}."""
    source = (_FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    loaded: dict[str, str] = yaml.load(source, Loader=yaml.CSafeLoader)
    return loaded


@cache
def look_up(language: Language, key: str, one: bool = False) -> str:
    """The text of a key as it is written, {places} unfilled; KeyError where there is none.

    With `one`, the text for a single thing (`key.one`) where the language has it.
    """
    texts = table(language)
    return texts.get(f"{key}.one", texts[key]) if one else texts[key]


@cache
def words(language: Language, prefix: str = JS_PREFIX) -> Mapping[str, str]:
    """The texts for scripts, without their prefix; scripts fill the {places} themselves.

    Those beginning with `js.` stand in every page, those with `late.` in a file of their own.
    """
    return {
        key.removeprefix(prefix): text
        for key, text in table(language).items()
        if key.startswith(prefix)
    }
