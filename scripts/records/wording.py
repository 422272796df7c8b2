"""The sentence for each type of error that the field list can give."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from scripts.records.findings import shown
from scripts.records.guesses import guess
from scripts.schema import common, fields


class Said(NamedTuple):
    """A rule, what was found and what to write."""

    rule: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a sentence may speak of. `model` is the part expected here, `around` the part that
    holds the field; `near` the field that was probably meant."""

    name: str
    input: Any
    context: Mapping[str, Any]
    model: type[BaseModel] | None
    around: type[BaseModel] | None
    near: str | None

    @property
    def annotation(self) -> Any:
        """The type that the field list gives this field."""
        field = self.around.model_fields.get(self.name) if self.around else None
        return field.annotation if field else None

    @property
    def value(self) -> str:
        """What is written, for a sentence."""
        return f"“{shown(self.input)}”".replace("\n", " ")


def say(kind: str, words: Words, original: str) -> Said:
    """The sentence for an error type of pydantic; its own words where we have none."""
    speak = SENTENCES.get(kind)
    return speak(words) if speak else Said("field-form", f"{words.name}: {original}", "")


def _missing(words: Words) -> Said:
    return Said("field-missing", f"thiếu trường bắt buộc “{words.name}”", "hãy thêm trường này")


def _unknown(words: Words) -> Said:
    known = list(fields.ordered(words.around)) if words.around else []
    listed = f"các trường có thể dùng: {', '.join(known)}"
    table = "hãy xem bảng các trường trong CONTRIBUTING.md"
    near = f"có phải “{words.near}”?" if words.near else listed if len(known) < 12 else table
    return Said("field-unknown", f"không có trường “{words.name}”", near)


def _choice(words: Words) -> Said:
    if words.input is None:
        return _blank(words)
    allowed = [str(value) for value in fields.choices(words.annotation)]
    near = next(iter(difflib.get_close_matches(str(words.input).lower(), allowed, 1, 0.6)), None)
    quoted = isinstance(words.input, str) and words.input in allowed
    fix = "hãy bỏ dấu ngoặc kép" if quoted else f"hãy chọn một trong: {', '.join(allowed)}"
    also = f"; có phải “{near}”?" if near and not quoted else ""
    return Said("field-value", f"{words.name}: {words.value} không dùng được ở đây", fix + also)


def _text(words: Words) -> Said:
    if words.input is None:
        return _blank(words)
    if isinstance(words.input, dict | list):
        shape = "một nhóm trường" if isinstance(words.input, dict) else "một danh sách"
        return _type(words, f"cần một dòng chữ, không phải {shape}", "hãy viết trên một dòng")
    taken = "đúng hoặc sai" if isinstance(words.input, bool) else "số"
    return _type(
        words,
        f"{words.value} đang được hiểu là {taken}, ở đây cần chữ",
        f'hãy đặt trong ngoặc kép: "{shown(words.input)}"',
    )


def _blank(words: Words) -> Said:
    return Said("field-missing", f"{words.name}: chưa có giá trị", "hãy điền giá trị")


def _type(words: Words, message: str, fix: str) -> Said:
    return Said("field-type", f"{words.name}: {message}", fix)


def _number(words: Words) -> Said:
    if words.input is None:
        return _blank(words)
    return _type(
        words,
        f"{words.value} không phải số",
        "hãy viết số, không có ngoặc kép, dấu thập phân là dấu chấm, ví dụ 82.5",
    )


def _integer(words: Words) -> Said:
    if words.input is None:
        return _blank(words)
    return _type(
        words,
        f"{words.value} không phải số nguyên",
        "hãy viết chỉ các chữ số, không có ngoặc kép, dấu chấm hay đơn vị",
    )


def _truth(words: Words) -> Said:
    if words.input is None:
        return _blank(words)
    return _type(words, f"{words.value} không phải đúng hoặc sai", "hãy viết true hoặc false")


def _list(words: Words) -> Said:
    if words.input is None:
        return _type(words, "chưa có mục nào", "hãy thêm các mục, hoặc xoá cả trường")
    return _type(words, "cần một danh sách", "hãy viết mỗi mục một dòng, bắt đầu bằng “- ”")


def _part(words: Words) -> Said:
    known = ", ".join(fields.ordered(words.model)) if words.model else ""
    if words.input is None:
        return _type(words, "chưa có nội dung", f"hãy điền các trường con: {known}")
    shape = "một danh sách" if isinstance(words.input, list) else "một giá trị"
    return _type(
        words,
        f"cần một nhóm trường, không phải {shape}",
        f"hãy viết các trường con, mỗi trường một dòng: {known}",
    )


def _line(words: Words) -> Said:
    """A text that is not one trimmed line: say which of the three ways it fails."""
    text = str(words.input)
    if "\n" in text.strip():
        wrong, fix = "có xuống dòng ở giữa", "hãy viết liền một đoạn"
    elif "\n" in text:
        wrong, fix = "có xuống dòng ở cuối", "hãy viết “>-” thay cho “>” hoặc “|”"
    else:
        wrong, fix = "có dấu cách thừa ở đầu hoặc cuối", "hãy xoá dấu cách thừa"
    return Said("field-line", f"{words.name}: {words.value} {wrong}", fix)


def _form(words: Words) -> Said:
    if words.context.get("pattern") == common.LINE_PATTERN:
        return _line(words) if words.input else _blank(words)
    pattern = str(words.context.get("pattern"))
    form = common.FORMS.get(pattern)
    if form is None:
        return Said("field-form", f"{words.name}: {words.value} không đúng dạng", "")
    return Said(
        form.rule,
        f"{words.name}: {words.value} {form.message}",
        guess(pattern, str(words.input)) + form.fix,
    )


def _calendar(words: Words) -> Said:
    return Said(
        "field-date",
        f"{words.name}: {words.value} không phải ngày có thật",
        'hãy xem lại ngày và tháng; chỉ biết tháng thì viết "2023-02", chỉ biết năm thì "2023"',
    )


def _short(words: Words) -> Said:
    least = words.context["min_length"]
    if not words.input:
        return _blank(words)
    return Said(
        "field-length", f"{words.name}: {words.value} quá ngắn", f"cần ít nhất {least} ký tự"
    )


def _long(words: Words) -> Said:
    return Said(
        "field-length",
        f"{words.name}: dài {len(words.input)} ký tự",
        f"hãy rút còn nhiều nhất {words.context['max_length']} ký tự",
    )


def _few(words: Words) -> Said:
    least = words.context["min_length"]
    return Said("field-length", f"{words.name}: cần ít nhất {least} mục", "hãy thêm mục còn thiếu")


def _range(relation: str, bound: str) -> Callable[[Words], Said]:
    def speak(words: Words) -> Said:
        limit = words.context[bound]
        return Said(
            "field-range", f"{words.name}: {words.value} ngoài khoảng", f"cần {relation} {limit}"
        )

    return speak


SENTENCES: dict[str, Callable[[Words], Said]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "string_type": _text,
    "float_type": _number,
    "int_type": _integer,
    "bool_type": _truth,
    "list_type": _list,
    "model_type": _part,
    "model_attributes_type": _part,
    "string_pattern_mismatch": _form,
    "calendar": _calendar,
    "string_too_short": _short,
    "string_too_long": _long,
    "too_short": _few,
    "greater_than": _range("lớn hơn", "gt"),
    "greater_than_equal": _range("từ", "ge"),
    "less_than_equal": _range("không quá", "le"),
}
