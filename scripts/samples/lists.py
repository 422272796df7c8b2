"""The controlled lists of samples: those of the catalogue, but for who publishes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts import records, schema
from scripts.samples import folder
from scripts.samples.sources import READ
from scripts.schema.lists import Publisher

REAL = folder.REAL / "_lists"


def load(lists: Path, name: str) -> Any:
    """A list of the catalogue; ValueError where it has mistakes."""
    file = lists / f"{name}.yml"
    return records.record_of(file.read_bytes(), "list", name, file, file.name).value


def files(lists: Path) -> Iterator[tuple[str, bytes]]:
    """Path and content of every list of a sample, first the one by which it is recognised."""
    yield folder.PUBLISHER, records.canonical(_publisher())
    for name in sorted(schema.LISTS):
        if name != "publisher" and name not in schema.OPTIONAL_LISTS:
            yield f"_lists/{name}.yml", (lists / f"{name}.yml").read_bytes()


def _publisher() -> Publisher:
    """Nobody: the catalogue says that it is a sample."""
    said = {"key": "bo-soan-mau", "publisher": "Bộ soạn mẫu", "supports": "bản ghi do máy soạn"}
    data = {
        "name": folder.NAME,
        "name_en": "Sample catalogue (machine-made, nothing in it is real)",
        "data_date": READ,
        "sources": [said | {"read": READ}],
    }
    return Publisher.model_validate(data)
