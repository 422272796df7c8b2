"""The field list as tables for staff, in Vietnamese."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from scripts.schema import LISTS, RECORDS, common, fields
from scripts.schema.export import json_schema


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field as staff read of it; `allowed` says in words what may be written."""

    name: str
    title: str
    required: bool
    allowed: str
    description: str


def field_table(model: type[BaseModel]) -> tuple[FieldRow, ...]:
    """The fields of a record or part, in the order of the canonical form."""
    schema = json_schema(model)
    return tuple(
        FieldRow(
            name=name,
            title=field.title or name,
            required=name in schema.get("required", ()),
            allowed=_allowed(schema["properties"][name], schema),
            description=field.description or "",
        )
        for name, field in fields.ordered(model).items()
    )


def guide_markdown() -> str:
    """Tables of all kinds of record, of all lists, and of the parts that occur in them."""
    seen: dict[type[BaseModel], None] = {}
    lines = ["### Bản ghi", ""]
    for kind, record in RECORDS.items():
        lines += _section(record, f" (`{kind}`)")
        seen |= dict.fromkeys(_parts(record))
    lines += ["### Các phần của bản ghi", ""]
    lines += [line for part in seen for line in _section(part)]
    lines += ["### Danh sách trong `products/_lists/`", ""]
    for name, listed in LISTS.items():
        lines += _section(listed, f" (`{name}.yml`)")
        for part in _parts(listed):
            lines += _section(part) if part not in seen else []
            seen[part] = None
    return "\n".join(lines).rstrip() + "\n"


def _parts(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The parts of a model, each before its own parts."""
    for field in fields.ordered(model).values():
        part = fields.part(field.annotation)
        if part:
            yield part
            yield from _parts(part)


def _section(model: type[BaseModel], behind: str = "") -> list[str]:
    head = "| Trường | Tên | Bắt buộc | Viết gì | Giải thích |"
    rows = [
        f"| `{row.name}` | {row.title} | {'có' if row.required else ''} "
        f"| {row.allowed} | {row.description} |"
        for row in field_table(model)
    ]
    title = model.model_config.get("title", model.__name__)
    return [f"#### {title}{behind}", "", head, "| --- | --- | --- | --- | --- |", *rows, ""]


_Schema = Mapping[str, Any]

_FORMS = {
    common.ID_PATTERN: "mã",
    common.PARTIAL_DATE_PATTERN: "ngày trong ngoặc kép",
    common.CODE_PATTERN: "5 chữ số trong ngoặc kép",
    common.GTIN_PATTERN: "8, 12, 13 hoặc 14 chữ số trong ngoặc kép",
}


def _allowed(schema: _Schema, root: _Schema) -> str:
    if "$ref" in schema:
        part = root["$defs"][schema["$ref"].rpartition("/")[2]]
        return f"nhóm trường “{part['title']}”"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"]) + _default(schema)
    kind = schema["type"]
    return _TYPES[kind if isinstance(kind, str) else "number"](schema, root)


def _default(schema: _Schema) -> str:
    return f" (bỏ trống là `{schema['default']}`)" if "default" in schema else ""


def _string(schema: _Schema, root: _Schema) -> str:
    return _FORMS.get(schema["pattern"]) or f"chữ, nhiều nhất {schema['maxLength']} ký tự"


def _number(schema: _Schema, root: _Schema) -> str:
    bounds = {
        "minimum": "từ {}",
        "exclusiveMinimum": "lớn hơn {}",
        "maximum": "đến {}",
    }
    said = [text.format(schema[name]) for name, text in bounds.items() if name in schema]
    word = "số nguyên" if schema["type"] == "integer" else "số"
    return " ".join([word, *said])


def _boolean(schema: _Schema, root: _Schema) -> str:
    return "`true` khi đúng"


def _array(schema: _Schema, root: _Schema) -> str:
    return f"danh sách: {_allowed(schema['items'], root)}"


_TYPES: dict[str, Callable[[_Schema, _Schema], str]] = {
    "string": _string,
    "integer": _number,
    "number": _number,
    "boolean": _boolean,
    "array": _array,
}
