"""What lies below `products/`: every file, and which record a path stands for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from scripts.records.findings import printable
from scripts.records.types import Mark, Problem
from scripts.schema import LISTS

MAX_FOLDERS = 6


class Named(NamedTuple):
    """The record that a path stands for."""

    kind: str
    id: str


_LETTERED = {"_producers": "producer"}
_FLAT = {"_decisions": "decision", "_crafts": "craft", "_shops": "shop"}
_IGNORED = frozenset({".gitkeep"})


def name_of(parts: tuple[str, ...]) -> Named | None:
    """The record of a path below `products/`; None for attachments and unknown files.

    Whether the letter and the id inside the file agree with the path is for the checks to say.
    """
    *folders, last = parts
    stem, dot, suffix = last.rpartition(".")
    if not dot or suffix != "yml" or not folders:
        return None
    match folders:
        case ["_lists"] if stem in LISTS:
            return Named("list", stem)
        case [top] if top in _FLAT:
            return Named(_FLAT[top], stem)
        case [top, _] if top in _LETTERED:
            return Named(_LETTERED[top], stem)
        case ["_videos", id] if last == "video.yml":
            return Named("video", id)
        case [letter, id] if last == "product.yml" and not letter.startswith("_"):
            return Named("product", id)
    return None


def file_of(kind: str, id: str) -> PurePosixPath:
    """Where the record of that kind and id lies below `products/`: the reverse of `name_of`."""
    folders = {"product": f"{id[0]}/{id}", "video": f"_videos/{id}", "list": "_lists"}
    folders |= {name: f"{top}/{id[0]}" for top, name in _LETTERED.items()}
    folders |= {name: top for top, name in _FLAT.items()}
    own = {"product": "product", "video": "video"}
    return PurePosixPath(folders[kind], f"{own.get(kind, id)}.yml")


def is_attachment(parts: tuple[str, ...]) -> bool:
    """Whether a file that is no record lies where pictures and captions of a record belong."""
    own_folder = len(parts) == 3 and (parts[0] == "_videos" or not parts[0].startswith("_"))
    return own_folder and not parts[-1].lower().endswith((".yml", ".yaml"))


class Found(NamedTuple):
    """A regular file: where it is, and the parts of its path below `products/`."""

    file: Path
    parts: tuple[str, ...]

    @property
    def inside(self) -> str:
        """The path below `products/`."""
        return "/".join(self.parts)


def walk(products: Path) -> tuple[list[Found], list[Problem]]:
    """All regular files below the folder in the order of their paths; links are never followed."""
    files: list[Found] = []
    problems: list[Problem] = []
    for found in _scan(products, (), products.absolute().name):
        if isinstance(found, Found):
            files.append(found)
        else:
            problems.append(found)
    return sorted(files, key=lambda found: found.inside), problems


def _scan(folder: Path, parts: tuple[str, ...], path: str) -> Iterator[Found | Problem]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        message = f"không mở được thư mục ({reason(error)})"
        yield _problem(path, "file-unreadable", message, ALLOW)
        return
    for entry in entries:
        below = f"{path}/{entry.name}"
        trouble = _trouble(entry, len(parts))
        if trouble:
            yield _problem(below, *trouble)
        elif entry.is_dir(follow_symlinks=False):
            yield from _scan(folder / entry.name, (*parts, entry.name), below)
        elif entry.name not in _IGNORED:
            yield Found(folder / entry.name, (*parts, entry.name))


def _trouble(entry: os.DirEntry[str], depth: int) -> tuple[str, str, str] | None:
    """Why an entry is not looked at: rule, what was found, what to do."""
    if not entry.name.isprintable() or printable(entry.name) != entry.name:
        return "file-name", "tên có ký tự không dùng được", _RENAME
    if entry.is_symlink():
        return "file-link", "là liên kết (symlink), không phải tệp thật", _REAL
    if entry.is_file(follow_symlinks=False):
        return None
    if not entry.is_dir(follow_symlinks=False):
        return "file-link", "không phải tệp thường", _REAL
    return ("file-unknown", "thư mục lồng quá sâu", WHERE) if depth >= MAX_FOLDERS else None


def _problem(path: str, rule: str, message: str, fix: str) -> Problem:
    return Problem(path=printable(path), mark=Mark(), rule=rule, message=message, fix=fix)


ALLOW = "hãy cho quyền đọc rồi chạy lại"
_RENAME = "hãy đặt tên bằng chữ thường không dấu, số và gạch nối"
_REAL = "hãy thay bằng chính tệp đó"
WHERE = "hãy đặt bản ghi vào đúng thư mục, hoặc xoá"


def reason(error: OSError) -> str:
    """What the system says of a file that it does not give."""
    return printable(error.strerror or type(error).__name__)
