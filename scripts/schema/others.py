"""Fields of producers, decisions, crafts, points of sale and videos."""

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
    Place,
    Record,
    Url,
)


class Producer(Record):
    """Who makes the product and holds the certificate (chủ thể)."""

    name: Name = Field(title="Tên pháp lý")
    other_names: list[Name] = Field([], title="Cách viết khác")
    kind: Literal["cooperative", "enterprise", "household", "group"] | None = Field(
        None, title="Loại hình", description="hợp tác xã, doanh nghiệp, hộ kinh doanh, tổ hợp tác."
    )
    withheld: bool = Field(
        False, title="Không nêu tên", description="Hộ kinh doanh đã đề nghị không nêu tên."
    )
    place: Place | None = Field(None, title="Địa chỉ")
    website: Url | None = Field(None, title="Trang web chính thức")
    phone: Line | None = Field(None, title="Điện thoại kinh doanh đã công bố")
    email: Line | None = Field(None, title="Thư điện tử kinh doanh đã công bố")
    summary: Passage | None = Field(None, title="Tóm tắt")
    story: list[Passage] = Field([], title="Câu chuyện")
    facts: list[Passage] = Field([], title="Sự thật")


class Decision(Record):
    """A decision of an authority that certifies or revokes."""

    number: Line | None = Field(None, title="Số", description="Ví dụ: 1085/QĐ-UBND.")
    date: PartialDate | None = Field(None, title="Ngày ký")
    issuer: Id = Field(title="Cơ quan ban hành", description="Mã trong danh sách cơ quan.")
    level: Literal["district", "province", "ministry"] = Field(title="Cấp")
    law: Literal["1048", "148", "148+1489"] | None = Field(None, title="Theo quy định")
    title: Line | None = Field(None, title="Trích yếu")
    document: Url | None = Field(None, title="Văn bản")
    covers: list[Passage] = Field([], title="Nội dung")


class Craft(Record):
    """A craft village, geographical indication or collective mark."""

    name: Name = Field(title="Tên")
    name_en: Name | None = Field(None, title="Nghĩa tiếng Anh")
    kind: Literal["craft-village", "geographical-indication", "collective-mark"] = Field(
        title="Loại"
    )
    place: Place | None = Field(None, title="Nơi")
    summary: Passage | None = Field(None, title="Tóm tắt")
    facts: list[Passage] = Field([], title="Sự thật")


class Shop(Record):
    """A point that introduces and sells OCOP products."""

    name: Name = Field(title="Tên")
    kind: Literal["centre", "point", "supermarket-corner", "online"] = Field(title="Loại")
    place: Place | None = Field(None, title="Nơi")
    hours: Line | None = Field(None, title="Giờ mở cửa")
    website: Url | None = Field(None, title="Trang web")
    phone: Line | None = Field(None, title="Điện thoại kinh doanh đã công bố")
    carries: list[Id] = Field([], title="Sản phẩm được biết là có bán")
    facts: list[Passage] = Field([], title="Sự thật")


class Caption(Part):
    """A caption file beside the video record."""

    language: Literal["vi", "en"] = Field(title="Ngôn ngữ")
    file: FileName = Field(title="Tệp .vtt")


class Chapter(Part):
    """A point in time of a video, perhaps about one product."""

    at: int = Field(title="Giây thứ", ge=0)
    title: Line = Field(title="Tên chương")
    title_en: Line | None = Field(None, title="Tên chương (tiếng Anh)")
    product: Id | None = Field(None, title="Sản phẩm")


class Video(Record):
    """A film or report about the programme or its products."""

    title: Name = Field(title="Tên")
    title_en: Name | None = Field(None, title="Tên (tiếng Anh)")
    kind: Literal["file", "youtube", "page", "film"] = Field(title="Loại")
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
