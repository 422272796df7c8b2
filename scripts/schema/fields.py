"""Looking into the field list: order, parts and allowed values of a model's fields."""

from __future__ import annotations

import types
import typing
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

# Inherited fields that staff look at last; they end each record in the canonical form.
_LAST = ("reviewed", "aliases", "merged", "sources")
_UNIONS = (typing.Union, types.UnionType)


@cache
def ordered(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model in the order of the canonical form and of the guide."""
    fields = model.model_fields
    first = {name: field for name, field in fields.items() if name not in _LAST}
    return first | {name: fields[name] for name in _LAST if name in fields}


def choices(annotation: Any) -> tuple[Any, ...]:
    """The values that a Literal allows, also inside an optional or a list; else nothing."""
    if typing.get_origin(annotation) is Literal:
        return typing.get_args(annotation)
    return tuple(value for inner in _inside(annotation) for value in choices(inner))


def part(annotation: Any) -> type[BaseModel] | None:
    """The model inside an annotation such as `list[Passage]` or `Place | None`; else None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in _inside(annotation) if (found := part(inner))), None)


def is_list(annotation: Any) -> bool:
    """Whether the field holds a list."""
    if typing.get_origin(annotation) is list:
        return True
    return typing.get_origin(annotation) in (*_UNIONS, Annotated) and any(
        is_list(inner) for inner in _inside(annotation)
    )


def model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model whose fields stand at a location of a record; None where there is none."""
    found: type[BaseModel] | None = model
    for name in location:
        if found is not None and isinstance(name, str):
            field = found.model_fields.get(name)
            found = part(field.annotation) if field else None
    return found


def _inside(annotation: Any) -> tuple[Any, ...]:
    origin = typing.get_origin(annotation)
    if origin is Annotated:
        return typing.get_args(annotation)[:1]
    return typing.get_args(annotation) if origin in (*_UNIONS, list) else ()
