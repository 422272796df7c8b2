"""Fields of the controlled lists in products/_lists."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scripts.schema.common import (
    Code,
    Id,
    Line,
    Name,
    PagePath,
    Part,
    PartialDate,
    Passage,
    Source,
    SourceKeys,
    Url,
)


class ListFile(Part, title="Danh sách"):
    """What every list has: its sources."""

    sources: list[Source] = Field(title="Nguồn", min_length=1)


class Leaf(Part, title="Phân nhóm"):
    """One of the 26 product sets (bộ sản phẩm) of Quyết định 148/QĐ-TTg."""

    id: Id = Field(title="Mã")
    number: int = Field(title="Số thứ tự", ge=1, le=26)
    name: Name = Field(title="Tên phân nhóm")
    name_en: Name = Field(title="Tên tiếng Anh")
    branch: Line = Field(title="Nhóm", description="Ví dụ: 1. Thực phẩm tươi sống.")
    branch_en: Line = Field(title="Nhóm (tiếng Anh)")
    illustration: Id | None = Field(None, title="Hình minh hoạ")


class Group(Part, title="Nhóm"):
    """One of the 6 product groups."""

    id: Id = Field(title="Mã")
    number: Line = Field(title="Số La Mã")
    name: Name = Field(title="Tên ngành")
    name_en: Name = Field(title="Tên tiếng Anh")
    short: Name = Field(title="Tên ngắn")
    short_en: Name = Field(title="Tên ngắn (tiếng Anh)")
    illustration: Id | None = Field(None, title="Hình minh hoạ")
    leaves: list[Leaf] = Field(title="Phân nhóm", min_length=1)


class EarlierGroup(Part, title="Nhóm trước đây"):
    """A group of Quyết định 1048/QĐ-TTg, kept for history."""

    id: Id = Field(title="Mã")
    name: Name = Field(title="Tên")
    name_en: Name = Field(title="Tên tiếng Anh")
    now: list[Id] = Field(title="Nay thuộc nhóm")


class Groups(ListFile, title="Nhóm sản phẩm"):
    """groups.yml"""

    groups: list[Group] = Field(title="Các nhóm")
    earlier_groups: list[EarlierGroup] = Field([], title="Nhóm theo quy định trước")


class FormedFrom(Part, title="Đơn vị cũ"):
    """A unit of 30 June 2025 that went, whole or in part, into a commune of today."""

    name: Line = Field(title="Tên")
    district: Line = Field(title="Huyện, thành phố")
    province: Line = Field(title="Tỉnh")
    former_code: Code = Field(title="Mã cũ")
    part: bool = Field(False, title="Chỉ một phần")


class Commune(Part, title="Xã, phường"):
    """A commune or ward in force since 1 July 2025."""

    code: Code = Field(title="Mã")
    id: Id = Field(title="Mã", description="Địa chỉ trang: xa-…, phuong-….")
    name: Line = Field(title="Tên")
    nso_name: Line | None = Field(
        None, title="Tên của cơ quan thống kê", description="Cách viết của cơ quan thống kê."
    )
    formed_from: list[FormedFrom] = Field(title="Hình thành từ")


class Province(Part, title="Tỉnh"):
    """The province of the catalogue."""

    code: Line = Field(title="Mã")
    name: Line = Field(title="Tên")
    in_force_from: PartialDate = Field(title="Có hiệu lực từ")
    formed_from: list[Line] = Field(title="Hợp nhất từ")


class Communes(ListFile, title="Xã, phường hiện nay"):
    """communes.yml"""

    province: Province = Field(title="Tỉnh")
    communes: list[Commune] = Field(title="Các xã, phường")


class Successor(Part, title="Đơn vị kế tiếp"):
    """The unit of 30 June 2025 that followed an earlier one."""

    name: Line = Field(title="Tên")
    district: Line = Field(title="Huyện, thành phố")
    former_code: Code = Field(title="Mã cũ")


class EarlierUnit(Part, title="Đơn vị đã hết trước 30/6/2025"):
    """A unit that was gone before 30 June 2025 (lower confidence)."""

    name: Line = Field(title="Tên")
    district: Line = Field(title="Huyện, thành phố")
    province: Line = Field(title="Tỉnh")
    former_code: Code = Field(title="Mã cũ")
    change: Literal["merged", "district_or_type_changed"] = Field(title="Thay đổi")
    successor: Successor = Field(title="Đơn vị ngày 30/6/2025")
    now: list[Code] = Field(title="Nay thuộc")


class EarlierUnits(ListFile, title="Tên xã, phường trước 30/6/2025"):
    """communes-earlier.yml"""

    earlier_units: list[EarlierUnit] = Field(title="Các đơn vị")


class Issuer(Part, title="Cơ quan"):
    """An authority that certifies, under the name it bore on the day."""

    id: Id = Field(title="Mã")
    name: Line = Field(title="Tên")
    name_en: Line = Field(title="Tên tiếng Anh")
    level: Literal["district", "province", "ministry"] = Field(title="Cấp")
    province: Line | None = Field(None, title="Tỉnh")
    until: PartialDate | None = Field(
        None, title="Hoạt động đến", description="Ngày cơ quan kết thúc hoạt động."
    )
    sources: SourceKeys = []


class Issuers(ListFile, title="Cơ quan ban hành"):
    """issuers.yml"""

    issuers: list[Issuer] = Field(title="Các cơ quan")


class Levels(Part, title="Cấp công nhận từng hạng sao"):
    """Who certifies which star."""

    three: Literal["district", "province", "ministry"] = Field(title="3 sao")
    four: Literal["district", "province", "ministry"] = Field(title="4 sao")
    five: Literal["district", "province", "ministry"] = Field(title="5 sao")


class LawPeriod(Part, title="Thời kỳ"):
    """The rules for decisions dated in a period."""

    id: Literal["1048", "148", "148+1489"] = Field(title="Mã")
    name: Line = Field(title="Tên")
    first: PartialDate = Field(title="Ngày đầu", description="Ngày đầu có hiệu lực.")
    last: PartialDate | None = Field(None, title="Ngày cuối")
    months: int = Field(
        title="Số tháng hiệu lực", description="Số tháng giấy chứng nhận có giá trị.", ge=1
    )
    levels: Levels = Field(title="Cấp công nhận")
    summary: Passage = Field(title="Tóm tắt")
    sources: SourceKeys = []


class Law(ListFile, title="Quy định qua các thời kỳ"):
    """law.yml"""

    periods: list[LawPeriod] = Field(title="Các thời kỳ")


class PlanTarget(Part, title="Chỉ tiêu"):
    """How many products of a kind a plan wants."""

    label: Line = Field(title="Loại sản phẩm")
    label_en: Line = Field(title="Loại sản phẩm (tiếng Anh)")
    count: int = Field(title="Số lượng", ge=0)
    groups: list[Id] = Field([], title="Nhóm", description="Nhóm theo Quyết định 148 tương ứng.")


class Plan(Part, title="Kế hoạch năm"):
    """A yearly plan of the programme."""

    id: Id = Field(title="Mã")
    year: int = Field(title="Năm")
    title: Line = Field(title="Tên")
    title_en: Line = Field(title="Tên tiếng Anh")
    total: int = Field(title="Tổng số")
    targets: list[PlanTarget] = Field(title="Các chỉ tiêu")
    films: int = Field(0, title="Số phim")
    note: Passage | None = Field(None, title="Ghi chú")
    sources: SourceKeys = []


class StarCount(Part, title="Số sản phẩm theo hạng sao"):
    """Products with a star at a day, as published."""

    stars: Literal[3, 4, 5] = Field(title="Hạng sao")
    count: int = Field(title="Số lượng")


class Figures(Part, title="Số liệu đã công bố"):
    """Published totals of the programme on a day."""

    id: Id = Field(title="Mã")
    area: Line | None = Field(
        None, title="Địa bàn", description="Địa bàn, khi không phải cả tỉnh hiện nay."
    )
    area_en: Line | None = Field(None, title="Địa bàn (tiếng Anh)")
    date: PartialDate = Field(title="Ngày")
    products: int = Field(title="Số sản phẩm")
    producers: int | None = Field(None, title="Số chủ thể")
    enterprises: int | None = Field(None, title="Doanh nghiệp")
    cooperatives: int | None = Field(None, title="Hợp tác xã")
    households: int | None = Field(
        None, title="Hộ kinh doanh", description="Tổ hợp tác và hộ kinh doanh."
    )
    by_star: list[StarCount] = Field([], title="Theo hạng sao")
    sources: SourceKeys = []


class Programme(ListFile, title="Kế hoạch và số liệu của Chương trình"):
    """programme.yml: plans and published figures."""

    plans: list[Plan] = Field(title="Các kế hoạch")
    figures: list[Figures] = Field(title="Các số liệu")


class SynonymSet(Part, title="Bộ từ"):
    """Words that a visitor may use for each other in the search."""

    words: list[Line] = Field(title="Các từ", min_length=2)


class Synonyms(ListFile, title="Từ đồng nghĩa khi tìm kiếm"):
    """synonyms.yml"""

    synonyms: list[SynonymSet] = Field(title="Các bộ từ")


class FormerAddress(Part, title="Địa chỉ cũ"):
    """An address that was published and is no page of a record, place or group any more."""

    address: PagePath = Field(
        title="Địa chỉ", description="Phần tiếng Việt, ví dụ /diem-ban/cua-hang-cu/."
    )
    to: PagePath | None = Field(
        None, title="Nay ở", description="Địa chỉ hiện nay; bỏ trống khi không còn trang nào thay."
    )
    date: PartialDate = Field(title="Ngày")
    reason: Line = Field(title="Lý do")
    reason_en: Line | None = Field(None, title="Lý do (tiếng Anh)")
    sources: SourceKeys = []


class FormerAddresses(ListFile, title="Địa chỉ cũ"):
    """addresses.yml: what became of addresses that no record answers for; it may be missing."""

    addresses: list[FormerAddress] = Field(title="Các địa chỉ")


class Publisher(ListFile, title="Đơn vị công bố"):
    """publisher.yml: who speaks. Unset fields are shown nowhere."""

    name: Line | None = Field(None, title="Tên")
    name_en: Line | None = Field(None, title="Tên tiếng Anh")
    official: bool = Field(False, title="Chính thức")
    address: Line | None = Field(None, title="Địa chỉ")
    email: Line | None = Field(None, title="Thư điện tử")
    phone: Line | None = Field(None, title="Điện thoại")
    url: Url | None = Field(None, title="Trang web")
    repo_url: Url | None = Field(None, title="Kho mã nguồn")
    data_date: PartialDate = Field(
        title="Ngày đối chiếu nguồn", description="Ngày đối chiếu nguồn gần nhất của cả danh mục."
    )
