"""Putting records on disk: whole or not at all."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from pathlib import Path

from scripts.records.guard import UTF8_BOM


def write(file: Path, content: bytes) -> None:
    """Replace the content of a file in one step, keeping its permissions; makes its folder.

    Raises OSError, and then the old file stands as it was.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", suffix=".tmp", dir=file.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def create(file: Path, content: bytes) -> None:
    """Write a whole file that must not exist yet; FileExistsError leaves the other as it was."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as stream:
        try:
            stream.write(content)
        except BaseException:
            file.unlink(missing_ok=True)
            raise


def repair(raw: bytes) -> bytes:
    """The content without what `format` may put right unasked: byte order mark, loose marks.

    Both change no letter that a person sees. Content that is not UTF-8 comes back as it is.
    """
    content = raw.removeprefix(UTF8_BOM)
    try:
        return unicodedata.normalize("NFC", content.decode("utf-8")).encode("utf-8")
    except UnicodeDecodeError:
        return raw
