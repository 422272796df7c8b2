"""A small sound record, and its text with one thing changed."""

from __future__ import annotations

from scripts.records import interpret
from scripts.schema import RECORDS

SHOP = """\
id: cua-hang-mau
name: Cửa hàng mẫu
kind: point
sources:
  - key: bao-mau
    publisher: Báo mẫu
    supports: tên
"""
LAST = SHOP.count("\n") + 1
"""The line on which text behind SHOP begins."""


def named(written: str) -> str:
    """The record with another text behind `name:`."""
    return SHOP.replace("Cửa hàng mẫu", written)


def with_lines(*lines: str) -> str:
    """The record with more lines at its end."""
    return SHOP + "".join(f"{line}\n" for line in lines)


def said(content: str | bytes, kind: str = "shop") -> list[str]:
    """All that reading says of a content: “line:column rule: message; fix”."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    _, findings = interpret(raw, RECORDS[kind])
    problems = [finding.at("tep.yml") for finding in findings]
    return [
        f"{one.mark.line}:{one.mark.column} {one.rule}: {one.message}; {one.fix}"
        for one in problems
    ]


def name_of(content: str | bytes) -> str | None:
    """The name that a shop's content gives; None where it cannot be read."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    value, _ = interpret(raw, RECORDS["shop"])
    name: str | None = getattr(value, "name", None)
    return name
