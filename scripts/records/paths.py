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


def walk(products: Path) -> tuple[list[Path], list[Problem]]:
    """All regular files below the folder in the order of their paths; links are never followed."""
    files: list[Path] = []
    problems: list[Problem] = []
    for found in _scan(products, MAX_FOLDERS):
        if isinstance(found, Path):
            files.append(found)
        else:
            rule, path, message, fix = found
            shown = relative(products, path)
            problems.append(Problem(path=shown, mark=Mark(), rule=rule, message=message, fix=fix))
    return sorted(files, key=lambda file: file.as_posix()), problems


def relative(products: Path, file: Path) -> str:
    """The path that problems name: below the folder that holds `products/`, printable."""
    inside = file.relative_to(products).as_posix()
    name = products.absolute().name
    return printable(name if inside == "." else f"{name}/{inside}")


_Trouble = tuple[str, Path, str, str]


def _scan(folder: Path, depth: int) -> Iterator[Path | _Trouble]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield "file-unreadable", folder, f"không mở được thư mục ({reason(error)})", ALLOW
        return
    for entry in entries:
        path = Path(entry.path)
        if printable(entry.name) != entry.name:
            yield "file-name", path, "tên có ký tự không dùng được", _RENAME
        elif entry.is_symlink():
            yield "file-link", path, "là liên kết (symlink), không phải tệp thật", _REAL
        elif entry.is_dir(follow_symlinks=False):
            if depth:
                yield from _scan(path, depth - 1)
            else:
                yield "file-unknown", path, "thư mục lồng quá sâu", WHERE
        elif not entry.is_file(follow_symlinks=False):
            yield "file-link", path, "không phải tệp thường", _REAL
        elif entry.name not in _IGNORED:
            yield path


ALLOW = "hãy cho quyền đọc rồi chạy lại"
_RENAME = "hãy đặt tên bằng chữ thường không dấu, số và gạch nối"
_REAL = "hãy thay bằng chính tệp đó"
WHERE = "hãy đặt bản ghi vào đúng thư mục, hoặc xoá"


def reason(error: OSError) -> str:
    """What the system says of a file that it does not give."""
    return printable(error.strerror or type(error).__name__)
