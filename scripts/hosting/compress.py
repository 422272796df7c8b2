"""Packs the files of a site once (RFC 7932, RFC 1952), so that no server packs for each visitor.

Levels were chosen by measuring our pages (17 kB): brotli 5 packs to 27 % in 0.5 ms, 11 to 24 % in
21 ms, which would be twenty minutes for 58,000 pages; gzip 6 to 29 % in 0.3 ms, 9 no better. What
every visitor loads (styles, scripts, drawings, search data) is packed as small as it goes.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import brotli

# What every visitor loads.
SHARED = frozenset({".css", ".js", ".json", ".mjs", ".svg", ".wasm"})
PACKED = SHARED.union(
    (".csv", ".geojson", ".html", ".ics", ".jsonld", ".map", ".txt", ".vtt", ".xml", ".yml")
)
BR, GZ = ".br", ".gz"
QUICK, THOROUGH = (5, 6), (11, 9)
# Brotli 11 takes a second for half a megabyte.
LARGE = 4 * 1024 * 1024
# A packet carries this much anyhow, and unpacking is work for a phone.
SMALLEST = 512
BATCH = 32
Report = Callable[[int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many files were packed, and their bytes: as they are, by brotli and by gzip."""

    files: int = 0
    raw: int = 0
    br: int = 0
    gz: int = 0

    def __add__(self, other: Size) -> Size:
        return Size(
            files=self.files + other.files,
            raw=self.raw + other.raw,
            br=self.br + other.br,
            gz=self.gz + other.gz,
        )


def pack(tree: Path, out: Path, report: Report = lambda done: None) -> Size:
    """Write `x.br` and `x.gz` below `out` for each file `x` of a site that becomes smaller so.

    The same site gives the same bytes. `report` is told how many files have been looked at.
    """
    names = sorted(found(tree))
    batches = [names[start : start + BATCH] for start in range(0, len(names), BATCH)]
    total = Size()
    # Both packers let go of the interpreter, so threads use every core.
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        done = workers.map(lambda batch: _pack_all(tree, out, batch), batches)
        for number, size in enumerate(done, 1):
            total += size
            report(min(number * BATCH, len(names)))
    return total


def found(tree: Path) -> Iterator[str]:
    """The POSIX paths of all files of a site that are worth packing."""
    for folder, _, files in os.walk(tree):
        below = os.path.relpath(folder, tree).replace(os.sep, "/")
        for name in files:
            if os.path.splitext(name)[1] in PACKED:  # noqa: PTH122 - half the time of pathlib
                yield name if below == "." else f"{below}/{name}"


def _pack_all(tree: Path, out: Path, names: Iterable[str]) -> Size:
    total = Size()
    for name in names:
        total += _pack(tree, out, name)
    return total


def _pack(tree: Path, out: Path, name: str) -> Size:
    raw = (tree / name).read_bytes()
    if len(raw) < SMALLEST:
        return Size()
    shared = os.path.splitext(name)[1] in SHARED and len(raw) < LARGE  # noqa: PTH122
    br_level, gz_level = THOROUGH if shared else QUICK
    br = brotli.compress(raw, mode=brotli.MODE_TEXT, quality=br_level)
    gz = gzip.compress(raw, gz_level, mtime=0)
    for ending, content in ((BR, br), (GZ, gz)):
        if len(content) < len(raw):
            _write(out / f"{name}{ending}", content)
    return Size(files=1, raw=len(raw), br=len(br), gz=len(gz))


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
