"""Which record a person means: by its id, an old id, or its name with or without marks."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import Any

from scripts.edits.types import EditError
from scripts.records import Reading, Record
from scripts.text.fold import fold

KINDS = {
    "product": "sản phẩm",
    "producer": "chủ thể",
    "decision": "quyết định",
    "craft": "làng nghề, chỉ dẫn địa lý",
    "shop": "điểm bán",
    "video": "video",
}
SHOWN = 5


def find(reading: Reading, words: str, kinds: Sequence[str] = tuple(KINDS)) -> Record[Any]:
    """The one record that is meant, of one of the kinds; EditError with the nearest otherwise.

    An id counts more than an old id, that more than a name, that more than a name without marks.
    """
    among = [record for record in reading.records if record.kind in kinds]
    for names, said in ((_ids, words), (_aliases, words), (_plain, words), (_folded, fold(words))):
        found = [record for record in among if said in names(record)]
        if len(found) == 1:
            return found[0]
        if found:
            raise EditError(
                f"“{words}” chỉ nhiều bản ghi; hãy ghi rõ mã (và --kind):{_list(found)}"
            )
    near = _nearest(words, among)
    wanted = ", ".join(KINDS[kind] for kind in kinds)
    hint = f" Gần nhất:{_list(near)}" if near else ""
    raise EditError(f"không có {wanted} nào có mã hoặc tên “{words}”.{hint}")


def name_of(record: Record[Any]) -> str:
    """What a record is called: its name, title or number; its id where it has none of them."""
    names = (getattr(record.value, field, None) for field in ("name", "title", "number"))
    return next((str(name) for name in names if name), record.id)


def label(record: Record[Any]) -> str:
    """The record for a person: its id and name, and its kind."""
    return f"{record.id} – {name_of(record)} ({KINDS[record.kind]})"


def _ids(record: Record[Any]) -> tuple[str, ...]:
    return (record.id,)


def _aliases(record: Record[Any]) -> tuple[str, ...]:
    return tuple(record.value.aliases)


def _plain(record: Record[Any]) -> tuple[str, ...]:
    others = getattr(record.value, "other_names", ())
    return (name_of(record), getattr(record.value, "number", None) or "", *others)


def _folded(record: Record[Any]) -> tuple[str, ...]:
    return tuple(fold(name) for name in (record.id, *_plain(record)))


def _nearest(words: str, among: Sequence[Record[Any]]) -> list[Record[Any]]:
    """The records whose names or ids are spelt most alike; fewer where little is alike."""
    wanted = fold(words)
    known: dict[str, Record[Any]] = {}
    for record in among:
        known |= dict.fromkeys(_folded(record), record)
    alike = difflib.get_close_matches(wanted, known, SHOWN, 0.5)
    holding = [name for name in known if wanted and wanted in name][:SHOWN]
    return list(_distinct(known[name] for name in (*alike, *holding)))[:SHOWN]


def _distinct(found: Iterator[Record[Any]]) -> Iterator[Record[Any]]:
    yield from {record.path: record for record in found}.values()


def _list(found: Sequence[Record[Any]]) -> str:
    return "".join(f"\n  {label(record)}" for record in found[:SHOWN])
