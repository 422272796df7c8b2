"""Ids: one id, one path, one record; an old id never comes back to life."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from scripts.checks.context import Context, Location
from scripts.checks.registry import Found, at, rule
from scripts.records.types import Record
from scripts.schema.reserved import is_reserved
from scripts.text.slug import DEVICE_NAMES

_LETTERED = frozenset({"product", "producer"})


@rule("id-path", "error", "Mã không khớp tên tệp hoặc thư mục")
def id_is_path(context: Context) -> Iterator[Found]:
    """The id inside a record is the one that its path says."""
    for record in context.reading.records:
        if record.value.id != record.id:
            yield at(
                record,
                ("id",),
                f"id “{record.value.id}” khác tên trong đường dẫn “{record.id}”",
                f"hãy viết id: {record.id}, hoặc đổi tên tệp (thư mục) cho khớp",
            )


@rule("id-folder", "error", "Bản ghi nằm sai thư mục chữ cái")
def folder_is_first_letter(context: Context) -> Iterator[Found]:
    """Products and producers lie in the folder named by the first character of their id."""
    for record in context.reading.records:
        parts = PurePosixPath(record.path).parts
        letter = parts[-3] if record.kind == "product" else parts[-2]
        if record.kind in _LETTERED and letter != record.id[0]:
            yield at(
                record,
                ("id",),
                f"bản ghi “{record.id}” nằm trong thư mục “{letter}”",
                f"hãy chuyển sang thư mục “{record.id[0]}”",
            )


@rule("id-device", "error", "Mã trùng tên thiết bị của Windows")
def id_is_no_device(context: Context) -> Iterator[Found]:
    """No id or alias is a device name of Windows, where no such file could be opened."""
    for record in context.reading.records:
        for location, id in _ids(record):
            if id in DEVICE_NAMES:
                yield at(
                    record,
                    location,
                    f"“{id}” là tên thiết bị của Windows, máy Windows không mở được",
                    f"hãy thêm từ vào mã, ví dụ {id}-ninh-binh",
                )


@rule("id-reserved", "error", "Mã trùng địa chỉ của trang khác")
def id_is_not_reserved(context: Context) -> Iterator[Found]:
    """No id or alias of a record or a group would take the address of another page."""
    named = [(r, r.kind, place, id) for r in context.reading.records for place, id in _ids(r)]
    for record, kind, location, id in (*named, *_groups(context)):
        if is_reserved(kind, id):
            message = f"mã “{id}” là tên dành cho một trang khác của danh mục"
            yield at(record, location, message, f"hãy thêm từ vào mã, ví dụ {id}-ninh-binh")


def _groups(context: Context) -> Iterator[tuple[Record[Any], str, Location, str]]:
    for index, group in enumerate(context.groups.groups if context.groups else []):
        listed = context.reading.lists["groups"]
        yield listed, "group", ("groups", index, "id"), group.id
        for inside, leaf in enumerate(group.leaves):
            yield listed, "leaf", ("groups", index, "leaves", inside, "id"), leaf.id


def _ids(record: Record[Any]) -> Iterator[tuple[Location, str]]:
    yield ("id",), record.id
    for index, alias in enumerate(record.value.aliases):
        yield ("aliases", index), alias


@rule("id-duplicate", "error", "Hai bản ghi có cùng mã")
def id_is_unique(context: Context) -> Iterator[Found]:
    """Two records of a kind never have the same id."""
    seen: dict[tuple[str, str], str] = {}
    for record in context.reading.records:
        first = seen.setdefault((record.kind, record.id), record.path)
        if first != record.path:
            yield at(
                record,
                ("id",),
                f"mã “{record.id}” đã có ở {first}",
                "hãy giữ một bản ghi, hoặc đặt mã khác",
            )


@rule("alias-live", "error", "Mã cũ trùng mã đang dùng")
def alias_is_no_live_id(context: Context) -> Iterator[Found]:
    """An alias is never the id of a record of the same kind, its own included."""
    for record in context.reading.records:
        for index, alias in enumerate(record.value.aliases):
            live = context.ids[record.kind].get(alias)
            if live:
                yield at(
                    record,
                    ("aliases", index),
                    f"mã cũ “{alias}” đang là mã của {live.path}",
                    "hãy bỏ mã cũ này; mã đã dùng không dùng lại cho bản ghi khác",
                )


@rule("alias-duplicate", "error", "Mã cũ được khai hai lần")
def alias_is_unique(context: Context) -> Iterator[Found]:
    """An old id belongs to one record and is written once."""
    for record in context.reading.records:
        own: set[str] = set()
        for index, alias in enumerate(record.value.aliases):
            claims = context.aliases[record.kind][alias]
            other = next((one for one in claims if one.path != record.path), None)
            if other is not None or alias in own:
                yield at(
                    record,
                    ("aliases", index),
                    f"mã cũ “{alias}” cũng được khai ở {(other or record).path}",
                    "hãy để mã cũ ở một bản ghi, một lần",
                )
            own.add(alias)


@rule("merged-alias", "error", "Mã đã gộp không có trong mã cũ")
def merged_is_alias(context: Context) -> Iterator[Found]:
    """The id of a record that was merged into this one is an old id of this one."""
    for record in context.reading.records:
        for index, id in enumerate(record.value.merged):
            if id not in record.value.aliases or id in record.value.merged[:index]:
                message = f"merged: “{id}” không có trong aliases, hoặc ghi hai lần"
                fix = f"hãy ghi “{id}” vào aliases, và một lần ở merged"
                yield at(record, ("merged", index), message, fix)


@rule("source-duplicate", "error", "Mã nguồn dùng hai lần")
def source_key_is_unique(context: Context) -> Iterator[Found]:
    """Each source of a record has a key of its own."""
    for record in context.everything:
        seen: dict[str, int] = defaultdict(int)
        for index, source in enumerate(record.value.sources):
            seen[source.key] += 1
            if seen[source.key] == 2:
                yield at(
                    record,
                    ("sources", index, "key"),
                    f"mã nguồn “{source.key}” đã dùng cho nguồn khác trong bản ghi này",
                    f"hãy đặt mã khác, ví dụ {source.key}-2",
                )
