"""Prose: no lost marks, no praise that nobody can prove, no promise to heal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from scripts.checks.context import Context, Location
from scripts.checks.registry import Found, at, rule
from scripts.checks.words import alarm, holds_any, suspects, whole_words
from scripts.records.types import Record
from scripts.schema.common import Passage

_DOUBLE = re.compile(r"\S(  +)\S")
_MARKED = re.compile(r"[^\x00-\x7f]")
_WORD = re.compile(r"[A-Za-z]{2,}")

_PRAISE_WORDS = ("số một", "số 1", "hàng đầu", "tuyệt hảo", "tuyệt vời", "hảo hạng", "hoàn hảo")
_PRAISE_PHRASES = ("có một không hai", "best", "finest", "number one", "world-class")
_PLAIN_PRAISE = (*_PRAISE_WORDS, *_PRAISE_PHRASES)
# “nhất” is praise, but not in these compounds and place names.
_PRAISE = re.compile(
    r"(?<!thống )(?<!hợp )(?<!đồng )(?<!thứ )(?<!quỹ )\bnhất\b(?! (?:là|định|trí|quán|thể)\b)|"
    + whole_words(_PLAIN_PRAISE).pattern,
    re.IGNORECASE,
)
# Food is no medicine, whatever its maker says of it.
_CURES = ("chữa khỏi", "chữa bệnh", "trị bệnh", "đặc trị", "chữa trị", "trị dứt", "thần dược")
_PROMISES = ("chống ung thư", "ngừa ung thư", "hạ đường huyết", "giảm mỡ máu", "giải độc gan")
_HEALTH_WORDS = (*_CURES, *_PROMISES, "cures", "heals", "prevents cancer")
_HEALTH = whole_words(_HEALTH_WORDS)

alarm("text-spaces", holds_any(["  "]))
alarm("text-praise", holds_any(["nhất", *_PLAIN_PRAISE]))
alarm("text-health", holds_any(_HEALTH_WORDS))


@rule("text-spaces", "error", "Hai dấu cách liền nhau")
def single_spaces(context: Context) -> Iterator[Found]:
    """Words stand one space apart."""
    for record, location, text in suspects(context, "text-spaces"):
        found = _DOUBLE.search(text)
        if found:
            near = text[max(0, found.start() - 12) : found.end() + 12].strip()
            message = f"có {len(found[1])} dấu cách liền nhau ở “{near}”"
            yield at(record, location, message, "hãy để một dấu cách")


@rule("text-praise", "warning", "Lời khen không kiểm chứng được")
def no_praise(context: Context) -> Iterator[Found]:
    """A text of the editors makes no comparison that nobody can prove."""
    for record, location, text in suspects(context, "text-praise"):
        found = _PRAISE.search(text)
        if found and _is_editorial(record, location):
            message = f"“{found[0]}” là lời so sánh, khen ngợi không kiểm chứng được"
            yield at(record, location, message, "hãy nêu điều cụ thể (năm, giải, số liệu) có nguồn")


@rule("text-health", "warning", "Lời nói về công dụng chữa bệnh")
def no_cure(context: Context) -> Iterator[Found]:
    """No text says that a product heals."""
    for record, location, text in suspects(context, "text-health"):
        found = _HEALTH.search(text)
        if found and location[0] in ("summary", "story", "facts", "keywords", "name"):
            message = f"“{found[0]}” nói về công dụng chữa bệnh"
            yield at(record, location, message, "hãy bỏ, trừ khi có giấy phép và nguồn chính thức")


def _is_editorial(record: Record[Any], location: Location) -> bool:
    told = location[0] == "story" and getattr(record.value, "story_by", "producer") == "editor"
    return location[0] == "summary" or told


@rule("text-no-marks", "warning", "Câu tiếng Việt không có dấu")
def vietnamese_has_marks(context: Context) -> Iterator[Found]:
    """A Vietnamese sentence or name has letters with marks; without any they were lost."""
    for record in context.reading.records:
        for location, text in _vietnamese(record):
            if not _MARKED.search(text) and len(_WORD.findall(text)) >= _LEAST[str(location[0])]:
                message = f"“{text[:60]}” không có dấu tiếng Việt"
                yield at(
                    record, location, message, "hãy viết lại có dấu; tên riêng nước ngoài thì giữ"
                )


_LEAST = {"name": 4, "title": 5, "summary": 5, "story": 5, "facts": 5, "doubts": 5, "covers": 5}


def _vietnamese(record: Record[Any]) -> Iterator[tuple[Location, str]]:
    for field in _LEAST:
        value = getattr(record.value, field, None)
        if isinstance(value, str):
            yield (field,), value
        elif isinstance(value, Passage):
            yield (field, "vi"), value.vi
        else:
            for index, passage in enumerate(value or []):
                yield (field, index, "vi"), passage.vi
