"""The lock file is written and read back, and a damaged one is refused with the way out."""

from __future__ import annotations

import json

import pytest

from scripts.gates import lock
from tests.gates.samples import sample


def test_what_is_written_is_read_back() -> None:
    assert lock.read(lock.text(sample())) == sample()


def test_the_text_is_the_same_for_the_same_counts_with_one_number_a_line() -> None:
    shuffled = dict(reversed(sample().items()))
    assert lock.text(shuffled) == lock.text(sample())
    assert max(map(len, lock.text(sample()).splitlines())) < 40


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", "null", '{"version": 2}', '{"version": 1, "records": {}}',
                "<<<<<<< HEAD"],
)  # fmt: skip
def test_a_damaged_lock_is_refused_with_the_way_out(content: str) -> None:
    with pytest.raises(lock.FormError, match=r"git checkout counts\.lock"):
        lock.read(content)


def test_a_damaged_manifest_is_refused() -> None:
    said = {"build_day": "2026-11-24", "counts": sample(), "files": {}, "records": {}}
    assert lock.manifest(json.dumps(said).encode()).counts == sample()
    for broken in ({}, {**said, "build_day": 3}, {**said, "files": []}, {**said, "counts": None}):
        with pytest.raises(lock.FormError, match="dựng lại"):
            lock.manifest(json.dumps(broken).encode())
    with pytest.raises(lock.FormError, match="dựng lại"):
        lock.manifest(b"\xff")
