"""Parts shared by several kinds of record. Field titles are the Vietnamese staff names."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from scripts.text.dates import parse_partial

# [0-9], for \\d would allow the digits of all scripts.
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
CODE_PATTERN = r"^[0-9]{5}$"
GTIN_PATTERN = r"^([0-9]{8}|[0-9]{12,14})$"
LINE_PATTERN = r"^\S(.*\S)?$"


class Form(NamedTuple):
    """What is said where a text does not match a pattern: rule, what is wrong, what to write."""

    rule: str
    message: str
    fix: str


FORMS: dict[str, Form] = {
    ID_PATTERN: Form(
        "field-id",
        "không phải một mã",
        "hãy viết chữ thường không dấu, số và gạch nối, ví dụ com-chay-ninh-binh",
    ),
    PARTIAL_DATE_PATTERN: Form(
        "field-date",
        "không đúng dạng ngày",
        'hãy viết "NĂM-THÁNG-NGÀY", "NĂM-THÁNG" hoặc "NĂM", ví dụ "2024-12-30"',
    ),
    CODE_PATTERN: Form(
        "field-code", "không phải mã xã, phường", 'hãy viết đúng 5 chữ số, ví dụ "14701"'
    ),
    GTIN_PATTERN: Form(
        "field-gtin",
        "không phải mã vạch GTIN",
        'hãy viết 8, 12, 13 hoặc 14 chữ số liền nhau, ví dụ "8938505970014"',
    ),
    LINE_PATTERN: Form(
        "field-line",
        "có xuống dòng, hoặc có dấu cách thừa ở đầu hay cuối",
        "hãy viết liền một đoạn; đoạn dài dùng “>-”",
    ),
}


@lru_cache(maxsize=8192)
def _real_day(written: str) -> str:
    """The date itself; an error where the calendar does not have it."""
    try:
        parse_partial(written)
    except ValueError:
        raise PydanticCustomError("calendar", "not a day of the calendar") from None
    return written


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
PartialDate = Annotated[
    str, StringConstraints(pattern=PARTIAL_DATE_PATTERN), AfterValidator(_real_day)
]
Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
Gtin = Annotated[str, StringConstraints(pattern=GTIN_PATTERN)]
Line = Annotated[str, StringConstraints(pattern=LINE_PATTERN, max_length=300)]
Name = Annotated[str, StringConstraints(pattern=LINE_PATTERN, min_length=2, max_length=160)]
Paragraph = Annotated[str, StringConstraints(pattern=LINE_PATTERN, max_length=2000)]
Url = Annotated[str, StringConstraints(pattern=LINE_PATTERN, max_length=600)]
PagePath = Annotated[str, StringConstraints(pattern=LINE_PATTERN, max_length=200)]
FileName = Annotated[str, StringConstraints(pattern=LINE_PATTERN, max_length=120)]


class Part(BaseModel):
    """Base of every record and part of a record: unknown fields are refused, values frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(Part, title="Nguồn"):
    """A document that a fact rests on; other parts of the record name it by its `key`."""

    key: Id = Field(title="Mã nguồn", description="Mã ngắn, duy nhất trong bản ghi.")
    url: Url | None = Field(None, title="Địa chỉ", description="Địa chỉ https của trang.")
    title: Line | None = Field(None, title="Tên tài liệu")
    publisher: Line = Field(title="Nơi công bố")
    date: PartialDate | None = Field(None, title="Ngày công bố")
    read: PartialDate | None = Field(None, title="Ngày đọc")
    supports: Line = Field(title="Nói điều gì", description="Điều mà nguồn này xác nhận.")
    weak: bool = Field(False, title="Nguồn yếu", description="Trang chép lại hoặc quảng cáo.")


SourceKeys = Annotated[list[Id], Field(title="Nguồn", description="Mã các nguồn của bản ghi.")]


class Passage(Part, title="Đoạn văn"):
    """One plain paragraph or fact, in Vietnamese and perhaps English, with its sources."""

    vi: Paragraph = Field(title="Tiếng Việt")
    en: Paragraph | None = Field(None, title="Tiếng Anh")
    about: Literal["product", "craft"] = Field(
        "product", title="Nói về", description="`craft` khi đó là sự thật của cả làng nghề."
    )
    sources: SourceKeys = []


class Place(Part, title="Nơi chốn"):
    """A place in the words of its day, and the commune of today where that is known."""

    commune: Line | None = Field(None, title="Xã, phường (lúc công nhận)")
    district: Line | None = Field(None, title="Huyện, thành phố (lúc công nhận)")
    province: Line | None = Field(None, title="Tỉnh (lúc công nhận)")
    address: Line | None = Field(None, title="Địa chỉ đã công bố")
    code: Code | None = Field(None, title="Mã xã, phường hiện nay")
    code_basis: Literal["derived", "staff", "unknown"] | None = Field(
        None,
        title="Căn cứ của mã",
        description="derived: suy ra từ danh mục; staff: cán bộ chọn; unknown: chưa xác định.",
    )
    note: Line | None = Field(None, title="Ghi chú")
    sources: SourceKeys = []


class DayBound(Part, title="Giới hạn ngày cấp"):
    """A day that bounds an unknown day of issue from one side, with what happened on it."""

    date: PartialDate = Field(title="Ngày")
    event: Line = Field(title="Sự kiện", description="Ví dụ: họp hội đồng, trao giấy.")
    event_en: Line | None = Field(None, title="Sự kiện (tiếng Anh)")
    sources: SourceKeys = []


class Withdrawn(Part, title="Gỡ khỏi danh mục"):
    """Why a record is no longer published as a product; its page stays as a tombstone."""

    date: PartialDate = Field(title="Ngày")
    reason: Line = Field(title="Lý do")
    sources: SourceKeys = []


class Record(Part, title="Bản ghi"):
    """What every record has: an id that gives path and address, and sources."""

    id: Id = Field(title="Mã", description="Chữ thường không dấu, số và gạch nối; không đổi.")
    aliases: list[Id] = Field([], title="Mã cũ", description="Mã đã dùng trước đây.")
    merged: list[Id] = Field(
        [],
        title="Mã đã gộp",
        description="Những mã cũ là của bản ghi khác đã gộp vào bản ghi này; cũng ghi ở aliases.",
    )
    reviewed: PartialDate | None = Field(None, title="Ngày đối chiếu gần nhất")
    sources: list[Source] = Field(title="Nguồn", min_length=1)
