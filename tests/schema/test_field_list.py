"""The field list: named in Vietnamese, in order, and sound as a source for all that derives."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from scripts.schema import LISTS, RECORDS, Product, fields
from scripts.schema.common import Place, Source
from scripts.schema.product import Certificate, Pack

SCHEMA = Path(__file__).resolve().parents[2] / "scripts" / "schema"


def models() -> Iterator[type[BaseModel]]:
    """All models that occur in a record or list, once."""
    waiting: list[type[BaseModel]] = [*RECORDS.values(), *LISTS.values()]
    seen: set[type[BaseModel]] = set()
    while waiting:
        model = waiting.pop()
        if model not in seen:
            seen.add(model)
            yield model
            parts = (fields.part(field.annotation) for field in model.model_fields.values())
            waiting.extend(part for part in parts if part)


MODELS = list(models())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_vietnamese_title(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert field.title, name
        for text in (field.title, field.description or ""):
            assert unicodedata.is_normalized("NFC", text)


def test_no_two_models_share_a_title_by_inheritance() -> None:
    for model in MODELS:
        parents = [base.model_config.get("title") for base in model.__bases__ if base is not model]
        assert model.model_config.get("title") not in [None, *parents], model


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_defaults_can_be_left_out(model: type[BaseModel]) -> None:
    """The canonical form leaves out defaults: each must be none, false, an empty list or a word."""
    for field in model.model_fields.values():
        if not field.is_required():
            assert field.default in (None, False, 0, []) or isinstance(field.default, str)


def test_records_begin_with_the_id_and_end_with_the_sources() -> None:
    for model in RECORDS.values():
        names = list(fields.ordered(model))
        assert names[0] == "id"
        assert names[-4:] == ["reviewed", "aliases", "merged", "sources"]


def test_looking_into_annotations() -> None:
    annotations = {name: field.annotation for name, field in Product.model_fields.items()}
    assert fields.part(annotations["place"]) is Place
    assert fields.part(annotations["certificates"]) is Certificate
    assert fields.part(annotations["keywords"]) is None
    assert fields.choices(Certificate.model_fields["stars"].annotation) == (3, 4, 5)
    assert fields.choices(annotations["story_by"]) == ("editor", "producer")
    assert fields.choices(annotations["name"]) == ()
    assert fields.model_at(Product, ("trade", "packs", 0)) is Pack
    assert fields.model_at(Product, ("sources", 3)) is Source
    assert fields.model_at(Product, ("name",)) is None
    assert fields.model_at(Product, ("no", "where")) is None


@pytest.mark.parametrize("day", ["2024", "2024-02", "2024-02-29", "1999-12-31"])
def test_partial_dates(day: str) -> None:
    source = Source.model_validate({"key": "a", "publisher": "B", "supports": "c", "date": day})
    assert source.date == day


@pytest.mark.parametrize("day", ["2023-02-29", "2024-13", "2024-00", "24", "2024-1", "٢٠٢٤", ""])
def test_days_that_the_calendar_does_not_have(day: str) -> None:
    with pytest.raises(ValidationError):
        Source.model_validate({"key": "a", "publisher": "B", "supports": "c", "date": day})


def test_values_cannot_be_changed() -> None:
    pack = Pack.model_validate({"net": "1 kg"})
    with pytest.raises(ValidationError):
        pack.net = "2 kg"  # type: ignore[misc]


def test_one_module_for_each_kind() -> None:
    for kind, model in RECORDS.items():
        assert model.__module__ == f"scripts.schema.{kind}"
        assert (SCHEMA / f"{kind}.py").is_file()
