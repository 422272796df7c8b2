"""Puts a finished tree in the place of the published one, whole or not at all.

The new tree grows beside the published one and the two change places at the end: nobody ever
finds a site half old and half new, and a build that is killed leaves the last good site. The new
tree is on the disk before its name is: a power cut leaves the one site or the other, and no
empty files.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNSUPPORTED = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


class BusyError(Exception):
    """Another build holds the lock of this site."""


def publish(live: Path, make: Callable[[Path], T]) -> T:
    """Make a new tree beside `live`, let the two change places, delete the old one.

    `make` fills the folder that it is given and verifies it; what it returns is returned, and
    where it raises, `live` is as before. BusyError where another build is under way.
    """
    live = live.resolve()
    live.parent.mkdir(parents=True, exist_ok=True)
    with lock(live):
        recover(live)
        new = _beside(live, "new")
        new.mkdir()
        try:
            made = make(new)
            to_disk(new)
            exchange(new, live)
            name_to_disk(live.parent)
        finally:
            recover(live)
    return made


def to_disk(tree: Path) -> None:
    """Wait until all that was written below `tree` is on its disk; OSError where it cannot be.

    syncfs(2), Linux: one call for the file system, where an fsync of each file takes forty times
    as long; free where the tree is in memory. Elsewhere sync(2), and nothing on Windows.
    """
    if sys.platform == "win32":
        return
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    with _opened(tree) as descriptor:
        if library.syncfs(descriptor):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(tree))


def name_to_disk(folder: Path) -> None:
    """Wait until the names in a folder are on its disk, where the file system can say so."""
    if sys.platform == "win32":
        return
    with _opened(folder) as descriptor, contextlib.suppress(OSError):
        os.fsync(descriptor)


@contextlib.contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def exchange(new: Path, live: Path) -> None:
    """Let two folders change places; `new` may then hold the old tree."""
    if not live.exists():
        new.rename(live)
    elif not _swap(new, live):
        _exchange_by_journal(new, live)


def _swap(one: Path, other: Path) -> bool:
    """Exchange two paths in a single step of the kernel; False where it cannot.

    renameat2(2) with RENAME_EXCHANGE, Linux 3.15; not every file system has it.
    """
    if not sys.platform.startswith("linux"):
        return False
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    if not library.renameat2(AT_FDCWD, paths[0], AT_FDCWD, paths[1], RENAME_EXCHANGE):
        return True
    number = ctypes.get_errno()
    if number in UNSUPPORTED:
        return False
    raise OSError(number, os.strerror(number), str(other))


def _exchange_by_journal(new: Path, live: Path) -> None:
    """Exchange by two renames; the journal says where the trees are if we die between them."""
    old, journal = _beside(live, "old"), _journal(live)
    draft = _beside(live, "journal")
    draft.write_text(json.dumps({"new": new.name, "old": old.name}))
    draft.replace(journal)
    live.rename(old)
    try:
        new.rename(live)
    except OSError:
        old.rename(live)
        raise
    finally:
        journal.unlink()


def recover(live: Path) -> None:
    """Finish what a killed build began, and delete what it left; under the lock only."""
    journal = _journal(live)
    if journal.exists():
        names = json.loads(journal.read_text())
        candidates = (live.parent / names["new"], live.parent / names["old"])
        whole = next((path for path in candidates if path.exists()), None)
        if whole is not None and not live.exists():
            whole.rename(live)
        journal.unlink()
    _sweep(live)


def _sweep(live: Path) -> None:
    """Delete the trees of this and earlier builds that are not the published one.

    What cannot be deleted now (Windows keeps open files) is deleted by the next build.
    """
    kinds = tuple(f".{live.name}-{kind}-" for kind in ("new", "old", "journal"))
    for left in live.parent.iterdir():
        if left.name.startswith(kinds):
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink()


def _beside(live: Path, kind: str) -> Path:
    """A new name next to the published tree, on the same file system."""
    return live.parent / f".{live.name}-{kind}-{secrets.token_hex(4)}"


def _journal(live: Path) -> Path:
    return live.parent / f".{live.name}-journal"


@contextlib.contextmanager
def lock(live: Path) -> Iterator[None]:
    """Hold the site's lock. The system drops it with the process, however that ends.

    The file stays: deleting it would let a third build lock a new file while a second one
    holds the old. BusyError where another process has the lock.
    """
    descriptor = os.open(live.parent / f".{live.name}-lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _lock(descriptor)
        except OSError as error:
            raise BusyError(str(live)) from error
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
