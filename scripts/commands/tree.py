"""Files of a finished site, and small files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path


def files(folder: Path) -> Iterator[str]:
    """The POSIX paths, below the folder, of all files that hold something."""
    start = len(str(folder)) + 1
    for root, _, names in os.walk(folder):
        for name in names:
            path = f"{root}{os.sep}{name}"
            if os.stat(path).st_size:  # noqa: PTH116
                yield path[start:].replace(os.sep, "/")


def replace(file: Path, text: str) -> None:
    """Write a file anew. OSError, and then the file is as before."""
    draft = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
