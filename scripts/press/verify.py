"""Looks at a finished tree before it is published: quick, and enough to catch a broken build."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from scripts.press.edition import Printed

SHOWN = 5


class VerifyError(Exception):
    """The tree is not what was to be built; the message names the first files."""


def verify(tree: Path, printed: Printed) -> None:
    """Every expected file is there and not empty, and no other one. VerifyError."""
    found = dict(_sizes(tree))
    wrong = {
        "missing": sorted(printed.files - found.keys()),
        "unexpected": sorted(found.keys() - printed.files),
        "empty": sorted(file for file, size in found.items() if not size),
    }
    said = [f"{len(f)} {what}: {', '.join(f[:SHOWN])}" for what, f in wrong.items() if f]
    if said:
        raise VerifyError("; ".join(said))


def _sizes(tree: Path) -> Iterator[tuple[str, int]]:
    """Every file below the tree with its size; one walk, no sorting."""
    start = len(str(tree)) + 1
    folders = [str(tree)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    name = entry.path[start:].replace(os.sep, "/")
                    yield name, entry.stat(follow_symlinks=False).st_size
