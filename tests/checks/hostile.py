"""The hostile catalogues: `full` with markup in every text, which is only text and passes; and
`hostile-refused`, with what no record may hold.

`python -m tests.checks.hostile --write` makes `hostile` anew from `full`.
"""

from __future__ import annotations

import shutil
import sys
import typing
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import Any

from pydantic import BaseModel, StringConstraints

from scripts import records
from tests.builder import CATALOGUES, CatalogueFolder

PAYLOAD = "<script>x()</script>{{ x }}{% x %}]]>\"'><img src=x onerror=x()>&lt;"
"""Short enough for a name: script, templates, the ends of CDATA, attributes and elements."""

LONG = (
    f"{PAYLOAD} </script></style></title></textarea> {{# x #}} {{{{ '{{{{' }}}} ${{x}} <%= x %> "
    "<!-- --> `x` [x](javascript:x()) **x** \\u003cscript\\u003e &#60;script&#62; %0A::error:: "
    "x0123456789abcdef0123456789abcdefx =1+1 @x -x"
)
"""As PAYLOAD, and what else any printer of the texts could trip over."""

IN_ADDRESS = "q='onload=x()&r=%22%3E%3Cscript%3Ex()%3C/script%3E&s=javascript:x()"
"""What a well-formed address may hold."""

_NAME, _LINE, _PARAGRAPH, _ADDRESS = 160, 300, 2000, 600
_END = " hết"


Poison = Mapping[int, Callable[[str], str]]
"""What becomes of a text, by the greatest length that its field allows."""


def poisoned(value: Any, poison: Poison, lengths: tuple[int, ...] = ()) -> Any:
    """A record, a part or a value with the poison in every text."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return type(value).model_construct(
            **{
                name: poisoned(getattr(value, name), poison, tuple(_lengths(field)))
                for name, field in fields.items()
            }
        )
    if isinstance(value, list):
        return [poisoned(item, poison, lengths) for item in value]
    add = next((poison[length] for length in lengths if length in poison), None)
    return add(value) if isinstance(value, str) and add else value


def _in_address(text: str) -> str:
    base, _, query = text.partition("?")
    return f"{base}?{query}&{IN_ADDRESS}" if query else f"{base}?{IN_ADDRESS}"


MARKUP: Poison = {
    _NAME: lambda text: f"{text} {PAYLOAD}{_END}",
    _LINE: lambda text: f"{text} {PAYLOAD}{_END}",
    _PARAGRAPH: lambda text: f"{text} {LONG}{_END}",
    _ADDRESS: _in_address,
}


def _lengths(field: Any) -> Iterator[int]:
    """The greatest lengths that the type of a field gives for texts in it."""
    for constraint in field.metadata:
        if isinstance(constraint, StringConstraints) and constraint.max_length:
            yield constraint.max_length
    yield from _inside(field.annotation)


def _inside(annotation: Any) -> Iterator[int]:
    for part in getattr(annotation, "__metadata__", ()):
        if isinstance(part, StringConstraints) and part.max_length:
            yield part.max_length
    for part in typing.get_args(annotation):
        yield from _inside(part)


def refused(character: str, place: int) -> Poison:
    """A poison that puts a character into one text alone, the one at that place from 0."""
    places = count()

    def add(text: str) -> str:
        return f"{text[:1]}{character}{text[1:]}" if next(places) == place else text

    return dict.fromkeys((_NAME, _LINE, _PARAGRAPH, _ADDRESS), add)


def write() -> None:
    """Make tests/catalogues/hostile from tests/catalogues/full."""
    target = CATALOGUES / "hostile"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(CATALOGUES / "full", target)
    reading = CatalogueFolder(target).read()
    for record in (*reading.records, *reading.lists.values()):
        record.file.write_bytes(records.canonical(poisoned(record.value, MARKUP)))


if __name__ == "__main__":
    assert sys.argv[1:] == ["--write"], "say --write"
    write()
