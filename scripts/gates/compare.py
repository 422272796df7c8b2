"""The counts of the last published site against those of a new one, both on the new one's day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.exports.counts import NONE, on_day
from scripts.gates.limits import Limit, limit_of
from scripts.text.numbers import format_number

Line = tuple[str, str]
_RECORDS = {
    "product": "sản phẩm trong danh mục",
    "withdrawn": "sản phẩm đã gỡ",
    "producer": "chủ thể",
    "decision": "quyết định",
    "craft": "làng nghề, chỉ dẫn địa lý, nhãn hiệu tập thể",
    "shop": "điểm bán",
    "video": "video",
    "picture": "ảnh sản phẩm",
}
_STATES = {
    "valid": "còn hiệu lực",
    "expired": "hết hạn",
    "revoked": "đã thu hồi",
    "unknown": "chưa rõ thời hạn",
}
_LANGUAGES = {"vi": "tiếng Việt", "en": "tiếng Anh"}
_ADVICE = {
    "records": "hãy xem bản ghi nào bị xoá, đổi chỗ hay thêm nhầm: git diff --stat products/",
    "stars": "hãy xem số sao (stars) ở các giấy chứng nhận vừa sửa",
    "groups": "hãy xem trường group của các sản phẩm vừa sửa và products/_lists/groups.yml",
    "states": "lịch không giải thích được điều này; hãy xem ngày cấp, thời hạn, thu hồi ở các "
    "giấy chứng nhận vừa sửa và products/_lists/law.yml",
    "pages": "hãy xem các bản ghi và mẫu của loại trang này",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A number that moved too far; `message` says in Vietnamese which, how far, what to look at."""

    line: Line
    before: int
    now: int
    message: str


def moves(old: Mapping[str, Any], new: Mapping[str, Any], day: date) -> list[Move]:
    """Every number that moved above its limit, in the order of the table of limits."""
    before, now = lines(old, day), lines(new, day)
    found = []
    for line in dict.fromkeys((*before, *now)):
        pair, limit = (before.get(line, 0), now.get(line, 0)), limit_of(*line)
        if moved(*pair, limit):
            found.append(_move(line, *pair, limit))
    return found


def lines(counts: Mapping[str, Any], day: date) -> dict[Line, int]:
    """All numbers side by side, states as they are on a day."""
    found: dict[Line, int] = {("records", kind): n for kind, n in counts["records"].items()}
    found |= {("stars", stars): n for stars, n in counts["stars"].items()}
    for stars, states in on_day(counts["states"], day).items():
        found |= {("states", f"{stars}/{state}"): n for state, n in states.items()}
    found |= {("groups", group): n for group, n in counts["groups"].items()}
    for language, kinds in counts["pages"].items():
        found |= {("pages", f"{language}/{kind}"): n for kind, n in kinds.items()}
    return found


def moved(before: int, now: int, limit: Limit) -> bool:
    """Whether a number moved too far."""
    if limit.grows and now > before:
        return False
    if not before:
        return now > limit.items and not limit.new
    if not now and limit.zero:
        return True
    far = abs(now - before)
    return far > limit.items and far > limit.share * before


def _move(line: Line, before: int, now: int, limit: Limit) -> Move:
    said = f"{now - before:+d}".replace("-", "−")
    share = f", {round(100 * (now - before) / before):+d} %".replace("-", "−") if before else ""
    allowed = f"được đổi đến {limit.items} hoặc {round(100 * limit.share)} %"
    numbers = f"trước {format_number(before, 'vi')}, nay {format_number(now, 'vi')}"
    message = f"{_name(line)}: {numbers} ({said}{share}; {allowed}); {_ADVICE[line[0]]}"
    return Move(line=line, before=before, now=now, message=message)


def _name(line: Line) -> str:
    family, key = line
    first, _, second = key.partition("/")
    if family == "records":
        return _RECORDS.get(key, key)
    if family == "groups":
        return "sản phẩm chưa rõ nhóm" if key == NONE else f"sản phẩm nhóm “{key}”"
    if family == "pages":
        return f"trang {_LANGUAGES.get(first, first)} loại “{second}”"
    rank = "sản phẩm chưa rõ hạng" if first == NONE else f"sản phẩm {first} sao"
    return f"{rank} {_STATES.get(second, second)}" if second else rank
