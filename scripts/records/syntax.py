"""What the YAML parser says, in Vietnamese."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from scripts.records.findings import Finding, code_point
from scripts.records.types import Mark

RULE = "yaml-syntax"


class _Advice(NamedTuple):
    message: str
    fix: str


_QUOTE = _Advice(
    "giá trị mở ngoặc kép hoặc ngoặc đơn mà không đóng lại",
    'hãy thêm dấu đóng ngoặc cùng loại; dấu ngoặc ở bên trong viết là \\"',
)
_COLON = _Advice(
    "thừa dấu hai chấm “: ” trong giá trị, hoặc thụt lề sai",
    "hãy đặt cả giá trị trong ngoặc kép; các trường cùng cấp phải thụt lề bằng nhau",
)
_INDENT = _Advice(
    "thụt lề sai, hoặc thiếu dấu hai chấm “:” hay gạch đầu dòng “-”",
    "hãy thụt các trường cùng cấp bằng nhau, mỗi trường viết “tên_trường: giá trị”",
)
_BRACKET = _Advice(
    "danh sách trong ngoặc [ ] hoặc { } thiếu dấu phẩy hay dấu đóng ngoặc",
    "hãy đóng ngoặc; nếu đó là chữ, hãy đặt cả giá trị trong ngoặc kép",
)
_FIRST = _Advice(
    "giá trị bắt đầu bằng ký tự đặc biệt của YAML",
    "hãy đặt cả giá trị trong ngoặc kép",
)
_MISSING_COLON = _Advice(
    "thiếu dấu hai chấm “:” sau tên trường",
    "hãy viết “tên_trường: giá trị”, có một dấu cách sau dấu hai chấm",
)
_DASH = _Advice(
    "gạch đầu dòng “-” đặt sai chỗ",
    "hãy viết mỗi mục trên một dòng riêng, bắt đầu bằng “- ”",
)
_ESCAPE = _Advice(
    "dấu gạch chéo ngược “\\” trong ngoặc kép không đúng",
    "hãy viết hai dấu \\\\, hoặc bỏ dấu đó",
)
_MARKER = _Advice("tệp có dòng “---” hoặc “...” ở giữa", "hãy xoá dòng đó; mỗi tệp một bản ghi")
_SPECIAL = _Advice(
    "dùng cú pháp YAML đặc biệt (&, *, !, %) mà bản ghi không cần",
    "nếu đó là chữ, hãy đặt cả giá trị trong ngoặc kép",
)
_BLOCK = _Advice(
    "dòng mở khối chữ “>” hoặc “|” viết sai, hoặc khối chữ thụt lề sai",
    "hãy viết “>-” rồi xuống dòng, thụt chữ vào hai dấu cách",
)
_OTHER = _Advice("viết sai cú pháp YAML", "hãy xem lại dòng này và dòng ngay trên")

# The parser's sentences (libyaml, scanner.c and parser.c), by how they begin.
_ADVICE: dict[str, _Advice] = {
    "mapping values are not allowed": _COLON,
    "mapping keys are not allowed": _INDENT,
    "block sequence entries are not allowed": _DASH,
    "did not find expected key": _INDENT,
    "did not find expected '-' indicator": _INDENT,
    "did not find expected ',' or": _BRACKET,
    "did not find expected node content": _BRACKET,
    "did not find expected <document start>": _INDENT,
    "could not find expected ':'": _MISSING_COLON,
    "found unexpected end of stream": _QUOTE,
    "found unexpected document indicator": _MARKER,
    "found unexpected ':'": _COLON,
    "found character that cannot start any token": _FIRST,
    "found a tab character": _INDENT,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "found invalid Unicode character escape code": _ESCAPE,
    "did not find expected alphabetic or numeric character": _SPECIAL,
    "did not find expected whitespace": _SPECIAL,
    "did not find expected comment or line break": _BLOCK,
    "did not find expected tag URI": _SPECIAL,
    "did not find expected '!'": _SPECIAL,
    "did not find the expected": _SPECIAL,
    "did not find URI escaped octet": _SPECIAL,
    "did not find expected digit or '.'": _SPECIAL,
    "did not find expected version number": _SPECIAL,
    "could not find expected directive name": _SPECIAL,
    "found unknown directive name": _SPECIAL,
    "found unexpected non-alphabetical character": _SPECIAL,
    "found undefined tag handle": _SPECIAL,
    "found duplicate": _SPECIAL,
    "found extremely long version number": _SPECIAL,
    "found incompatible YAML document": _SPECIAL,
    "found an indentation indicator equal to 0": _BLOCK,
}
# For these the parser stops far behind the mistake: its beginning says more.
_AT_START = (_QUOTE, _MISSING_COLON, _BRACKET)


def explain(error: yaml.MarkedYAMLError) -> Finding:
    """The finding for a syntax error, at the place that a person would look at."""
    advice = next((_ADVICE[start] for start in _ADVICE if _says(error, start)), _OTHER)
    mark = error.problem_mark or error.context_mark
    if advice in _AT_START and error.context_mark:
        mark = error.context_mark
    return Finding(
        mark=Mark(mark.line + 1, mark.column + 1) if mark else Mark(),
        rule=RULE,
        message=advice.message,
        fix=advice.fix,
    )


def _says(error: yaml.MarkedYAMLError, start: str) -> bool:
    return (error.problem or "").startswith(start)


def unreadable(error: yaml.reader.ReaderError) -> Finding:
    """The finding for a character that the parser does not read; `letters` knows most before."""
    character = error.character
    name = f"U+{character:04X}" if isinstance(character, int) else code_point(str(character)[:1])
    return Finding(
        mark=Mark(),
        rule="text-control",
        message=f"có ký tự {name} không dùng được trong YAML",
        fix="hãy xoá ký tự đó",
    )
