"""Packing: the same bytes each time, only where it pays."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli
import pytest

from scripts.hosting import compress

TEXT = "Rượu Kim Sơn ".encode() * 200


@pytest.fixture
def site(tmp_path: Path) -> Path:
    contents = {
        "index.html": TEXT,
        "a/b/index.html": TEXT + b"!",
        "assets/x.css": TEXT,
        "assets/noise.json": os.urandom(2000),
        "assets/x.webp": TEXT,
        "tiny.txt": b"x" * (compress.SMALLEST - 1),
    }
    for name, content in contents.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return tmp_path / "site"


def packed(site: Path, out: Path) -> dict[str, bytes]:
    compress.pack(site, out)
    found = (file for file in out.rglob("*") if file.is_file())
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in found}


def test_what_pays_is_packed_twice_and_unpacks_to_the_same(site: Path, tmp_path: Path) -> None:
    made = packed(site, tmp_path / "out")
    names = ("index.html", "a/b/index.html", "assets/x.css")
    assert made.keys() == {f"{name}{ending}" for name in names for ending in (".br", ".gz")}
    for name in names:
        raw = (site / name).read_bytes()
        assert brotli.decompress(made[f"{name}.br"]) == raw
        assert gzip.decompress(made[f"{name}.gz"]) == raw


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first = packed(site, tmp_path / "first")
    os.utime(site / "index.html", (0, 0))
    assert packed(site, tmp_path / "second") == first
    assert first["index.html.gz"][4:8] == b"\0\0\0\0", "gzip's own time is left out"


def test_it_tells_how_far_it_is_and_what_it_gave(site: Path, tmp_path: Path) -> None:
    told: list[int] = []
    size = compress.pack(site, tmp_path / "out", told.append)
    assert told[-1] == len(list(compress.found(site)))
    assert size.files == 4
    assert size.br < size.gz < size.raw
