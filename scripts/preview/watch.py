"""Notices that files have changed, by looking at them twice a second."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Snapshot = dict[str, tuple[int, int]]
IGNORED = (".", "~", "#", "__pycache__")


def snapshot(paths: Iterable[Path]) -> Snapshot:
    """Time and size of every file at or below the paths; editors' own files left out."""
    return dict(entry for path in paths for entry in _look(path))


def changed(before: Snapshot, after: Snapshot) -> list[str]:
    """The files that are new, gone or different."""
    paths = before.keys() | after.keys()
    return sorted(path for path in paths if before.get(path) != after.get(path))


def _look(path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    if path.is_file():
        seen = path.stat()
        yield str(path), (seen.st_mtime_ns, seen.st_size)
        return
    folders = [str(path)]
    while folders:
        try:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith(IGNORED) or entry.name.endswith("~"):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        seen = entry.stat()
                        yield entry.path, (seen.st_mtime_ns, seen.st_size)
        except OSError:  # deleted while we look: the next look tells
            continue
