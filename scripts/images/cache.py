"""Encoded pictures kept from one build to the next: one file a photograph, checked when read.

A file is a line with the SHA-256 of all that follows, a line of JSON, and the bytes of the
pictures one after the other. What is damaged, cut or of another photograph counts as missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.images.photo import Rendered

KEPT = 60 * 24 * 3600
"""Seconds for which an entry that nothing uses is kept."""

_CHECKED = 65  # the line with the hash


class VanishedError(Exception):
    """An entry was changed or deleted while it was in use; the message names its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """Bytes inside an entry; `digest` is their SHA-256 in hexadecimal digits."""

    file: Path
    start: int
    length: int
    digest: str

    def read(self) -> bytes:
        """The bytes, checked once more; VanishedError where they are no longer there."""
        with suppress(OSError), self.file.open("rb") as stream:
            stream.seek(self.start)
            content = stream.read(self.length)
            if _digest(content) == self.digest:
                return content
        raise VanishedError(str(self.file))


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """One size of a picture, in each format."""

    width: int
    height: int
    webp: Stored
    jpeg: Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture in all its sizes, the smallest first, and its mean colour as "#rrggbb"."""

    colour: str
    sizes: tuple[Size, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """A folder of entries; keys are hexadecimal digits."""

    folder: Path

    def get(self, key: str) -> Photo | None:
        """The whole and unchanged entry of a key, or None."""
        file = self.folder / key
        try:
            raw = file.read_bytes()
            if raw[:_CHECKED].decode() != f"{_digest(raw[_CHECKED:])}\n":
                return None
            end = raw.index(b"\n", _CHECKED) + 1
            said = json.loads(raw[_CHECKED:end])
            photo = _photo(file, said, end)
            os.utime(file)  # in use: not to be deleted
        except (OSError, ValueError, LookupError, TypeError):
            return None
        return photo if said["key"] == key else None

    def put(self, key: str, made: Rendered) -> Photo:
        """Keep a picture, whole or not at all; OSError where that fails."""
        bodies = [body for each in made.renditions for body in (each.webp, each.jpeg)]
        parts = iter([len(body), _digest(body)] for body in bodies)
        sizes = [[each.width, each.height, *next(parts), *next(parts)] for each in made.renditions]
        said = {"key": key, "colour": made.colour, "sizes": sizes}
        head = json.dumps(said).encode() + b"\n"
        rest = b"".join([head, *bodies])
        file = self.folder / key
        _replace(file, f"{_digest(rest)}\n".encode() + rest)
        return _photo(file, said, _CHECKED + len(head))

    def prune(self, now: float | None = None) -> None:
        """Delete what nothing has used for long."""
        oldest = (time.time() if now is None else now) - KEPT
        for file in self.folder.iterdir() if self.folder.is_dir() else ():
            with suppress(OSError):  # another build may be deleting it too
                if file.stat().st_mtime < oldest:
                    file.unlink()


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _photo(file: Path, said: Any, start: int) -> Photo:
    """The picture that the JSON line of an entry describes; its first bytes are at `start`."""
    sizes = []
    for width, height, webp, webp_digest, jpeg, jpeg_digest in said["sizes"]:
        middle, end = start + webp, start + webp + jpeg
        sizes.append(
            Size(
                width=width,
                height=height,
                webp=Stored(file=file, start=start, length=webp, digest=webp_digest),
                jpeg=Stored(file=file, start=middle, length=jpeg, digest=jpeg_digest),
            )
        )
        start = end
    return Photo(colour=said["colour"], sizes=tuple(sizes))


def _replace(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".new-", dir=file.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
