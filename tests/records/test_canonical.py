"""The canonical form gives back exactly the same values, looks as promised, and is one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.records import canonical, interpret, parse, read, scalars
from scripts.schema import LISTS, RECORDS, Product
from tests.records.generator import Generator

ROOT = Path(__file__).resolve().parents[2]
MODELS = {**RECORDS, **{f"list {name}": model for name, model in LISTS.items()}}


@pytest.mark.parametrize("kind", MODELS)
def test_values_come_back(kind: str) -> None:
    generator = Generator(seed=1)
    for _ in range(20):
        value = generator.value(MODELS[kind])
        content = canonical(value)
        again, findings = interpret(content, MODELS[kind])
        assert [one.message for one in findings] == []
        assert again == value
        assert canonical(again) == content


@pytest.mark.parametrize("kind", MODELS)
def test_readers_of_yaml_1_1_see_the_same(kind: str) -> None:
    generator = Generator(seed=2)
    for _ in range(8):
        text = canonical(generator.value(MODELS[kind])).decode()
        assert yaml.load(text, yaml.CSafeLoader) == parse.parse(text).data


@pytest.mark.parametrize("kind", MODELS)
def test_no_line_is_wide_that_could_be_broken(kind: str) -> None:
    generator = Generator(seed=3)
    for _ in range(8):
        for line in canonical(generator.value(MODELS[kind])).decode().splitlines():
            if len(line) > 100:
                value = line.strip().removeprefix("- ").partition(": ")[2] or line.strip()
                assert '"' in value or " " not in value.replace("  ", "")


def test_any_text_survives_in_one_line_or_folded() -> None:
    generator = Generator(seed=4)
    for _ in range(1500):
        text = generator.nasty()
        lines = [f"a: {scalars.quoted(text)}"]
        folded = scalars.folded(text, 8)
        lines += ["a: >-\n" + "\n".join(f"  {line}" for line in folded)] if folded else []
        for line in lines:
            assert yaml.safe_load(line) == {"a": text}
            assert parse.parse(line).data == {"a": text}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Rượu Kim Sơn", "Rượu Kim Sơn"),
        ("5★ – “nếp” 1085/QĐ-UBND", "5★ – “nếp” 1085/QĐ-UBND"),
        ("https://mau.example/?a=b#c", "https://mau.example/?a=b#c"),
        ('"nếp" cái', '"\\"nếp\\" cái"'),
        ('nếp "cái"', 'nếp "cái"'),
        ("2024", '"2024"'),
        ("2024-12", '"2024-12"'),
        ("2024-12-30", '"2024-12-30"'),
        ("01234", '"01234"'),
        ("no", '"no"'),
        ("Gạo: nếp", '"Gạo: nếp"'),
        ("Gạo #1", '"Gạo #1"'),
        ("- gạo", '"- gạo"'),
        (" gạo", '" gạo"'),
        ("", '""'),
        ("gạo\nnếp", '"gạo\\nnếp"'),
        ("\u202e", '"\\u202E"'),
    ],
)
def test_quotes_stand_only_where_they_must(text: str, written: str) -> None:
    assert scalars.quoted(text) == written


FORM = """\
id: gao-mau
name: Gạo mẫu
certificates:
  - stars: 3
    score: 65.5
    issued: "2023"
    evidence: press
    sources:
      - bao-mau
facts:
  - vi: >-
      Gạo được xay hai lần trong ngày rồi để nguội qua đêm, sáng hôm sau mới đóng vào bao vải hai
      lớp, mỗi bao năm ki-lô-gam.
  - vi: "Hai loại: nếp và tẻ."
season:
  - 5
  - 10
keywords:
  - gạo
aliases:
  - gao-cu
sources:
  - key: bao-mau
    url: https://mau.example/mot-dia-chi-rat-dai-khong-the-ngat-dong/vi-khong-co-dau-cach-nao-trong-do/1
    publisher: Báo mẫu
    supports: tên
    weak: true
"""
LOOSE = """\
---
sources: [{weak: true, supports: tên, key: bao-mau, publisher: 'Báo mẫu', url:
  "https://mau.example/mot-dia-chi-rat-dai-khong-the-ngat-dong/vi-khong-co-dau-cach-nao-trong-do/1"}]
aliases: ["gao-cu"]
name:   "Gạo mẫu"
story_by: editor
story: []
producer: null
certificates: [{evidence: press, stars: 3, score: 65.50, issued: '2023', potential_five: false,
  sources: [bao-mau]}]
season: [5, 10]
keywords: [gạo]
facts:
- vi: Gạo được xay hai lần trong ngày rồi để nguội qua đêm, sáng hôm sau mới đóng
    vào bao vải hai lớp, mỗi bao năm ki-lô-gam.
- vi: 'Hai loại: nếp và tẻ.'
id: gao-mau
...
"""


def test_the_form_as_it_looks() -> None:
    value, findings = interpret(LOOSE.encode(), Product)
    assert findings == []
    assert value is not None
    assert canonical(value).decode() == FORM


def test_records_of_the_catalogue_are_in_form() -> None:
    reading = read(ROOT / "products")
    everything = [*reading.records, *reading.lists.values()]
    assert everything
    assert [one.path for one in everything if canonical(one.value) != one.raw] == []
