"""The Jinja environment of the bodies: escaping on, unknown names refused, compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from scripts import i18n
from scripts.i18n import Language
from scripts.model import addresses
from scripts.text import dates, numbers

TEMPLATES = Path(__file__).parent / "templates"
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class _Loader(FileSystemLoader):
    """Drops the indentation of templates: it is for their readers, not for visitors."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return _INDENT.sub("", source), path, fresh


@pass_context
def _asset(context: Context, address: str) -> str:
    """The path from the page being rendered to a file of the site."""
    root: str = context["root"]
    return root + address[1:]


def _linker(language: Language) -> Callable[[Context, str], str]:
    """`url(address)`: the path from the page being rendered to a page of the same language."""
    prefix = "" if language == "vi" else addresses.english("/")[1:]

    @pass_context
    def url(context: Context, address: str) -> str:
        return f"{context['root']}{prefix}{address[1:]}" or "./"

    return url


def translator(language: Language) -> Callable[..., Markup]:
    """`t(key, **values)`: the text with its values filled in, all of it escaped once.

    Whole numbers are written the language's way; a value that is markup already stays.
    """

    def t(key: str, **values: object) -> Markup:
        text = _escaped(language, key, values.get("n") == 1)
        if not values:
            return text
        return text.format(**{name: _shown(value, language) for name, value in values.items()})

    return t


@cache
def _escaped(language: Language, key: str, one: bool) -> Markup:
    return escape(i18n.look_up(language, key, one))


def _shown(value: object, language: Language) -> object:
    return numbers.format_number(value, language) if isinstance(value, int) else value


def plain(language: Language, key: str, **values: object) -> str:
    """The text with its values filled in, unescaped: for titles and descriptions."""
    text = i18n.look_up(language, key, values.get("n") == 1)
    return text.format(**{name: _shown(value, language) for name, value in values.items()})


@cache
def environment(language: Language) -> Environment:
    """The environment of a language, with its globals.

    language, foreign (Vietnamese words on the page need `lang="vi"`), t, url, asset, date, number,
    stop.
    """
    made = Environment(
        loader=_Loader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.globals.update(
        language=language,
        foreign=language != "vi",
        t=translator(language),
        url=_linker(language),
        asset=_asset,
        date=lambda partial: dates.format_partial(partial, language),
        stop=stop,
        number=lambda value: numbers.format_number(value, language),
    )
    return made


def stop(text: str) -> str:
    """A text that a full stop will follow: without one of its own."""
    return text.rstrip(". ")
