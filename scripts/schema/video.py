"""The fields of a video."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.schema.common import (
    FileName,
    Id,
    Line,
    Name,
    Paragraph,
    Part,
    PartialDate,
    Passage,
    Record,
    Url,
)


class Caption(Part, title="Phụ đề"):
    """A caption file beside the video record."""

    language: Literal["vi", "en"] = Field(title="Ngôn ngữ")
    file: FileName = Field(title="Tệp .vtt")


class Chapter(Part, title="Chương"):
    """A point in time of a video, perhaps about one product."""

    at: int = Field(title="Giây thứ", ge=0)
    title: Line = Field(title="Tên chương")
    title_en: Line | None = Field(None, title="Tên chương (tiếng Anh)")
    product: Id | None = Field(None, title="Sản phẩm")


class Video(Record, title="Video"):
    """A film or report about the programme or its products."""

    title: Name = Field(title="Tên")
    title_en: Name | None = Field(None, title="Tên (tiếng Anh)")
    kind: Literal["file", "youtube", "page", "film"] = Field(
        title="Loại",
        description="file: tệp trong thư mục; youtube: trên YouTube; page: trang có video; "
        "film: phim dựng từ dữ liệu của danh mục.",
    )
    url: Url | None = Field(None, title="Địa chỉ")
    file: FileName | None = Field(None, title="Tệp")
    language: Literal["vi", "en"] = Field("vi", title="Ngôn ngữ")
    date: PartialDate | None = Field(None, title="Ngày phát")
    duration: int | None = Field(None, title="Thời lượng (giây)", gt=0)
    poster: FileName | None = Field(None, title="Ảnh đại diện")
    credit: Line | None = Field(None, title="Đơn vị thực hiện")
    captions: list[Caption] = Field([], title="Phụ đề")
    chapters: list[Chapter] = Field([], title="Chương")
    transcript: list[Paragraph] = Field([], title="Lời thoại")
    summary: Passage | None = Field(None, title="Tóm tắt")
