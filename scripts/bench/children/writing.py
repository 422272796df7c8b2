"""The physical limit: the same files written from memory, and nothing else."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

BATCH = 500


def main(tree: Path, out: Path) -> None:
    """Print the seconds that making folders and writing files took; reading is not counted."""
    files = (file for file in tree.rglob("*") if file.is_file())
    seconds = 0.0
    while batch := list(_read(islice(files, BATCH), tree)):
        began = time.perf_counter()
        for name, content in batch:
            _write(f"{out}/{name}", content)
        seconds += time.perf_counter() - began
    print(json.dumps({"seconds": seconds}))


def _read(files: Iterator[Path], tree: Path) -> Iterator[tuple[str, bytes]]:
    for file in files:
        yield file.relative_to(tree).as_posix(), file.read_bytes()


def _write(path: str, content: bytes) -> None:
    try:
        file = open(path, "wb")  # noqa: PTH123, SIM115
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        file = open(path, "wb")  # noqa: PTH123, SIM115
    with file:
        file.write(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
