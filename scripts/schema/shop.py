"""The fields of a point of sale."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.schema.common import Id, Line, Name, Passage, Place, Record, Url


class Shop(Record, title="Điểm giới thiệu và bán sản phẩm"):
    """A point that introduces and sells OCOP products."""

    name: Name = Field(title="Tên")
    kind: Literal["centre", "point", "supermarket-corner", "online"] = Field(
        title="Loại",
        description="centre: trung tâm; point: điểm bán; supermarket-corner: quầy trong siêu thị; "
        "online: bán trên mạng.",
    )
    place: Place | None = Field(None, title="Nơi")
    hours: Line | None = Field(None, title="Giờ mở cửa")
    website: Url | None = Field(None, title="Trang web")
    phone: Line | None = Field(None, title="Điện thoại kinh doanh đã công bố")
    carries: list[Id] = Field([], title="Sản phẩm được biết là có bán")
    facts: list[Passage] = Field([], title="Sự thật")
