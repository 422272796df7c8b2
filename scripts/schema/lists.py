"""Fields of the controlled lists in products/_lists."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.schema.common import (
    Code,
    Id,
    Line,
    Name,
    Part,
    PartialDate,
    Passage,
    Source,
    SourceKeys,
    Url,
)


class ListFile(Part):
    """What every list has: its sources."""

    sources: list[Source] = Field(title="Nguồn", min_length=1)


class Leaf(Part):
    """One of the 26 product sets (bộ sản phẩm) of Quyết định 148/QĐ-TTg."""

    id: Id = Field(title="Mã")
    number: int = Field(title="Số thứ tự", ge=1, le=26)
    name: Name = Field(title="Tên phân nhóm")
    name_en: Name = Field(title="Tên tiếng Anh")
    branch: Line = Field(title="Nhóm", description="Ví dụ: 1. Thực phẩm tươi sống.")
    branch_en: Line = Field(title="Nhóm (tiếng Anh)")
    illustration: Id | None = Field(None, title="Hình minh hoạ")


class Group(Part):
    """One of the 6 product groups."""

    id: Id = Field(title="Mã")
    number: Line = Field(title="Số La Mã")
    name: Name = Field(title="Tên ngành")
    name_en: Name = Field(title="Tên tiếng Anh")
    short: Name = Field(title="Tên ngắn")
    short_en: Name = Field(title="Tên ngắn (tiếng Anh)")
    illustration: Id | None = Field(None, title="Hình minh hoạ")
    leaves: list[Leaf] = Field(title="Phân nhóm", min_length=1)


class EarlierGroup(Part):
    """A group of Quyết định 1048/QĐ-TTg, kept for history."""

    id: Id = Field(title="Mã")
    name: Name = Field(title="Tên")
    name_en: Name = Field(title="Tên tiếng Anh")
    now: list[Id] = Field(title="Nay thuộc nhóm")


class Groups(ListFile):
    """groups.yml"""

    groups: list[Group]
    earlier_groups: list[EarlierGroup] = []


class FormedFrom(Part):
    """A unit of 30 June 2025 that went, whole or in part, into a commune of today."""

    name: Line
    district: Line
    province: Line
    former_code: Code
    part: bool = False


class Commune(Part):
    """A commune or ward in force since 1 July 2025."""

    code: Code
    id: Id = Field(description="Địa chỉ trang: xa-…, phuong-….")
    name: Line
    nso_name: Line | None = Field(None, description="Cách viết của cơ quan thống kê.")
    formed_from: list[FormedFrom]


class Province(Part):
    """The province of the catalogue."""

    code: Line
    name: Line
    in_force_from: PartialDate
    formed_from: list[Line]


class Communes(ListFile):
    """communes.yml"""

    province: Province
    communes: list[Commune]


class Successor(Part):
    """The unit of 30 June 2025 that followed an earlier one."""

    name: Line
    district: Line
    former_code: Code


class EarlierUnit(Part):
    """A unit that was gone before 30 June 2025 (lower confidence)."""

    name: Line
    district: Line
    province: Line
    former_code: Code
    change: Literal["merged", "district_or_type_changed"]
    successor: Successor
    now: list[Code]


class EarlierUnits(ListFile):
    """communes-earlier.yml"""

    earlier_units: list[EarlierUnit]


class Issuer(Part):
    """An authority that certifies, under the name it bore on the day."""

    id: Id
    name: Line
    name_en: Line
    level: Literal["district", "province", "ministry"]
    province: Line | None = None
    until: PartialDate | None = Field(None, description="Ngày cơ quan kết thúc hoạt động.")
    sources: SourceKeys = []


class Issuers(ListFile):
    """issuers.yml"""

    issuers: list[Issuer]


class Levels(Part):
    """Who certifies which star."""

    three: Literal["district", "province", "ministry"]
    four: Literal["district", "province", "ministry"]
    five: Literal["district", "province", "ministry"]


class LawPeriod(Part):
    """The rules for decisions dated in a period."""

    id: Literal["1048", "148", "148+1489"]
    name: Line
    first: PartialDate = Field(description="Ngày đầu có hiệu lực.")
    last: PartialDate | None = None
    months: int = Field(description="Số tháng giấy chứng nhận có giá trị.", ge=1)
    levels: Levels
    summary: Passage
    sources: SourceKeys = []


class Law(ListFile):
    """law.yml"""

    periods: list[LawPeriod]


class PlanTarget(Part):
    """How many products of a kind a plan wants."""

    label: Line
    label_en: Line
    count: int = Field(ge=0)
    groups: list[Id] = Field([], description="Nhóm theo Quyết định 148 tương ứng.")


class Plan(Part):
    """A yearly plan of the programme."""

    id: Id
    year: int
    title: Line
    title_en: Line
    total: int
    targets: list[PlanTarget]
    films: int = 0
    note: Passage | None = None
    sources: SourceKeys = []


class StarCount(Part):
    """Products with a star at a day, as published."""

    stars: Literal[3, 4, 5]
    count: int


class Figures(Part):
    """Published totals of the programme on a day."""

    id: Id
    area: Line | None = Field(None, description="Địa bàn, khi không phải cả tỉnh hiện nay.")
    area_en: Line | None = None
    date: PartialDate
    products: int
    producers: int | None = None
    enterprises: int | None = None
    cooperatives: int | None = None
    households: int | None = Field(None, description="Tổ hợp tác và hộ kinh doanh.")
    by_star: list[StarCount] = []
    sources: SourceKeys = []


class Programme(ListFile):
    """programme.yml: plans and published figures."""

    plans: list[Plan]
    figures: list[Figures]


class SynonymSet(Part):
    """Words that a visitor may use for each other in the search."""

    words: list[Line] = Field(min_length=2)


class Synonyms(ListFile):
    """synonyms.yml"""

    synonyms: list[SynonymSet]


class Publisher(ListFile):
    """publisher.yml: who speaks. Unset fields are shown nowhere."""

    name: Line | None = None
    name_en: Line | None = None
    official: bool = False
    address: Line | None = None
    email: Line | None = None
    phone: Line | None = None
    url: Url | None = None
    repo_url: Url | None = None
    data_date: PartialDate = Field(description="Ngày đối chiếu nguồn gần nhất của cả danh mục.")
