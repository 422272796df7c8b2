"""A record gets another id: its file and pictures move, its old id stays behind as an alias."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from scripts import records
from scripts.edits.references import mended
from scripts.edits.types import Change, EditError, below, rewritten, updated
from scripts.records import Reading, Record
from scripts.schema.reserved import is_reserved


def plan(reading: Reading, record: Record[Any], new: str) -> tuple[Change, ...]:
    """The changes that give a record the id `new`; EditError where it cannot have it."""
    refuse_taken(reading, record, new)
    aliases = [alias for alias in record.value.aliases if alias != new]
    changed = {
        "id": new,
        "aliases": [*aliases, record.id],
        "merged": [alias for alias in record.value.merged if alias != new],
    }
    file = records.file_of(record.kind, new)
    return (
        rewritten(record, updated(record.value, changed), file),
        *moved(reading, record, file.parent),
        *mended(reading, record.kind, record.id, new),
    )


def refuse_taken(reading: Reading, record: Record[Any], new: str) -> None:
    """EditError where `new` is no id, or is or was that of another record of the kind."""
    for fault in records.faults(type(record.value), "id", new):
        raise EditError(f"{fault.message}; {fault.fix}")
    if is_reserved(record.kind, new):
        raise EditError(f"mã “{new}” là tên dành cho một trang khác của danh mục; hãy đặt mã khác")
    if new == record.id:
        raise EditError(f"“{new}” đã là mã của bản ghi này")
    if (record.kind, new) in reading.broken:
        raise EditError(f"mã “{new}” đã có tệp (đang có lỗi); hãy đặt mã khác")
    for other in reading.records:
        if other.kind == record.kind and other is not record:
            if other.id == new:
                raise EditError(f"mã “{new}” đang là mã của {other.path}; hãy đặt mã khác")
            if new in other.value.aliases:
                raise EditError(
                    f"mã “{new}” từng là mã của {other.path}; mã đã dùng không dùng lại"
                )


def moved(reading: Reading, record: Record[Any], folder: PurePosixPath) -> Iterator[Change]:
    """The pictures and captions beside a record, moved to another folder under their names."""
    for place in attachments(reading, record):
        if place.parent != folder:
            yield Change(old=place, new=folder / place.name)


def attachments(reading: Reading, record: Record[Any]) -> tuple[PurePosixPath, ...]:
    """What lies in a record's own folder besides it; nothing for records that share a folder."""
    if record.kind not in ("product", "video"):
        return ()
    folder, here = record.file.parent, below(record).parent
    return tuple(
        here / file.name for file in reading.files if file.parent == folder and file != record.file
    )
