"""Parts shared by several kinds of record. Field titles are the Vietnamese staff names."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PARTIAL_DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
PartialDate = Annotated[str, StringConstraints(pattern=PARTIAL_DATE_PATTERN)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Name = Annotated[str, StringConstraints(min_length=2, max_length=160)]
Paragraph = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Url = Annotated[str, StringConstraints(min_length=1, max_length=600)]
FileName = Annotated[str, StringConstraints(min_length=1, max_length=120)]


class Part(BaseModel):
    """Base of every record and part of a record: unknown fields are refused, values frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Source(Part):
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


class Passage(Part):
    """One plain paragraph or fact, in Vietnamese and perhaps English, with its sources."""

    vi: Paragraph = Field(title="Tiếng Việt")
    en: Paragraph | None = Field(None, title="Tiếng Anh")
    about: Literal["product", "craft"] = Field(
        "product", title="Nói về", description="`craft` khi đó là sự thật của cả làng nghề."
    )
    sources: SourceKeys = []


class Place(Part):
    """A place in the words of its day, and the commune of today where that is known."""

    commune: Line | None = Field(None, title="Xã, phường (lúc công nhận)")
    district: Line | None = Field(None, title="Huyện, thành phố (lúc công nhận)")
    province: Line | None = Field(None, title="Tỉnh (lúc công nhận)")
    address: Line | None = Field(None, title="Địa chỉ đã công bố")
    code: Annotated[str, StringConstraints(pattern=r"^\d{5}$")] | None = Field(
        None, title="Mã xã, phường hiện nay"
    )
    code_basis: Literal["derived", "staff", "unknown"] | None = Field(
        None,
        title="Căn cứ của mã",
        description="derived: suy ra từ danh mục; staff: cán bộ chọn; unknown: chưa xác định.",
    )
    note: Line | None = Field(None, title="Ghi chú")
    sources: SourceKeys = []


class DayBound(Part):
    """A day that bounds an unknown day of issue from one side, with what happened on it."""

    date: PartialDate = Field(title="Ngày")
    event: Line = Field(title="Sự kiện", description="Ví dụ: họp hội đồng, trao giấy.")
    event_en: Line | None = Field(None, title="Sự kiện (tiếng Anh)")
    sources: SourceKeys = []


class Withdrawn(Part):
    """Why a record is no longer published as a product; its page stays as a tombstone."""

    date: PartialDate = Field(title="Ngày")
    reason: Line = Field(title="Lý do")
    sources: SourceKeys = []


class Record(Part):
    """What every record has: an id that gives path and address, and sources."""

    id: Id = Field(title="Mã", description="Chữ thường không dấu, số và gạch nối; không đổi.")
    aliases: list[Id] = Field([], title="Mã cũ", description="Mã đã dùng trước đây.")
    reviewed: PartialDate | None = Field(None, title="Ngày đối chiếu gần nhất")
    sources: list[Source] = Field(title="Nguồn", min_length=1)
