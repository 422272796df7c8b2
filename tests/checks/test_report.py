from __future__ import annotations

import json

import pytest

from scripts.checks import report
from scripts.records.types import Mark, Problem

EVIL = Problem(
    path="products/a,b:c%/x\n.yml",
    mark=Mark(3, 7),
    rule="url-form",
    message="“a\r\n::error file=x::y\x1b[31m%0A” hỏng",
    fix="viết\u202elại",
    severity="error",
)
PLAIN = Problem(path="products/a/b.yml", mark=Mark(2, 5), rule="r", message="sai", fix="sửa")
WARNED = Problem(path="p", mark=Mark(), rule="w", message="nên xem", severity="warning")


def test_text() -> None:
    assert report.text([PLAIN, WARNED]) == (
        "products/a/b.yml:2:5: sai [r]\n    → sửa\np:1:1: cảnh báo: nên xem [w]\n"
    )


def test_hostile_text_stays_on_its_lines() -> None:
    assert report.text([EVIL]) == (
        "products/a,b:c%/xU+000A.yml:3:7: “aU+000DU+000A::error file=x::yU+001B[31m%0A” hỏng"
        " [url-form]\n    → viếtU+202Elại\n"
    )


def test_github_escapes_as_its_toolkit_does() -> None:
    assert report.github([EVIL]) == (
        "::error file=products/a%2Cb%3Ac%25/x%0A.yml,line=3,col=7,title=url-form::"
        "“a%0D%0A::error file=x::yU+001B[31m%250A” hỏng%0AviếtU+202Elại\n"
    )


def test_github_tells_warnings_apart() -> None:
    assert report.github([WARNED]) == "::warning file=p,line=1,col=1,title=w::nên xem\n"


def test_json() -> None:
    assert json.loads(report.as_json([PLAIN, EVIL])) == [
        {
            "path": "products/a/b.yml",
            "line": 2,
            "column": 5,
            "rule": "r",
            "severity": "error",
            "message": "sai",
            "fix": "sửa",
        },
        {
            "path": "products/a,b:c%/xU+000A.yml",
            "line": 3,
            "column": 7,
            "rule": "url-form",
            "severity": "error",
            "message": "“aU+000DU+000A::error file=x::yU+001B[31m%0A” hỏng",
            "fix": "viếtU+202Elại",
        },
    ]


@pytest.mark.parametrize("write", report.FORMATS.values())
def test_every_format_is_free_of_invisible_characters(write: report.Format) -> None:
    assert all(line.isprintable() for line in write([EVIL]).splitlines())


@pytest.mark.parametrize("write", report.FORMATS.values())
def test_every_format_can_say_nothing(write: report.Format) -> None:
    assert write([]) in ("", "[]\n")


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ([], "Đã đọc 1.200 bản ghi: không có lỗi."),
        ([WARNED], "Đã đọc 1.200 bản ghi: 0 lỗi, 1 cảnh báo."),
        ([PLAIN, WARNED], "Đã đọc 1.200 bản ghi: 1 lỗi, 1 cảnh báo. Hãy sửa các lỗi rồi chạy lại."),
    ],
)
def test_count(problems: list[Problem], said: str) -> None:
    assert report.count(problems, 1200) == said
