"""The field list as JSON Schema, for completion and hints in text editors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from scripts.schema import LISTS, RECORDS, common

FOLDER = ".vscode/schema"

_PLACES = {
    "product": "products/*/*/product.yml",
    "producer": "products/_producers/*/*.yml",
    "decision": "products/_decisions/*.yml",
    "craft": "products/_crafts/*.yml",
    "shop": "products/_shops/*.yml",
    "video": "products/_videos/*/video.yml",
}


def json_schemas() -> dict[str, str]:
    """File name → JSON Schema of each kind of record and of each list."""
    return {
        f"{name}.json": json.dumps(json_schema(model), ensure_ascii=False, indent=2) + "\n"
        for name, _, model in _kinds()
    }


def editor_mapping() -> dict[str, str]:
    """Schema file → the records it is for, as the setting `yaml.schemas` wants it."""
    return {f"{FOLDER}/{name}.json": place for name, place, _ in _kinds()}


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a model; what its hints say is Vietnamese."""
    cleaned: dict[str, Any] = _clean(model.model_json_schema(), is_model=True)
    return cleaned


def _kinds() -> Iterator[tuple[str, str, type[BaseModel]]]:
    for kind, record in RECORDS.items():
        yield kind, _PLACES[kind], record
    for name, listed in LISTS.items():
        yield f"list-{name}", f"products/_lists/{name}.yml", listed


def _clean(schema: Mapping[str, Any], *, is_model: bool = False) -> dict[str, Any]:
    """The schema without docstrings (English) and without null, with hints for patterns."""
    cleaned = dict(_without_null(schema))
    if is_model:
        cleaned.pop("description", None)
    for group in ("properties", "$defs"):
        inner = cleaned.get(group, {})
        if inner:
            cleaned[group] = {
                name: _clean(one, is_model=group == "$defs") for name, one in inner.items()
            }
    if isinstance(cleaned.get("items"), dict):
        cleaned["items"] = _clean(cleaned["items"])
    form = common.FORMS.get(cleaned.get("pattern", ""))
    if form:
        cleaned["patternErrorMessage"] = f"{form.message}; {form.fix}"
    return cleaned


def _without_null(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """An optional field is one that is left out; editors need not offer null."""
    branches: list[dict[str, Any]] = [
        one for one in schema.get("anyOf", ()) if one != {"type": "null"}
    ]
    if len(branches) == len(schema.get("anyOf", ())):
        return schema
    rest = {name: value for name, value in schema.items() if name not in ("anyOf", "default")}
    types = [one["type"] for one in branches if list(one) == ["type"]]
    if len(types) == len(branches) > 1:
        return {**rest, "type": types}
    return {**rest, **branches[0]}
