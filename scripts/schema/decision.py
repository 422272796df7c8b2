"""The fields of a decision."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.schema.common import Id, Line, PartialDate, Passage, Record, Url


class Decision(Record, title="Quyết định"):
    """A decision of an authority that certifies or revokes."""

    number: Line | None = Field(None, title="Số", description="Ví dụ: 1085/QĐ-UBND.")
    date: PartialDate | None = Field(None, title="Ngày ký")
    issuer: Id = Field(title="Cơ quan ban hành", description="Mã trong danh sách cơ quan.")
    level: Literal["district", "province", "ministry"] = Field(
        title="Cấp", description="district: huyện; province: tỉnh; ministry: bộ."
    )
    law: Literal["1048", "148", "148+1489"] | None = Field(
        None,
        title="Theo quy định",
        description="Quyết định 1048/QĐ-TTg, 148/QĐ-TTg, hoặc 148 sửa bởi 1489.",
    )
    title: Line | None = Field(None, title="Trích yếu")
    document: Url | None = Field(None, title="Văn bản")
    covers: list[Passage] = Field([], title="Nội dung")
