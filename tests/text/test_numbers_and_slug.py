from __future__ import annotations

import re

import pytest

from scripts.schema.common import ID_PATTERN
from scripts.text.numbers import format_number
from scripts.text.slug import slug


@pytest.mark.parametrize(
    ("number", "vi", "en"),
    [
        (0, "0", "0"),
        (980, "980", "980"),
        (1234, "1.234", "1,234"),
        (1234567, "1.234.567", "1,234,567"),
        (65.8, "65,8", "65.8"),
        (70.0, "70", "70"),
        (1234.5, "1.234,5", "1,234.5"),
    ],
)
def test_format_number(number: float, vi: str, en: str) -> None:
    assert (format_number(number, "vi"), format_number(number, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rượu Kim Sơn", "ruou-kim-son"),
        ("Đồ đồng – Ý Yên (cỡ 20cm)", "do-dong-y-yen-co-20cm"),
        ("  ", ""),
        ("茶 Trà", "tra"),
        ("CON", "con-1"),
        ("Com1", "com1-1"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_long_names_are_cut_after_a_word() -> None:
    made = slug("Hợp tác xã sản xuất kinh doanh dịch vụ nông nghiệp tổng hợp Kim Sơn")
    assert made == "hop-tac-xa-san-xuat-kinh-doanh-dich-vu-nong-nghiep-tong-hop"
    assert len(slug("x" * 100)) == 60
    assert re.match(ID_PATTERN, made)
