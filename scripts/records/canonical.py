"""The one canonical form of a record: the same values always give the same bytes.

Fields stand in the order of the field list, those equal to their default are left out. Two
spaces of indentation, each item of a list on lines of its own. Text is plain where no reader of
YAML 1.1 or 1.2 could take it for anything else, long text is folded (`>-`), all other text
stands in double quotes. Comments have no place in it (rule `yaml-comment`).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scripts.records import scalars
from scripts.schema import fields

WIDTH = 100
_STEP = "  "


def canonical(value: BaseModel) -> bytes:
    """The canonical form of a record or list, UTF-8 with line feeds."""
    return ("\n".join(_mapping(value, "")) + "\n").encode("utf-8")


def _mapping(value: BaseModel, pad: str) -> Iterator[str]:
    for name, field in fields.ordered(type(value)).items():
        inner = getattr(value, name)
        if not _is_default(inner, field):
            yield from _entry(f"{pad}{name}:", inner, pad + _STEP)


def _is_default(value: Any, field: FieldInfo) -> bool:
    """A field equal to its default is left out; None is how an unset field reads."""
    return value is None or (not field.is_required() and value == field.default)


def _entry(head: str, value: Any, pad: str) -> Iterator[str]:
    """A value behind its key or dash; `pad` indents what does not fit on that line."""
    lines = list(_nested(value, pad))
    if lines:
        yield head
        yield from lines
    elif isinstance(value, str):
        yield from _text(head, value, pad)
    else:
        yield f"{head} {_scalar(value)}"


def _nested(value: Any, pad: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        yield from _mapping(value, pad)
    elif isinstance(value, list):
        for item in value:
            yield from _item(item, pad)


def _item(value: Any, pad: str) -> Iterator[str]:
    lines = list(_nested(value, pad + _STEP))
    if lines:
        yield f"{pad}- {lines[0].lstrip(' ')}"
        yield from lines[1:]
    else:
        yield from _entry(f"{pad}-", value, pad + _STEP)


def _text(head: str, text: str, pad: str) -> Iterator[str]:
    line = f"{head} {scalars.quoted(text)}"
    folded = scalars.folded(text, WIDTH - len(pad)) if len(line) > WIDTH else []
    if len(folded) > 1:
        yield f"{head} >-"
        yield from (pad + part for part in folded)
    else:
        yield line


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, int):
        return str(value)
    return "[]" if isinstance(value, list) else "{}"
