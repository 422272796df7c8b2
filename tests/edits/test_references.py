"""The table of references knows every field of the field list that names a record."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, StringConstraints

from scripts.edits.references import EACH, REFERENCES, mended
from scripts.schema import RECORDS, fields
from scripts.schema.common import ID_PATTERN
from tests.builder import CatalogueFolder

# Ids of what is no record: of sources, groups, issuers and drawings, and a record's own.
OTHER = {"id", "aliases", "merged", "key", "sources", "group", "issuer", "illustration"}


def _is_id(annotation: Any, metadata: tuple[Any, ...]) -> bool:
    inner = (*metadata, *getattr(annotation, "__metadata__", ()))
    own = any(isinstance(m, StringConstraints) and m.pattern == ID_PATTERN for m in inner)
    return own or any(_is_id(part, ()) for part in typing.get_args(annotation))


def _ids(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, field in model.model_fields.items():
        here = (*path, name, *([EACH] if fields.is_list(field.annotation) else []))
        part = fields.part(field.annotation)
        if part:
            yield from _ids(part, here)
        elif _is_id(field.annotation, tuple(field.metadata)) and name not in OTHER:
            yield here


def test_every_field_that_names_a_record_is_in_the_table() -> None:
    named = {
        (holder, path)
        for holders in REFERENCES.values()
        for holder, paths in holders.items()
        for path in paths
    }
    assert named == {(kind, path) for kind, model in RECORDS.items() for path in _ids(model)}


def test_each_reference_follows() -> None:
    folder = CatalogueFolder.copy("full")  # kept: a record is read again from its file
    reading = folder.read()
    for kind, old in (
        ("producer", "co-so-mau"),
        ("decision", "qd-tinh-2025-mau"),
        ("decision", "qd-tinh-2026-thu-hoi-mau"),
        ("craft", "nghe-coi-mau"),
        ("shop", "cua-hang-mau"),
        ("product", "ruou-mau"),
    ):
        changes = list(mended(reading, kind, old, "ma-moi"))
        assert changes, (kind, old)
        for change in changes:
            before, after = (change.before or b"").decode(), (change.after or b"").decode()
            named = [line for line in before.splitlines() if line.split()[-1:] == [old]]
            assert named
            assert not [line for line in after.splitlines() if line.split()[-1:] == [old]]
            assert "ma-moi" in after


def test_a_list_of_ids_names_each_once() -> None:
    reading = CatalogueFolder.copy("full").read()
    [shop] = [c for c in mended(reading, "product", "gao-mau", "ruou-mau") if b"carries" in c.after]  # type: ignore[operator]
    assert (shop.after or b"").decode().count("- ruou-mau\n") == 1
