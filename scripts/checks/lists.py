"""The controlled lists: complete, each thing once, and at one with each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

from scripts import schema
from scripts.checks.context import Context, Location
from scripts.checks.nearest import Vocabulary, guess
from scripts.checks.registry import Found, at, in_file, rule
from scripts.checks.spans import shown
from scripts.records.types import Record
from scripts.schema.lists import Figures
from scripts.text.fold import fold

# Quyết định 148/QĐ-TTg has 26 sets of criteria.
LEAVES = 26
_ADDRESS = re.compile("/(?!en/)(?:[a-z0-9-]+/)+")


@rule("list-missing", "error", "Thiếu danh sách")
def every_list_is_there(context: Context) -> Iterator[Found]:
    """Each controlled list is a file in products/_lists."""
    # Without any file the folder itself is what is wrong, and the loader says so.
    needed = [name for name in schema.LISTS if name not in schema.OPTIONAL_LISTS]
    for name in needed if context.reading.files else ():
        if name not in context.reading.lists and ("list", name) not in context.reading.broken:
            path = f"{context.name}/_lists/{name}.yml"
            yield in_file(path, f"thiếu danh sách “{name}”", "hãy khôi phục tệp này từ kho bản ghi")


@rule("groups-numbers", "error", "Số thứ tự phân nhóm sai")
def leaves_are_numbered(context: Context) -> Iterator[Found]:
    """The leaves are 26, numbered from 1 to 26 in their order."""
    record = context.reading.lists.get("groups")
    if record is None:
        return
    numbered = list(_leaves(record))
    for expected, (location, leaf) in enumerate(numbered, start=1):
        if leaf.number != expected:
            message = f"phân nhóm “{leaf.name}” mang số {leaf.number}, ở vị trí thứ {expected}"
            yield at(record, (*location, "number"), message, f"hãy đánh số liên tục 1–{LEAVES}")
            return
    if len(numbered) != LEAVES:
        message = f"có {len(numbered)} phân nhóm, cần đúng {LEAVES}"
        yield at(record, ("groups",), message, "hãy xem lại theo Quyết định 148/QĐ-TTg")


def _leaves(record: Record[Any]) -> Iterator[tuple[Location, Any]]:
    for index, group in enumerate(record.value.groups):
        for inside, leaf in enumerate(group.leaves):
            yield ("groups", index, "leaves", inside), leaf


_Entry = tuple[Location, str]


@rule("list-repeated", "error", "Danh sách có mã lặp")
def entries_are_unique(context: Context) -> Iterator[Found]:
    """An id or code stands once in its list."""
    for name, entries in _ENTRIES.items():
        record = context.reading.lists.get(name)
        seen: set[tuple[str, str]] = set()
        for location, key in entries(record.value) if record else ():
            here = (f"{location[0]} {location[-1]}", key)
            if record and here in seen:
                message = f"{location[-1]}: “{key}” đã có trong danh sách"
                yield at(record, location, message, "hãy xoá mục lặp, hoặc sửa mã")
            seen.add(here)


def _keyed(items: Iterable[Any], part: str, *fields: str) -> Iterator[_Entry]:
    for index, item in enumerate(items):
        for field in fields:
            yield (part, index, field), getattr(item, field)


def _group_ids(value: Any) -> Iterator[_Entry]:
    yield from _keyed(value.groups, "groups", "id")
    for index, group in enumerate(value.groups):
        for inside, leaf in enumerate(group.leaves):
            yield ("groups", index, "leaves", inside, "id"), leaf.id
    yield from _keyed(value.earlier_groups, "earlier_groups", "id")


def _programme_ids(value: Any) -> Iterator[_Entry]:
    yield from _keyed(value.plans, "plans", "id")
    yield from _keyed(value.figures, "figures", "id")


_ENTRIES = {
    "groups": _group_ids,
    "communes": lambda value: _keyed(value.communes, "communes", "code", "id", "name"),
    "issuers": lambda value: _keyed(value.issuers, "issuers", "id", "name"),
    "law": lambda value: _keyed(value.periods, "periods", "id"),
    "programme": _programme_ids,
}


@rule("list-reference", "error", "Danh sách nêu mã không có")
def entries_lead_to_each_other(context: Context) -> Iterator[Found]:
    """Groups that plans and old groups name, and communes that old units name, exist."""
    groups, codes = Vocabulary(context.group_ids), context.places.codes if context.places else {}
    for record, location, id in _group_references(context):
        if id not in context.group_ids and context.groups:
            fix = guess(groups.nearest(id), "hãy ghi mã của một trong sáu nhóm")
            yield at(record, location, f"không có nhóm “{id}”", fix)
    for location, code in _earlier_codes(context):
        if code not in codes:
            message = f"không có xã, phường mang mã “{code}” hiện nay"
            fix = "hãy tra mã trong _lists/communes.yml"
            yield at(context.reading.lists["communes-earlier"], location, message, fix)


def _group_references(context: Context) -> Iterator[tuple[Record[Any], Location, str]]:
    programme, groups = (context.reading.lists.get(name) for name in ("programme", "groups"))
    for index, plan in enumerate(programme.value.plans if programme else ()):
        for inside, target in enumerate(plan.targets):
            for last, id in enumerate(target.groups):
                location = ("plans", index, "targets", inside, "groups", last)
                yield programme, location, id  # type: ignore[misc]
    for index, earlier in enumerate(groups.value.earlier_groups if groups else ()):
        for inside, id in enumerate(earlier.now):
            yield groups, ("earlier_groups", index, "now", inside), id  # type: ignore[misc]


def _earlier_codes(context: Context) -> Iterator[_Entry]:
    units = context.earlier.earlier_units if context.earlier and context.places else []
    for index, unit in enumerate(units):
        for inside, code in enumerate(unit.now):
            yield ("earlier_units", index, "now", inside), code


@rule("law-periods", "error", "Các giai đoạn của quy định không nối nhau")
def law_has_no_gaps(context: Context) -> Iterator[Found]:
    """The periods of the law follow day by day, and only the last is open."""
    record = context.reading.lists.get("law")
    if record is None or not context.law:
        return
    for index, (before, here) in enumerate(pairwise(context.law), start=1):
        begin, end = context.days_of(here).first, context.days_of(before).last
        if not before.last or end + timedelta(days=1) != begin:
            closed = f"kết thúc {shown(before.last)}" if before.last else "chưa có last"
            message = f"giai đoạn “{here.id}” bắt đầu {shown(str(begin))}, giai đoạn trước {closed}"
            fix = "hãy để giai đoạn sau bắt đầu đúng một ngày sau khi giai đoạn trước kết thúc"
            yield at(record, ("periods", index, "first"), message, fix)
    if context.law[-1].last:
        location = ("periods", len(context.law) - 1, "last")
        message = f"giai đoạn cuối kết thúc {shown(context.law[-1].last)}"
        yield at(record, location, message, "hãy bỏ last, hoặc thêm giai đoạn kế tiếp")


@rule("plan-total", "error", "Tổng của kế hoạch không bằng các phần")
def plan_adds_up(context: Context) -> Iterator[Found]:
    """The total of a plan is the sum of its targets."""
    record = context.reading.lists.get("programme")
    for index, plan in enumerate(record.value.plans if record else ()):
        parts = sum(target.count for target in plan.targets)
        if record and plan.total != parts:
            message = f"total ghi {plan.total} nhưng các phần cộng lại là {parts}"
            yield at(record, ("plans", index, "total"), message, "hãy xem lại từng phần và tổng")


@rule("figures-sum", "warning", "Số liệu công bố không cộng khớp")
def figures_add_up(context: Context) -> Iterator[Found]:
    """The published parts of a total add up to it; where they do not, both are kept and noted."""
    record = context.reading.lists.get("programme")
    for index, figures in enumerate(record.value.figures if record else ()):
        for field, parts in _parts(figures):
            total = getattr(figures, field)
            if record and total is not None and sum(parts) != total:
                message = f"{field} ghi {total} nhưng các phần cộng lại là {sum(parts)}"
                fix = "hãy xem lại; nếu nguồn công bố đúng như vậy thì giữ nguyên"
                yield at(record, ("figures", index, field), message, fix)


def _parts(figures: Figures) -> Iterator[tuple[str, list[int]]]:
    """The totals of which all parts are published."""
    if figures.by_star:
        yield "products", [star.count for star in figures.by_star]
    makers = [figures.enterprises, figures.cooperatives, figures.households]
    known = [count for count in makers if count is not None]
    if len(known) == len(makers):
        yield "producers", known


@rule("publisher-official", "error", "Ghi là chính thức mà không có tên cơ quan")
def official_publisher_has_a_name(context: Context) -> Iterator[Found]:
    """Only a named office publishes officially."""
    record = context.reading.lists.get("publisher")
    if record and record.value.official and not record.value.name:
        message = "official ghi true mà không có name"
        yield at(record, ("official",), message, "hãy ghi tên cơ quan, hoặc bỏ official")


@rule("synonym-repeated", "error", "Từ cùng nghĩa lặp lại")
def synonyms_are_unique(context: Context) -> Iterator[Found]:
    """A word stands in one set of synonyms, once, however its marks are written."""
    record = context.reading.lists.get("synonyms")
    seen: dict[str, int] = {}
    for index, synonyms in enumerate(record.value.synonyms if record else ()):
        for inside, word in enumerate(synonyms.words):
            first = seen.setdefault(fold(word), index)
            written = [fold(one) for one in synonyms.words[:inside]]
            if record and (first != index or fold(word) in written):
                message = f"“{word}” đã có ở nhóm từ thứ {first + 1}"
                fix = "hãy gộp hai nhóm, hoặc xoá từ lặp"
                yield at(record, ("synonyms", index, "words", inside), message, fix)


@rule("address-former", "error", "Địa chỉ cũ ghi sai")
def former_addresses_lead_on(context: Context) -> Iterator[Found]:
    """An address that is gone is Vietnamese, stands once, and leads to one that is not gone."""
    record = context.reading.lists.get("addresses")
    listed = record.value.addresses if record else []
    gone = [one.address for one in listed]
    for index, one in enumerate(listed):
        for field, address in (("address", one.address), ("to", one.to)):
            if record and address and not _ADDRESS.fullmatch(address):
                message = f"{field}: “{address}” không phải địa chỉ của một trang tiếng Việt"
                fix = "hãy ghi như trong addresses.lock, ví dụ /diem-ban/cua-hang-cu/"
                yield at(record, ("addresses", index, field), message, fix)
        if record and one.address in gone[:index]:
            message = f"address: “{one.address}” đã có trong danh sách"
            yield at(record, ("addresses", index, "address"), message, "hãy xoá mục lặp")
        if record and one.to in gone:
            message = f"to: “{one.to}” cũng là địa chỉ cũ"
            fix = "hãy ghi địa chỉ hiện nay"
            yield at(record, ("addresses", index, "to"), message, fix)
