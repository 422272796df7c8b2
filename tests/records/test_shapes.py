"""Each mistake in the shape of a record is one sentence at the right place (shapes.json)."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.records import RULES, faults, interpret, wording
from scripts.schema import LISTS, RECORDS, Product, common
from tests.records.samples import said

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("shapes.json").read_text("utf-8"))
PRODUCT = """\
id: gao-mau
name: Gạo mẫu
sources:
  - key: bao-mau
    publisher: Báo mẫu
    supports: tên
"""


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_mistake_is_one_sentence(case: dict[str, Any]) -> None:
    text = case["whole"] if "whole" in case else PRODUCT + "\n".join([*case["lines"], ""])
    assert said(text, "product") == case["said"]


def test_every_rule_of_shape_has_a_case() -> None:
    shown = {sentence.split()[1].rstrip(":") for case in CASES for sentence in case["said"]}
    assert {rule for rule in RULES if rule.startswith("field-")} - {"field-form"} <= shown


def test_every_pattern_of_the_field_list_is_explained() -> None:
    models = [*RECORDS.values(), *LISTS.values()]
    written = {pattern for model in models for pattern in _patterns(model.model_json_schema())}
    assert written == set(common.FORMS)


def _patterns(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        pattern = schema.get("pattern")
        yield from [pattern] if isinstance(pattern, str) else ()
        yield from (found for inner in schema.values() for found in _patterns(inner))
    elif isinstance(schema, list):
        yield from (found for inner in schema for found in _patterns(inner))


JUNK: tuple[Any, ...] = (
    *(None, True, 0, -1, 3.5, "", "x", " x", "a\nb", "2024-13", "x" * 3000, [], {}),
    *([None], ["x"], [1], [[]], [{}], [{"vi": 1}], {"vi": "x"}, {"x": {}}, {"date": "1"}),
)


def test_no_mistake_is_told_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever stands in whatever field, our own words are found for it."""

    def unknown(kind: str, words: wording.Words, original: str) -> wording.Said:
        assert kind in wording.SENTENCES, (kind, original)
        return said_before(kind, words, original)

    said_before = wording.say
    monkeypatch.setattr(wording, "say", unknown)
    chance = random.Random(1)
    for model in (*RECORDS.values(), *LISTS.values()):
        for name in model.model_fields:
            for junk in (*JUNK, *(_nested(chance) for _ in range(20))):
                for finding in faults(model, name, junk):
                    assert finding.rule in RULES


def _nested(chance: random.Random, depth: int = 3) -> Any:
    names = (
        "vi",
        "sources",
        "date",
        "kind",
        "url",
        "code",
        "packs",
        "stars",
        "evidence",
        "revoked",
    )
    if not depth or chance.random() < 0.3:
        return chance.choice(JUNK)
    inner = {chance.choice(names): _nested(chance, depth - 1) for _ in range(3)}
    return [inner] if chance.random() < 0.5 else inner


def test_one_field_is_judged_alone() -> None:
    assert faults(Product, "name", "Gạo mẫu") == []
    assert [one.rule for one in faults(Product, "name", "G")] == ["field-length"]
    assert [one.rule for one in faults(Product, "name", "Gạo\u200b")] == ["text-hidden"]
    assert [one.rule for one in faults(Product, "nam", "Gạo")] == ["field-unknown"]


def test_a_sound_record_has_the_written_values() -> None:
    value, findings = interpret(PRODUCT.encode(), Product)
    assert findings == []
    assert isinstance(value, Product)
    assert (value.name, value.sources[0].key, value.certificates) == ("Gạo mẫu", "bao-mau", [])
