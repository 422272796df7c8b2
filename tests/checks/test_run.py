"""Many records are checked in parts; what is found is the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts import checks, records, samples

TODAY = date(2026, 11, 24)


def spoilt(folder: Path) -> records.Reading:
    """A catalogue in which lists, single records and pairs of records have mistakes."""
    samples.write(folder, 60, seed=3)
    for number, file in enumerate(sorted(folder.glob("[a-z]/*/product.yml"))):
        text = file.read_text(encoding="utf-8")
        if number % 5 == 0:
            text = text.replace("https://", "http://user@")
        if number % 7 == 0:
            text = text.replace("name: ", "name: Đặc sản ", 1)
        file.write_text(text, encoding="utf-8")
    plan = folder / "_lists" / "programme.yml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("https://", "http://", 3), "utf-8")
    return records.read(folder)


def test_parts_find_what_the_whole_finds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = spoilt(tmp_path / "mau")
    monkeypatch.setattr(checks, "MANY", 10**6)
    whole = checks.run(reading, TODAY)
    monkeypatch.setattr(checks, "MANY", 0)
    monkeypatch.setattr(checks, "PART", 7)
    assert checks.run(reading, TODAY) == whole
    assert len({problem.rule for problem in whole}) >= 3
