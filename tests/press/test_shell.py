"""Cutting a page at its placeholders and joining it again."""

from __future__ import annotations

from dataclasses import fields

import pytest

from scripts.press.front import Front, ShellKey
from scripts.press.shell import VALUES, Marks, ShellError, cut

KEY = ShellKey(language="vi", kind="product", depth=2, alternate=True, edit=True, indexed=True)
MARKS = Marks.random()


def front(**values: str) -> Front:
    return Front(key=KEY, **{name: values.get(name, name.upper()) for name in VALUES})


def shell_of(template: str, marks: Marks = MARKS) -> str:
    """The page that a template makes of placeholders."""
    shell = marks.front(KEY, site_url=True)
    return template.format(**{f.name: getattr(shell, f.name) for f in fields(Front)})


def test_values_go_where_their_placeholders_were() -> None:
    html = shell_of("<title>{title}</title>{head}<b>{title}</b>{body}ế")
    joined = cut(html, MARKS).join(front(title="Rượu", body="<h1>"))
    assert joined.decode() == "<title>Rượu</title>HEAD<b>Rượu</b><h1>ế"


def test_values_are_never_looked_through() -> None:
    """A value that looks like a placeholder, even of this build, stays as it is."""
    html = shell_of("{title}{head}{body}")
    hostile = MARKS.of("body") + "\\1 {{ x }} %s {0} \\g<0>"
    joined = cut(html, MARKS).join(front(title=hostile, head="", body="."))
    assert joined.decode() == f"{hostile}."


def test_placeholders_differ_from_build_to_build() -> None:
    assert Marks.random() != Marks.random()


@pytest.mark.parametrize(
    "template",
    ["{head}", "{body}{body}{head}", "{body}{head}{head}", "{body}"],
)
def test_a_shell_prints_body_and_head_once(template: str) -> None:
    with pytest.raises(ShellError, match="times"):
        cut(shell_of(template), MARKS)


@pytest.mark.parametrize(
    "change",
    [str.upper, str.title, lambda text: text[:30], lambda text: text[9:], lambda text: text[:-3]],
)
def test_a_changed_placeholder_is_refused(change) -> None:  # type: ignore[no-untyped-def]
    html = shell_of("{head}{body}") + change(MARKS.of("title")) + "."
    with pytest.raises(ShellError, match="print it as it is"):
        cut(html, MARKS)
