"""Notices that files have changed, by looking at them again and again."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Seen = tuple[int, int, int]
"""Time of the last change in ns, size, and what kind of file it is."""
Snapshot = dict[str, Seen]
IGNORED = (".", "~", "#", "__pycache__")
# File systems keep times by the tick; FAT's takes two seconds.
TICK = 2_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The files that are new, gone or different; `moved`: not all of them were there before."""

    files: frozenset[str]
    moved: bool

    def __bool__(self) -> bool:
        return bool(self.files)

    def __or__(self, other: Changes) -> Changes:
        return Changes(files=self.files | other.files, moved=self.moved or other.moved)

    def below(self, *places: Path) -> Changes:
        """Those that are the places or lie below them."""
        ends = tuple(f"{place}{os.sep}" for place in places)
        same = {str(place) for place in places}
        mine = frozenset(f for f in self.files if f in same or f.startswith(ends))
        return Changes(files=mine, moved=self.moved)


def changed(before: Snapshot, after: Snapshot) -> Changes:
    """What differs between two looks."""
    paths = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return Changes(files=frozenset(paths), moved=any(_moved(before, after, p) for p in paths))


def _moved(before: Snapshot, after: Snapshot, path: str) -> bool:
    """Whether a file came, went, or became something else, such as a link."""
    old, new = before.get(path), after.get(path)
    return old is None or new is None or old[2] != new[2]


@dataclass(slots=True)
class Watch:
    """Looks at every file at or below some paths; editors' own files are left out.

    A folder is listed again only when its time says that something came or went: to look at
    30,000 files in as many folders is then a tenth of the work.
    """

    paths: tuple[Path, ...]
    folders: dict[str, tuple[int, tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    def look(self) -> Snapshot:
        """Time, size and kind of every file now."""
        return dict(entry for path in self.paths for entry in self._look(str(path)))

    def _look(self, path: str) -> Iterator[tuple[str, Seen]]:
        waiting = [path]
        if not os.path.isdir(path):  # noqa: PTH112 - of 60,000 paths none becomes an object
            waiting = []
            yield from _seen([path])
        while waiting:
            folder = waiting.pop()
            folders, files = self._list(folder)
            waiting.extend(folders)
            yield from _seen(files)

    def _list(self, folder: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The folders and files in a folder; none where it has just been deleted."""
        try:
            changed = os.stat(folder).st_mtime_ns  # noqa: PTH116
            known = self.folders.get(folder)
            if known and known[0] == changed:
                return known[1:]
            now = time.time_ns()
            folders, files = _listed(folder)
        except OSError:
            self.folders.pop(folder, None)
            return (), ()
        # Within one tick of the clock something more may come that leaves the time as it is.
        self.folders[folder] = (changed if now - changed > TICK else 0), folders, files
        return folders, files


def _listed(folder: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    kinds: tuple[list[str], list[str]] = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith(IGNORED) and not entry.name.endswith("~"):
                kinds[not entry.is_dir(follow_symlinks=False)].append(entry.path)
    return tuple(kinds[0]), tuple(kinds[1])


def _seen(files: Iterable[str]) -> Iterator[tuple[str, Seen]]:
    for file in files:
        try:
            found = os.lstat(file)
        except OSError:  # deleted while we look: the next look tells
            continue
        yield file, (found.st_mtime_ns, found.st_size, stat.S_IFMT(found.st_mode))
