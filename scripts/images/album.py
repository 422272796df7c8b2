"""Many photographs → pictures, on all cores; only those that are new or changed are encoded."""

from __future__ import annotations

import hashlib
import os
import warnings
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import cache
from pathlib import Path

from scripts.images import colour, notes, photo
from scripts.images.cache import Cache, Photo

# Each worker holds one decoded photograph, at most 160 MB.
MOST_WORKERS = 8
Report = Callable[[int], None]


class PhotoError(Exception):
    """A photograph cannot be published; `file` is its path."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file


def develop(
    files: Sequence[Path], folder: Path, report: Report = lambda done: None
) -> Mapping[Path, Photo]:
    """The pictures of each file, kept in the cache folder; `report` is told how many are done.

    PhotoError for the first file that cannot be read.
    """
    store = Cache(folder=folder)
    # Threads, not processes: Pillow lets go of the interpreter while it decodes and encodes.
    pool = ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_WORKERS))
    with warnings.catch_warnings(action="ignore"):  # of odd metadata, which nobody will see
        try:
            waiting = {pool.submit(_develop, file, store): file for file in files}
            made = {}
            for done, future in enumerate(as_completed(waiting), 1):
                made[waiting[future]] = future.result()
                report(done)
        finally:
            pool.shutdown(cancel_futures=True)
    store.prune()
    return {file: made[file] for file in files}


def _develop(file: Path, store: Cache) -> Photo:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise PhotoError(file, str(error)) from error
    key = hashlib.sha256(recipe())
    key.update(raw)
    known = store.get(key.hexdigest())
    if known:
        return known
    try:
        made = photo.render(raw)
    except photo.UnreadableError as error:
        raise PhotoError(file, str(error)) from error
    return store.put(key.hexdigest(), made)


@cache
def recipe() -> bytes:
    """What changes whenever the same photograph would be encoded to other bytes."""
    code = b"".join(Path(module.__file__ or "").read_bytes() for module in (photo, colour, notes))
    profiles = colour.PRESS + colour.ADOBE_RGB
    return hashlib.sha256(code + profiles + photo.versions().encode()).digest()
