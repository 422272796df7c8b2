"""The Jinja environment of the bodies: escaping on, unknown names refused, compiled once."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from scripts import i18n
from scripts.i18n import Language
from scripts.model import addresses
from scripts.pages.compiled import generator
from scripts.text import dates, numbers

TEMPLATES = Path(__file__).parent / "templates"
WORDS = "partials/words.html"
REMEMBERED = 8192
_PLAIN = frozenset({"t", "date", "number", "stop"})
_CONTEXTUAL = frozenset({"url", "asset"})
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
_INCLUDE = re.compile(r"\{% include \"([^\"]+)\" %\}\n?")
_CONSTANT = re.compile(r"\{\{ t\('([a-z0-9.-]+)'\) \}\}")
_VI = re.compile(r"\{\{ say\.vi\((.+?)\) \}\}")
_PLACE = re.compile(r"\{(\w+)\}")


class _Loader(FileSystemLoader):
    """Loads templates of one language, with all that never changes put in place once.

    Partials stand where they are included (they share the page's values anyway), texts without
    values where they are asked for, the macro `vi` where it is called, and the indentation, made
    for readers, is dropped: 58,000 pages pay for each of these only here.
    """

    def __init__(self, language: Language) -> None:
        super().__init__(TEMPLATES)
        self._language = language

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return self._in_place(environment, source), path, fresh

    def _in_place(self, environment: Environment, source: str) -> str:
        def partial(found: re.Match[str]) -> str:
            return self.get_source(environment, found[1])[0]

        def text(found: re.Match[str]) -> str:
            return str(_escaped(self._language, found[1], False))

        def vietnamese(found: re.Match[str]) -> str:
            return _vi().replace("{{ text }}", f"{{{{ {found[1]} }}}}")

        whole = _INCLUDE.sub(partial, _INDENT.sub("", source))
        return _VI.sub(vietnamese, _CONSTANT.sub(text, whole))


@cache
def _vi() -> str:
    """What the macro `vi` prints for its argument, `text`."""
    source = (TEMPLATES / WORDS).read_text(encoding="utf-8")
    return source.partition("{% macro vi(text) %}\n")[2].partition("\n{% endmacro %}")[0]


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

    # `typed`, because a text and markup of the same letters are equal.
    @lru_cache(REMEMBERED, typed=True)
    def t(key: str, **values: object) -> Markup:
        one = values.get("n") == 1
        if not values:
            return _escaped(language, key, one)
        parts = _parts(language, key, one)
        shown = [
            escape(_shown(values[part], language)) if n % 2 else part
            for n, part in enumerate(parts)
        ]
        return Markup("".join(shown))

    return t


@cache
def _escaped(language: Language, key: str, one: bool) -> Markup:
    return escape(i18n.look_up(language, key, one))


@cache
def _parts(language: Language, key: str, one: bool) -> tuple[str, ...]:
    """The escaped text cut at its places: words, name, words, name, words."""
    return tuple(_PLACE.split(_escaped(language, key, one)))


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
    stop, and say: the macros of WORDS.
    """
    made = Environment(
        loader=_Loader(language),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    constants = {"language": language, "foreign": language != "vi"}
    made.code_generator_class = generator(constants, _PLAIN, _CONTEXTUAL)
    made.globals.update(
        constants,
        t=translator(language),
        url=_linker(language),
        asset=_asset,
        date=lambda partial: dates.format_partial(partial, language),
        stop=stop,
        number=lambda value: numbers.format_number(value, language),
    )
    made.globals["say"] = made.get_template(WORDS).module
    return made


def stop(text: str) -> str:
    """A text that a full stop will follow: without one of its own."""
    return text.rstrip(". ")
