"""Templates compiled our way print what Jinja itself prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError, pass_context
from markupsafe import Markup, escape

from scripts.pages import compiled


@pass_context
def rooted(context: Any, address: str) -> str:
    return f"{context['root']}{address}"


def both(source: str, **values: object) -> tuple[str, str]:
    """What a template gives when it is compiled our way, and Jinja's."""
    made = []
    for generator in (
        compiled.generator({"foreign": True}, frozenset({"join"}), frozenset({"rooted"})),
        Environment.code_generator_class,
    ):
        environment = Environment(autoescape=True, undefined=StrictUndefined)
        environment.code_generator_class = generator
        environment.globals.update(foreign=True, rooted=rooted, join=lambda a, b="": f"{a}<{b}")
        words = "{% macro bold(text, mark='!') %}<b>{{ text }}{{ mark }}</b>{% endmacro %}"
        environment.globals["say"] = environment.from_string(words).module
        made.append(environment.from_string(source).render(root="../", **values))
    return made[0], made[1]


@pytest.mark.parametrize(
    "source",
    [
        "{{ text }}{{ markup }}{{ number }}{{ nothing }}",
        "{% if foreign %}{{ foreign }}{% else %}no{% endif %}",
        "{{ rooted('a/') }}{{ rooted(address=text) }}",
        "{{ join(text) }}{{ join(text, b=markup) }}{{ join(*['x', 'y']) }}",
        "{{ say.bold(text) }}{{ say.bold(markup, mark=text) }}",
        "{% for each in [text, markup] %}{{ loop.index }}{{ each }}{% endfor %}",
        "{{ text | upper }}{{ table.key }}{{ table['key'] }}{{ own(text) }}",
        "{% set foreign = 'set' %}{{ text }}",
    ],
)
def test_it_prints_what_jinja_prints(source: str) -> None:
    own: Callable[[object], object] = escape
    ours, theirs = both(
        source,
        text="<a> & 'b' \"c\"",
        markup=Markup("<i>"),
        number=7,
        nothing=None,
        table={"key": "<v>"},
        own=own,
    )
    assert ours == theirs


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(UndefinedError):
        both("{{ missing }}")


@pytest.mark.parametrize("value", ["plain", "<", "&", ">", '"', "'", Markup("<b>"), 3, None])
def test_the_quick_escape_is_markupsafes(value: object) -> None:
    assert compiled.escape(value) == escape(value)


class Shown(str):
    def __html__(self) -> str:
        return "<shown>"


def test_a_text_that_is_more_than_a_text_is_asked() -> None:
    assert compiled.escape(Shown("x")) == "<shown>"
