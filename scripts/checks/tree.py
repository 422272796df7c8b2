"""Files: named by a record and present, in plain names, and no links."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.checks.context import Context, Location
from scripts.checks.registry import Found, at, in_file, rule
from scripts.records.types import Record
from scripts.text.slug import DEVICE_NAMES, slug

_FILE = re.compile(r"[a-z0-9]+([._-][a-z0-9]+)*\.[a-z0-9]+")
_PATH = re.compile(r"[/\\]|\.\.|^[A-Za-z]:|^\.|%(?:2e|2f|5c)", re.IGNORECASE)

_Named = tuple[Record[Any], Location, str]


def named_files(context: Context) -> Iterator[_Named]:
    """Each file beside a record that the record names, with its location."""
    for record in context.products:
        for index, image in enumerate(record.value.images):
            yield record, ("images", index, "file"), image.file
    for video in context.videos:
        for field in ("file", "poster"):
            name = getattr(video.value, field)
            if name:
                yield video, (field,), name
        for index, caption in enumerate(video.value.captions):
            yield video, ("captions", index, "file"), caption.file


@rule("file-path", "error", "Tên tệp chứa đường dẫn")
def file_is_beside_the_record(context: Context) -> Iterator[Found]:
    """A file is named without any path: it lies beside its record."""
    for record, location, name in named_files(context):
        if _PATH.search(name):
            message = f"“{name}” là đường dẫn, không phải tên tệp"
            bare = re.split(r"[/\\]", name)[-1]
            fix = f"hãy đặt tệp cạnh bản ghi và chỉ ghi tên, ví dụ {bare or 'anh-1.jpg'}"
            yield at(record, location, message, fix)


@rule("file-missing", "error", "Thiếu tệp được nêu")
def named_file_is_there(context: Context) -> Iterator[Found]:
    """A file that a record names lies beside it, in exactly that spelling."""
    for record, location, name in named_files(context):
        present = context.attachments.get(record.file.parent, frozenset())
        if name in present or _PATH.search(name):
            continue
        alike = next((one for one in sorted(present) if one.lower() == name.lower()), None)
        others = ", ".join(sorted(present)) or "không có tệp nào"
        message = f"không có tệp “{name}” cạnh bản ghi"
        fix = (
            f"hãy ghi đúng chữ hoa, chữ thường: {alike}"
            if alike
            else f"hãy thêm tệp, hoặc sửa tên; trong thư mục có: {others}"
        )
        yield at(record, location, message, fix)


@rule("file-unused", "error", "Tệp không bản ghi nào nêu")
def file_is_named(context: Context) -> Iterator[Found]:
    """Every file beside a record is named by it; spelling is another rule's."""
    named: dict[Path, set[str]] = defaultdict(set)
    for record, _, name in named_files(context):
        named[record.file.parent].add(name)
    attached = context.attachments
    records = {record.file.parent for record in context.reading.records} if attached else set()
    broken = {id for _, id in context.reading.broken}
    for folder, present in sorted(attached.items()):
        if folder.name in broken:
            continue
        spelt = {name.lower() for name in named[folder]}
        for name in sorted(name for name in present if name.lower() not in spelt):
            message, fix = _unused(name, folder in records)
            yield in_file(context.path_of(folder / name), message, fix)


def _unused(name: str, has_record: bool) -> tuple[str, str]:
    if has_record:
        fix = "hãy nêu trong bản ghi (images, poster, captions) hoặc xoá"
        return f"không bản ghi nào nêu tệp “{name}”", fix
    return f"tệp “{name}” nằm trong thư mục không có bản ghi", "hãy thêm bản ghi hoặc xoá"


@rule("file-plain", "error", "Tên tệp có dấu, chữ hoa hoặc dấu cách")
def file_name_is_plain(context: Context) -> Iterator[Found]:
    """Names of files are lower-case ASCII with one ending, and no device of Windows."""
    for folder, present in sorted(context.attachments.items()):
        for name in sorted(present):
            stem, _, ending = name.rpartition(".")
            if _FILE.fullmatch(name) and name.partition(".")[0] not in DEVICE_NAMES:
                continue
            better = f"{slug(stem) or 'anh-1'}.{slug(ending) or 'jpg'}"
            message = f"tên tệp “{name}” không dùng được trên mọi máy"
            fix = f"hãy đổi thành {better} (chữ thường không dấu, số, gạch nối)"
            yield in_file(context.path_of(folder / name), message, fix)


@rule("docs-link", "error", "Liên kết (symlink) trong docs/")
def docs_hold_no_links(context: Context) -> Iterator[Found]:
    """No symbolic link stands under docs/, for it could publish any file of the machine."""
    if context.root is None or not (context.root / "docs").is_dir():
        return
    for path in _links(context.root / "docs"):
        message = "là liên kết (symlink), không phải tệp thật"
        yield in_file(context.path_of(path), message, "hãy thay bằng chính tệp đó")


def _links(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_symlink():
            yield Path(entry.path)
        elif entry.is_dir(follow_symlinks=False):
            yield from _links(Path(entry.path))
