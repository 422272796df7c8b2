"""The changes of an edit as a person reads them: unified diffs, and what moves or goes."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from scripts.edits.types import Change
from scripts.records.findings import printable

_COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m", "=": "\x1b[1m"}
_END = "\x1b[0m"


def shown(changes: Sequence[Change], top: str, *, coloured: bool) -> str:
    """All changes by the paths of their files; `top` is the name of the folder of the records.

    No control character of a record reaches the terminal.
    """
    ordered = sorted(changes, key=lambda change: str(change.new or change.old))
    lines = (printable(line) for change in ordered for line in _lines(change, top))
    return "".join(f"{_colour(line) if coloured else line}\n" for line in lines)


def _lines(change: Change, top: str) -> Iterator[str]:
    old, new = (_path(place, top) for place in (change.old, change.new))
    yield f"=== {_heading(old, new)}"
    if change.before is not None or change.after is not None:
        yield from difflib.unified_diff(
            _text(change.before), _text(change.after), old or "", new or "", n=2, lineterm=""
        )


def _heading(old: str | None, new: str | None) -> str:
    if old is None:
        return f"thêm {new}"
    if new is None:
        return f"xoá {old}"
    return f"sửa {new}" if old == new else f"chuyển {old} → {new}"


def _path(place: PurePosixPath | None, top: str) -> str | None:
    return f"{top}/{place}" if place else None


def _text(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "replace").splitlines()


def _colour(line: str) -> str:
    start = _COLOURS.get(line[:1])
    return f"{start}{line}{_END}" if start else line
