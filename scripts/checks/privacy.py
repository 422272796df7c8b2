"""Private data: contacts and names that do not belong into a public text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.registry import Found, at, rule
from scripts.checks.words import alarm, flat, holds_any, prose, suspects, whole_words
from scripts.text.slug import slug

_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:\+84(?:[ .()-]{0,2}\d){9}|0(?:[ .()-]{0,2}\d){9,10})(?![\w/]|[.-]\d)"
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HOUSEHOLD = re.compile(
    r"^(?:hộ kinh doanh|hkd|hộ|cơ sở|cssx|ông|bà|gia đình)(?: |$)", re.IGNORECASE
)

_LONG_NUMBER = re.compile(r"[+0][0-9 .()-]{9}")

alarm("text-phone", lambda text: bool(_LONG_NUMBER.search(text)))
alarm("text-email", lambda text: "@" in text)

_CONTACT_FIX = "hãy bỏ; liên hệ kinh doanh đã công bố thì ghi ở phone, email của chủ thể, điểm bán"


@rule("text-phone", "error", "Số điện thoại trong bài viết")
def no_phone_in_prose(context: Context) -> Iterator[Found]:
    """No telephone number stands in a text: published ones have a field of their own."""
    yield from _matches(context, "text-phone", _PHONE, "có số điện thoại “{0}” trong bài viết")


@rule("text-email", "error", "Địa chỉ thư điện tử trong bài viết")
def no_email_in_prose(context: Context) -> Iterator[Found]:
    """No e-mail address stands in a text: published ones have a field of their own."""
    yield from _matches(context, "text-email", _EMAIL, "có địa chỉ thư “{0}” trong bài viết")


def _matches(
    context: Context, name: str, pattern: re.Pattern[str], message: str
) -> Iterator[Found]:
    for record, location, text in suspects(context, name):
        found = pattern.search(text)
        if found:
            yield at(record, location, message.format(found[0]), _CONTACT_FIX)


@rule("withheld-named", "error", "Tên đã đề nghị không nêu còn ở chỗ khác")
def withheld_name_is_nowhere(context: Context) -> Iterator[Found]:
    """The name of a household that asked to stay unnamed stands in no other text and no id."""
    withheld = [record for record in context.producers if record.value.withheld]
    hidden = {_person(record.value.name): record for record in withheld}
    for name, owner in hidden.items():
        if slug(name) in owner.id:
            message = f"mã “{owner.id}” lộ tên mà hộ đã đề nghị không nêu"
            yield at(owner, ("id",), message, "hãy đặt mã khác, ví dụ theo tên xã; đổi tên tệp")
    pattern, suspect = whole_words(hidden), holds_any(hidden)
    for record in context.everything if hidden else ():
        line = flat(record)
        # An escape in quotes may hide anything.
        for location, text in prose(record.value) if "\\" in line or suspect(line) else ():
            found = pattern.search(text)
            owner = hidden[found[0].casefold()] if found else record
            if found and (record is not owner or location != ("name",)):
                message = f"có tên “{found[0]}” mà hộ đã đề nghị không nêu"
                yield at(record, location, message, f"hãy bỏ tên; xem {owner.path}")


def _person(name: str) -> str:
    """The name without the words for a household before it, in lower case."""
    shorter = _HOUSEHOLD.sub("", name).strip()
    return _person(shorter) if shorter and shorter != name else name.casefold()
