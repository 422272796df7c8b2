"""The scan for Vietnamese on English pages sees what a visitor would stumble over."""

from __future__ import annotations

import pytest

from tests.built.reader import parse
from tests.built.tongues import is_vietnamese, unsaid


@pytest.mark.parametrize(
    "text",
    ["Rượu nếp mẫu", ": Công ty TNHH Mẫu", "VNEWS (qua Báo Mới)", "77/QĐ-UBND", "Số 2, đường Mẫu"],
)
def test_vietnamese_is_known(text: str) -> None:
    assert is_vietnamese(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ninh Bình province",
        "Decision 148/QĐ-TTg",
        "in Hải Hậu",
        "Ninh Bình goat meat",
        "Hương Cúc ramie-leaf cake",
        "A bag of 5 kg",
        "5/2026",
    ],
)
def test_english_with_a_name_in_it_is_not(text: str) -> None:
    assert not is_vietnamese(text)


def test_only_what_is_read_aloud_by_english_rules_is_told() -> None:
    page = parse(
        "/en/",
        '<html lang="en"><title>Rượu mẫu</title><body>'
        '<p>Maker · <b lang="vi">Hộ Mẫu</b> · Xã Mẫu<img alt="Chiếu cói"></p>'
        '<div lang="vi"><p>Rượu mẫu</p><p lang="en">Bánh mẫu</p></div></body></html>',
    )
    assert list(unsaid(page)) == ["Xã Mẫu", "Chiếu cói", "Bánh mẫu"]
