"""The fields of a producer."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.schema.common import Line, Name, Passage, Place, Record, Url


class Producer(Record, title="Chủ thể"):
    """Who makes the product and holds the certificate (chủ thể)."""

    name: Name = Field(title="Tên pháp lý")
    other_names: list[Name] = Field([], title="Cách viết khác")
    kind: Literal["cooperative", "enterprise", "household", "group"] | None = Field(
        None,
        title="Loại hình",
        description="cooperative: hợp tác xã; enterprise: doanh nghiệp; "
        "household: hộ kinh doanh; group: tổ hợp tác.",
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
