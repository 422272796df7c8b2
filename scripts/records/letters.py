"""Characters that look right and are not: invisible, foreign, decomposed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from scripts.records.findings import Finding, code_point
from scripts.records.types import Mark

# U+FEFF is the byte order mark; at the start of a file `guard` speaks of it.
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff0-\ufffb\ufffe\uffff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_HIDDEN = "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BROKEN = "\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
# The micro sign is often written with the Greek letter mu, so mu alone is left out.
_FOREIGN = "\u0370-\u03bb\u03bd-\u03ff\u0400-\u052f\u1c80-\u1c8f\u1f00-\u1fff\u2de0-\u2dff"
# Letters of other alphabets that are Đ, đ or plain letters to the eye.
_TWINS = "\u00d0\u00f0\u0189\u0256\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W_]+")
_MARKS = "\u0300-\u036f"

_SUSPECT = re.compile(
    f"[\t\r{_CONTROL}{_BIDI}{_HIDDEN}{_SPACE}{_BROKEN}{_FOREIGN}{_TWINS}{_MARKS}]"
)


class _Trap(NamedTuple):
    """A kind of character to refuse: where it is, and what to say of it."""

    rule: str
    find: Callable[[str], Iterator[tuple[int, str]]]
    message: str
    fix: str


def _class(characters: str) -> Callable[[str], Iterator[tuple[int, str]]]:
    pattern = re.compile(characters)
    return lambda text: ((match.start(), match[0]) for match in pattern.finditer(text))


def _mixed(text: str) -> Iterator[tuple[int, str]]:
    foreign = re.compile(f"[{_FOREIGN}]")
    for word in _WORD.finditer(text):
        letter = foreign.search(word[0])
        if letter and _LATIN.search(word[0]):
            yield word.start() + letter.start(), letter[0]


_TRAPS = (
    _Trap(
        "text-control",
        _class(f"[{_CONTROL}]|\r(?!\n)"),
        "có ký tự điều khiển {code}",
        "hãy xoá ký tự đó",
    ),
    _Trap(
        "text-bidi",
        _class(f"[{_BIDI}]"),
        "có ký tự ẩn {code} đổi chiều chữ",
        "hãy xoá ký tự đó, hoặc gõ lại cả dòng",
    ),
    _Trap(
        "text-hidden",
        _class(f"[{_HIDDEN}]"),
        "có ký tự ẩn {code}, không nhìn thấy trên màn hình",
        "hãy xoá ký tự đó, hoặc gõ lại từ có ký tự đó",
    ),
    _Trap(
        "text-space",
        _class(f"[{_SPACE}]"),
        "có dấu cách đặc biệt {code} (thường do chép từ Word hoặc trang web)",
        "hãy thay bằng dấu cách thường",
    ),
    _Trap(
        "text-broken",
        _class(f"[{_BROKEN}]"),
        "có ký tự hỏng {code} (thường do chuyển mã hoặc phông chữ cũ)",
        "hãy gõ lại chữ ở chỗ đó",
    ),
    _Trap(
        "text-lookalike",
        _mixed,
        "chữ “{character}” ({code}) thuộc bảng chữ {script}, chỉ trông giống chữ Latinh",
        "hãy gõ lại cả từ bằng bàn phím tiếng Việt",
    ),
    _Trap(
        "text-lookalike",
        _class(f"[{_TWINS}]"),
        "chữ “{character}” ({code}) không phải chữ cái tiếng Việt, chỉ trông giống “{twin}”",
        "hãy gõ lại cả từ bằng bàn phím tiếng Việt",
    ),
    _Trap("yaml-tab", _class("\t"), "có dấu Tab", "hãy dùng dấu cách; thụt lề bằng hai dấu cách"),
)
_STRAY = _Trap(
    "text-stray-mark",
    _class(f"[{_MARKS}]"),
    "có dấu rời {code} không ghép được với chữ đứng trước",
    "hãy gõ lại từ đó",
)
_DECOMPOSED = _Trap(
    "text-decomposed",
    lambda text: _decomposed(text),
    "chữ “{character}” viết bằng dấu rời (Unicode tổ hợp), không phải chữ dựng sẵn",
    "hãy chạy “python -m scripts format”, hoặc gõ lại bằng bảng mã Unicode dựng sẵn",
)
FATAL = frozenset({"text-control", "yaml-tab"})


def suspicious(text: str) -> list[Finding]:
    """The first place of each kind of treacherous character in a text, with how many more."""
    composed = unicodedata.is_normalized("NFC", text)
    if composed and not _SUSPECT.search(text):
        return []
    found = (
        _finding(trap, text, list(trap.find(text)))
        for trap in (*_TRAPS, _STRAY if composed else _DECOMPOSED)
    )
    return [finding for finding in found if finding]


def position(text: str, index: int) -> Mark:
    """Line and column, from 1, of a character of the text."""
    line_start = text.rfind("\n", 0, index) + 1
    return Mark(text.count("\n", 0, index) + 1, index - line_start + 1)


def _finding(trap: _Trap, text: str, places: list[tuple[int, str]]) -> Finding | None:
    if not places:
        return None
    index, character = places[0]
    more = f" (và {len(places) - 1} chỗ nữa trong tệp)" if len(places) > 1 else ""
    message = trap.message.format(
        character=character,
        code=code_point(character[0]),
        script="Hy Lạp" if "\u0370" <= character < "\u0400" else "Kirin",
        twin=_twin(character),
    )
    return Finding(mark=position(text, index), rule=trap.rule, message=message + more, fix=trap.fix)


def _twin(character: str) -> str:
    return {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}.get(
        character, unicodedata.normalize("NFKC", character)
    )


def _decomposed(text: str) -> Iterator[tuple[int, str]]:
    """Letters whose marks stand apart, each as the letter that it should be."""
    for cluster in re.finditer(f"(?s).[{_MARKS}]*", text):
        letter = unicodedata.normalize("NFC", cluster[0])
        if letter != cluster[0]:
            yield cluster.start(), letter
