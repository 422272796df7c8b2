"""Each trap of YAML and of Unicode ends in one sentence, never in a crash or a silent change.

The cases are in traps.json: a text behind `name:`, lines at the end of a sound record, or a
whole file; and all that reading says of it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.records import RULES, canonical, parse
from scripts.records.guard import MAX_BYTES
from scripts.records.quick import quick
from scripts.schema import RECORDS
from tests.records.generator import Generator
from tests.records.samples import LAST, SHOP, name_of, named, said, with_lines

ROOT = Path(__file__).resolve().parents[2]
CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("traps.json").read_text("utf-8"))


def content(case: dict[str, Any]) -> str:
    if "name" in case:
        return named(case["name"])
    return with_lines(*case["lines"]) if "lines" in case else str(case["whole"])


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_trap_is_named(case: dict[str, Any]) -> None:
    assert said(content(case)) == case["said"]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_sentences_show_no_invisible_character(case: dict[str, Any]) -> None:
    for sentence in said(content(case)):
        assert sentence.isprintable()


def test_every_rule_of_yaml_and_text_has_a_case() -> None:
    shown = {sentence.split()[1].rstrip(":") for case in CASES for sentence in case["said"]}
    apart = {"yaml-too-many", "file-too-large", "file-not-utf8"}
    files = {"file-link", "file-name", "file-unknown", "file-unreadable"}
    assert {r for r in RULES if not r.startswith("field-")} - files == (
        {r for r in shown if not r.startswith("field-")} | apart
    )


def test_too_many_values() -> None:
    carries = "carries: [" + "a," * 20_000 + "]"
    sentence = f"{LAST}:39975 yaml-too-many: tệp có hơn 20000 giá trị; hãy tách thành nhiều bản ghi"
    assert said(with_lines(carries)) == [sentence]


def test_too_large() -> None:
    advice = "hãy tách nội dung hoặc bỏ phần dán nhầm (ảnh, mã nhúng)"
    sentence = f"1:1 file-too-large: tệp lớn hơn 256 KiB; {advice}"
    assert said(with_lines("hours: " + "x" * MAX_BYTES)) == [sentence]


@pytest.mark.parametrize(
    ("raw", "where", "kind"),
    [
        (SHOP.encode().replace("ử".encode(), b"\xd2"), "2:8", "ANSI (Windows-1258, TCVN3)"),
        (SHOP.encode("utf-16"), "1:1", "“Unicode” (UTF-16)"),
        (SHOP.encode()[:-1] + "ố".encode()[:2], "7:18", "ANSI (Windows-1258, TCVN3)"),
    ],
    ids=["Windows-1258", "UTF-16", "cut in a letter"],
)
def test_other_encodings(raw: bytes, where: str, kind: str) -> None:
    [sentence] = said(raw)
    assert sentence == (
        f"{where} file-not-utf8: tệp không phải UTF-8, có lẽ do Word hoặc Notepad lưu kiểu {kind}; "
        "hãy mở lại bằng đúng bảng mã cũ rồi lưu dạng “UTF-8”"
    )


TEXT = """
    no Yes on 012 0x1F 0o17 1:30 1_000 1e3 2024-12-30 2024-13-45 3.10.1 +5 True NULL <<
    10µm 10μm α-tocopherol Кирин
"""


@pytest.mark.parametrize("text", TEXT.split())
def test_words_dates_and_odd_numbers_stay_text(text: str) -> None:
    assert name_of(named(text)) == text


def test_windows_line_ends_are_read() -> None:
    assert name_of(SHOP.replace("\n", "\r\n")) == "Cửa hàng mẫu"
    assert said(SHOP.replace("\n", "\r\n")) == []


def test_a_number_sign_inside_text_is_no_comment() -> None:
    assert said(with_lines("website: https://mau.example/#lien-he", 'hours: "8 # 9"')) == []


def test_marks_of_keys_and_values() -> None:
    text = 'a: 1\nb:\n  - c: "x"\n    đ: y\n  - z\n'
    marks = parse.parse(text).marks
    assert {location: (mark.line, mark.column) for location, mark in marks.items()} == {
        ("a", "#key"): (1, 1),
        ("a",): (1, 4),
        ("b", "#key"): (2, 1),
        ("b",): (3, 3),
        ("b", 0): (3, 5),
        ("b", 0, "c", "#key"): (3, 5),
        ("b", 0, "c"): (3, 8),
        ("b", 0, "đ", "#key"): (4, 5),
        ("b", 0, "đ"): (4, 8),
        ("b", 1): (5, 5),
    }


def test_the_short_and_the_long_way_find_the_same() -> None:
    sound = (ROOT / "products").rglob("*.yml")
    texts = [file.read_text("utf-8") for file in sound]
    texts += [content(case) for case in CASES]
    texts += [canonical(Generator(seed).value(RECORDS["product"])).decode() for seed in range(30)]
    quickly = {text: data for text in texts if (data := quick(text)) is not None}
    assert len(quickly) > 20
    for text, data in quickly.items():
        parsed = parse.parse(text)
        assert parsed.data == data
        assert parsed.findings == ()
