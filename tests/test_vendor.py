"""What others wrote is carried as they published it, with its licence; npm names the version."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VENDOR = ROOT / "docs" / "assets" / "vendor"
PUBLISHED = {
    "photoswipe": {
        "photoswipe.esm.min.js": "dist/photoswipe.esm.min.js",
        "photoswipe.css": "dist/photoswipe.css",
        "LICENSE.txt": "LICENSE",
    },
    "lean-qr": {"nano.js": "nano.mjs", "LICENSE.txt": "LICENSE"},
}
"""For each folder of docs/assets/vendor: its files, and where they are in the npm package."""
FILES = [
    (name, ours, theirs) for name, files in PUBLISHED.items() for ours, theirs in files.items()
]


@pytest.mark.parametrize(("name", "ours", "theirs"), FILES)
def test_a_file_is_the_one_that_was_published(name: str, ours: str, theirs: str) -> None:
    published = ROOT / "node_modules" / name / theirs
    assert (VENDOR / name / ours).read_bytes() == published.read_bytes()


def test_nothing_else_is_carried_and_each_has_its_licence() -> None:
    carried = {file.relative_to(VENDOR).as_posix() for file in VENDOR.rglob("*") if file.is_file()}
    assert carried == {f"{name}/{ours}" for name, ours, _ in FILES}
    assert all("LICENSE.txt" in files for files in PUBLISHED.values())
