"""What derives from the field list is up to date, complete and in Vietnamese."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.records.paths import name_of
from scripts.schema import LISTS, RECORDS, Product, fields
from scripts.schema.export import FOLDER, editor_mapping, json_schema, json_schemas
from scripts.schema.guide import field_table, guide_markdown

ROOT = Path(__file__).resolve().parents[2]


def test_committed_schemas_are_those_of_the_field_list() -> None:
    committed = {file.name: file.read_text("utf-8") for file in (ROOT / FOLDER).iterdir()}
    assert committed == json_schemas()


def test_editors_are_told_which_schema_is_for_which_record() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == editor_mapping()
    assert settings["yaml.schemaStore.enable"] is False
    extensions = json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8"))
    assert extensions["recommendations"] == ["redhat.vscode-yaml"]


def test_each_mapping_meets_the_records_that_the_reader_knows() -> None:
    kinds = set()
    for schema, place in editor_mapping().items():
        parts = tuple(part.replace("*", "x") for part in place.split("/")[1:])
        named = name_of(parts)
        assert named is not None
        assert Path(schema).stem == (f"list-{named.id}" if named.kind == "list" else named.kind)
        kinds.add(named.id if named.kind == "list" else named.kind)
    assert kinds == {*RECORDS, *LISTS}


def _everything(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        yield from (one for inner in schema.values() for one in _everything(inner))
    elif isinstance(schema, list):
        yield from (one for inner in schema for one in _everything(inner))


@pytest.mark.parametrize("model", [*RECORDS.values(), *LISTS.values()])
def test_schemas_say_what_editors_need(model: Any) -> None:
    schema = json_schema(model)
    assert schema["additionalProperties"] is False
    for inner in _everything(schema):
        assert inner.get("type") != "null"
        assert isinstance(inner.get("pattern", ""), dict) or (
            ("pattern" in inner) == ("patternErrorMessage" in inner)
        )
        if isinstance(inner.get("properties"), dict) and inner.get("type") == "object":
            assert "description" not in inner, "docstrings are for programmers"


def test_rows_of_the_guide() -> None:
    rows = {row.name: row for row in field_table(Product)}
    assert list(rows) == list(fields.ordered(Product))
    assert rows["name"].required
    assert not rows["producer"].required
    assert rows["name"].allowed == "chữ, nhiều nhất 160 ký tự"
    assert rows["season"].allowed == "danh sách: số nguyên từ 1 đến 12"
    assert rows["story_by"].allowed == "`editor`, `producer` (bỏ trống là `editor`)"
    assert rows["certificates"].allowed == "danh sách: nhóm trường “Một lần công nhận”"
    assert rows["reviewed"].allowed == "ngày trong ngoặc kép"


def test_guide_names_every_field_and_part() -> None:
    guide = guide_markdown()
    for schema in (json_schema(model) for model in [*RECORDS.values(), *LISTS.values()]):
        for part in (schema, *schema["$defs"].values()):
            assert f"#### {part['title']}" in guide
            for name in part["properties"]:
                assert f"\n| `{name}` |" in guide


def test_guide_is_sound_markdown() -> None:
    for line in guide_markdown().splitlines():
        assert not line.startswith("|") or line.count("|") == 6
        assert line == line.rstrip()


def test_contributing_holds_the_tables() -> None:
    assert f"<!-- fields -->\n\n{guide_markdown()}\n<!-- /fields -->" in (
        ROOT / "CONTRIBUTING.md"
    ).read_text("utf-8")
