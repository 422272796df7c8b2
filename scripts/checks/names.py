"""Names: as they are spoken, no more and no less."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.checks.context import Context, Location
from scripts.checks.places import same
from scripts.checks.registry import Found, at, rule
from scripts.records.types import Record
from scripts.text.fold import fold

_EDGES = " .,;:!?-–—_/|*~'\"&+"
_STARS = re.compile(r"\bocop\b|\b[1-5] ?sao\b|[★⭐]", re.IGNORECASE)
_FILLERS = frozenset(("la", "mot", "san", "pham", "ocop", "cua", "tinh", "dac", "cac", "va", "mon"))
_WORD = re.compile(r"[^\W\d_]{2,}")


def _names(context: Context) -> Iterator[tuple[Record[Any], Location, str]]:
    """Each name of a record, in Vietnamese and English, with its location."""
    for record in context.reading.records:
        for field in ("name", "name_en", "title", "title_en"):
            name = getattr(record.value, field, None)
            if name and record.kind != "decision":
                yield record, (field,), name
        for index, name in enumerate(getattr(record.value, "other_names", [])):
            yield record, ("other_names", index), name


@rule("name-caps", "warning", "Tên viết toàn chữ hoa")
def name_is_not_shouted(context: Context) -> Iterator[Found]:
    """A name of several words is not in capitals throughout."""
    for record, location, name in _names(context):
        if len(_WORD.findall(name)) > 1 and name.isupper():
            message = f"tên “{name}” viết toàn chữ hoa"
            yield at(record, location, message, "hãy viết hoa chữ đầu và tên riêng")


@rule("name-edges", "error", "Tên có dấu câu thừa ở đầu hoặc cuối")
def name_has_clean_edges(context: Context) -> Iterator[Found]:
    """A name neither begins nor ends with punctuation."""
    for record, location, name in _names(context):
        clean = name.strip(_EDGES)
        if clean != name:
            message = f"tên “{name}” có dấu câu thừa ở đầu hoặc cuối"
            yield at(record, location, message, f"hãy viết “{clean}”")


@rule("name-stars", "error", "Tên có chữ OCOP hoặc hạng sao")
def name_has_no_stars(context: Context) -> Iterator[Found]:
    """A product's name holds neither OCOP nor stars: these belong to a certificate."""
    for record in context.products:
        for field in ("name", "name_en"):
            found = _STARS.search(getattr(record.value, field) or "")
            if found:
                message = f"tên có “{found[0]}”; hạng sao thuộc về lần công nhận"
                fix = "hãy bỏ khỏi tên, ghi hạng ở certificates"
                yield at(record, (field,), message, fix)


@rule("name-repeated", "error", "Tên khác chỉ lặp lại tên")
def other_name_is_another(context: Context) -> Iterator[Found]:
    """A gloss or another spelling differs from the name and from each other."""
    for record in context.reading.records:
        value = record.value
        name = getattr(value, "name", None) or getattr(value, "title", None)
        seen = {same(name)} if name else set()
        for location, other in _others(value):
            if same(other) in seen:
                message = f"{location[0]}: “{other}” chỉ lặp lại tên đã có"
                yield at(record, location, message, "hãy xoá, hoặc ghi tên (nghĩa) thật sự khác")
            seen.add(same(other))


def _others(value: Any) -> Iterator[tuple[Location, str]]:
    if getattr(value, "name_en", None):
        yield ("name_en",), value.name_en
    for index, name in enumerate(getattr(value, "other_names", [])):
        yield ("other_names", index), name


@rule("summary-repeats", "error", "Tóm tắt chỉ lặp lại tên")
def summary_says_more(context: Context) -> Iterator[Found]:
    """A summary says something that the name does not."""
    for record in context.reading.records:
        summary = getattr(record.value, "summary", None)
        if summary is None:
            continue
        name = getattr(record.value, "name", None) or record.value.title
        if set(fold(summary.vi).split()) <= set(fold(name).split()) | _FILLERS:
            message = f"tóm tắt “{summary.vi}” chỉ lặp lại tên"
            fix = "hãy viết một câu nói sản phẩm là gì, làm từ gì, ở đâu; chưa biết thì bỏ trống"
            yield at(record, ("summary", "vi"), message, fix)


@rule("story-producer", "error", "Câu chuyện ghi của chủ thể mà không có chủ thể")
def story_has_its_teller(context: Context) -> Iterator[Found]:
    """A story told by the producer needs a producer and a story."""
    for record in context.products:
        if record.value.story_by != "producer":
            continue
        missing = [name for name in ("producer", "story") if not getattr(record.value, name)]
        if missing:
            message = f"story_by ghi producer nhưng bản ghi không có {' và '.join(missing)}"
            fix = f"hãy thêm {' và '.join(missing)}, hoặc bỏ story_by"
            yield at(record, ("story_by",), message, fix)


@rule("keyword-repeated", "warning", "Từ khoá lặp lại tên hoặc lặp nhau")
def keyword_adds_a_word(context: Context) -> Iterator[Found]:
    """A keyword leads to the product by words that its name does not hold already."""
    for record in context.products:
        seen = {same(record.value.name)}
        for index, keyword in enumerate(record.value.keywords):
            if same(keyword) in seen:
                message = f"từ khoá “{keyword}” đã có trong tên hoặc đã ghi"
                yield at(record, ("keywords", index), message, "hãy xoá từ khoá này")
            seen.add(same(keyword))
