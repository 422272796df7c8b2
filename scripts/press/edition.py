"""What one build prints, as it enters the press, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from scripts.pages.types import Asset, Language, Page, Settings

Translator = Callable[..., str]


class PressError(Exception):
    """A mistake in docs/, mkdocs.yml or the templates; the message tells a person what to mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All pages and assets of one build, and what the shell around them says.

    `words`: the texts for scripts. `translators`: `t(key, **values)` for the shell's templates,
    escaped. `facts`: values for the shell's templates, such as who publishes.
    """

    settings: Settings
    pages: tuple[Page, ...]
    assets: tuple[Asset, ...] = ()
    words: Mapping[Language, Mapping[str, str]]
    translators: Mapping[Language, Translator]
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What was written: how many pages from records and by hand, and every file of the tree."""

    pages: int
    editorial: int
    files: frozenset[str]
