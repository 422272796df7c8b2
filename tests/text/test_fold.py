from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from scripts.text.fold import FOLD_TABLE, fold, nfc

CASES = json.loads(Path(__file__).with_name("fold_cases.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_composed_and_decomposed_text_fold_alike(text: str, folded: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(folded) == folded


def test_every_vietnamese_letter_folds_to_ascii() -> None:
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
    letters = [nfc(v + t) for v in vowels for t in tones] + ["đ"]
    assert all(fold(x.upper()) == fold(x) and fold(x).isascii() for x in letters)
    assert len(letters) == 73


def test_nfc_composes() -> None:
    assert nfc("Ho\u0300a") == "Hòa"


def test_table_is_readable_by_a_browser() -> None:
    assert FOLD_TABLE["letters"]["\u0111"] == "d"
    assert {"letters", "drop", "keep"} <= FOLD_TABLE.keys()
