"""The fields of a craft."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.schema.common import Name, Passage, Place, Record


class Craft(Record, title="Làng nghề, chỉ dẫn địa lý, nhãn hiệu tập thể"):
    """A craft village, geographical indication or collective mark."""

    name: Name = Field(title="Tên")
    name_en: Name | None = Field(None, title="Nghĩa tiếng Anh")
    kind: Literal["craft-village", "geographical-indication", "collective-mark"] = Field(
        title="Loại",
        description="craft-village: làng nghề; geographical-indication: chỉ dẫn địa lý; "
        "collective-mark: nhãn hiệu tập thể.",
    )
    place: Place | None = Field(None, title="Nơi")
    summary: Passage | None = Field(None, title="Tóm tắt")
    facts: list[Passage] = Field([], title="Sự thật")
