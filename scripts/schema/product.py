"""Fields of a product and of the certificates inside it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scripts.schema.common import (
    DayBound,
    FileName,
    Gtin,
    Id,
    Line,
    Name,
    Paragraph,
    Part,
    PartialDate,
    Passage,
    Place,
    Record,
    SourceKeys,
    Url,
    Withdrawn,
)

Evidence = Literal["decision", "council", "press", "named"]


class InferredDecision(Part, title="Quyết định suy đoán"):
    """A decision that is only likely; never printed as the basis of a certificate."""

    decision: Id = Field(title="Quyết định", description="Mã bản ghi quyết định.")
    reason: Line = Field(title="Lý do suy đoán")
    reason_en: Line | None = Field(None, title="Lý do (tiếng Anh)")


class Revocation(Part, title="Thu hồi"):
    """The withdrawal of a certificate by the authority."""

    date: PartialDate = Field(title="Ngày thu hồi")
    reason: Line = Field(title="Lý do")
    reason_en: Line | None = Field(None, title="Lý do (tiếng Anh)")
    decision: Id | None = Field(None, title="Quyết định thu hồi")
    sources: SourceKeys = []


class Certificate(Part, title="Một lần công nhận"):
    """One certification: stars on a day by an authority. A product has a series of them."""

    stars: Literal[3, 4, 5] | None = Field(None, title="Hạng sao")
    score: float | int | None = Field(None, title="Điểm", description="0–100, như đã công bố.")
    issued: PartialDate | None = Field(
        None, title="Ngày cấp", description="Ngày ghi trên giấy hoặc quyết định; giữ độ chính xác."
    )
    issued_basis: Literal["certificate", "decision", "press"] | None = Field(
        None,
        title="Căn cứ của ngày cấp",
        description="certificate: giấy chứng nhận; decision: quyết định; press: báo chí.",
    )
    not_before: DayBound | None = Field(
        None, title="Không sớm hơn", description="Khi chưa rõ ngày cấp, ví dụ ngày hội đồng họp."
    )
    not_after: DayBound | None = Field(
        None, title="Không muộn hơn", description="Khi chưa rõ ngày cấp, ví dụ ngày trao giấy."
    )
    valid_until: PartialDate | None = Field(
        None, title="Có giá trị đến", description="Chỉ khi văn bản in ngày hết hạn hoặc gia hạn."
    )
    decision: Id | None = Field(None, title="Quyết định", description="Mã bản ghi quyết định.")
    issuer: Id | None = Field(None, title="Cơ quan cấp", description="Khi chưa rõ quyết định.")
    decision_inferred: InferredDecision | None = Field(None, title="Quyết định suy đoán")
    number: Line | None = Field(None, title="Số giấy chứng nhận")
    potential_five: bool = Field(
        False, title="Tiềm năng 5 sao", description="Trạng thái hồ sơ, không phải hạng 5 sao."
    )
    revoked: Revocation | None = Field(None, title="Thu hồi")
    evidence: Evidence = Field(
        title="Căn cứ",
        description="decision: đã đọc quyết định; council: hội đồng đã thông qua; "
        "press: theo báo chí; named: chỉ được nêu là sản phẩm OCOP.",
    )
    note: Passage | None = Field(None, title="Ghi chú")
    sources: SourceKeys = []


class Pack(Part, title="Quy cách đóng gói"):
    """One way the product is sold."""

    net: Line = Field(title="Khối lượng tịnh, quy cách")
    gtin: Gtin | None = Field(None, title="Mã vạch (GTIN)")
    sources: SourceKeys = []


class OtherCertificate(Part, title="Chứng nhận khác"):
    """A certificate that is not OCOP (VietGAP, HACCP, ISO …)."""

    name: Line = Field(title="Tên")
    number: Line | None = Field(None, title="Số")
    date: PartialDate | None = Field(None, title="Ngày cấp")
    valid_until: PartialDate | None = Field(None, title="Có giá trị đến")
    sources: SourceKeys = []


class Declaration(Part, title="Công bố sản phẩm"):
    """The product declaration that food law asks for."""

    kind: Literal["self-declaration", "declaration", "conformity", "technical-conformity"] = Field(
        title="Loại",
        description="self-declaration: tự công bố; declaration: bản công bố; "
        "conformity: hợp chuẩn; technical-conformity: hợp quy.",
    )
    number: Line = Field(title="Số")
    sources: SourceKeys = []


class Property(Part, title="Quyền sở hữu công nghiệp"):
    """A registered right in the name or design."""

    kind: Literal[
        "trademark", "collective-mark", "certification-mark", "geographical-indication", "design"
    ] = Field(
        title="Loại",
        description="trademark: nhãn hiệu; collective-mark: nhãn hiệu tập thể; "
        "certification-mark: nhãn hiệu chứng nhận; geographical-indication: chỉ dẫn địa lý; "
        "design: kiểu dáng công nghiệp.",
    )
    name: Line | None = Field(None, title="Tên")
    number: Line | None = Field(None, title="Số")
    date: PartialDate | None = Field(None, title="Ngày cấp")
    sources: SourceKeys = []


class Trade(Part, title="Thông tin cho nhà buôn"):
    """What a buyer for resale asks; everything may be unknown."""

    packs: list[Pack] = Field([], title="Quy cách")
    former_gtins: list[Gtin] = Field(
        [], title="Mã vạch cũ", description="Của quy cách thôi bán; quét mã vẫn ra trang này."
    )
    shelf_life: Line | None = Field(None, title="Hạn sử dụng")
    storage: Line | None = Field(None, title="Bảo quản")
    capacity: Line | None = Field(None, title="Sản lượng")
    certificates: list[OtherCertificate] = Field([], title="Chứng nhận khác")
    declaration: Declaration | None = Field(None, title="Công bố sản phẩm")
    property: list[Property] = Field([], title="Sở hữu công nghiệp")
    traceability: Url | None = Field(None, title="Truy xuất nguồn gốc")
    sources: SourceKeys = []


class Outlet(Part, title="Nơi bán"):
    """A public channel where the product is sold."""

    name: Line = Field(title="Tên nơi bán")
    kind: Literal["website", "platform", "store", "market", "supermarket"] = Field(
        title="Loại",
        description="website: trang web; platform: sàn; store: cửa hàng; market: chợ; "
        "supermarket: siêu thị.",
    )
    url: Url | None = Field(None, title="Địa chỉ trang")
    address: Line | None = Field(None, title="Địa chỉ")
    shop: Id | None = Field(None, title="Điểm bán", description="Mã bản ghi điểm bán.")
    sources: SourceKeys = []


class Price(Part, title="Giá"):
    """A published price; never without its day and source."""

    amount: int = Field(title="Giá (đồng)", gt=0)
    per: Line = Field(title="Cho")
    date: PartialDate = Field(title="Ngày")
    sources: Annotated[SourceKeys, Field(min_length=1)]


class Image(Part, title="Ảnh"):
    """A picture in the product's folder."""

    file: FileName = Field(title="Tệp")
    alt: Line = Field(title="Mô tả ảnh")
    alt_en: Line | None = Field(None, title="Mô tả ảnh (tiếng Anh)")
    caption: Line | None = Field(None, title="Chú thích")
    caption_en: Line | None = Field(None, title="Chú thích (tiếng Anh)")
    credit: Line = Field(title="Người chụp, nguồn ảnh")
    licence: Line = Field(title="Giấy phép")
    kind: Literal["photo", "illustration"] = Field(
        "photo", title="Loại", description="photo: ảnh chụp; illustration: hình vẽ."
    )
    consent: Line | None = Field(
        None, title="Đồng ý của người trong ảnh", description="Bắt buộc khi ảnh có mặt người."
    )


class Product(Record, title="Sản phẩm"):
    """A product that has been certified."""

    name: Name = Field(title="Tên sản phẩm", description="Như đã công bố, không dịch.")
    name_en: Name | None = Field(None, title="Nghĩa tiếng Anh")
    name_note: Passage | None = Field(None, title="Ghi chú về tên")
    producer: Id | None = Field(None, title="Chủ thể", description="Mã bản ghi chủ thể.")
    group: Id | None = Field(None, title="Phân nhóm", description="Một trong 26 phân nhóm.")
    place: Place | None = Field(None, title="Nơi sản xuất")
    certificates: list[Certificate] = Field([], title="Các lần công nhận")
    withdrawn: Withdrawn | None = Field(
        None, title="Gỡ khỏi danh mục", description="Trang vẫn còn, ghi rõ lý do."
    )
    summary: Passage | None = Field(None, title="Tóm tắt")
    story: list[Passage] = Field([], title="Câu chuyện")
    story_by: Literal["editor", "producer"] = Field(
        "editor", title="Người kể", description="editor: người biên tập; producer: lời chủ thể."
    )
    facts: list[Passage] = Field([], title="Sự thật")
    doubts: list[Passage] = Field([], title="Điểm các nguồn nói khác nhau")
    trade: Trade | None = Field(None, title="Thông tin cho nhà buôn")
    season: list[Annotated[int, Field(ge=1, le=12)]] = Field(
        [], title="Mùa vụ (tháng)", description="Các tháng có sản phẩm, mỗi tháng một số."
    )
    ingredients: Paragraph | None = Field(None, title="Thành phần")
    allergens: Line | None = Field(None, title="Chất gây dị ứng")
    where_to_buy: list[Outlet] = Field([], title="Nơi bán")
    price: Price | None = Field(None, title="Giá", description="Chỉ giá đã công bố.")
    images: list[Image] = Field([], title="Ảnh")
    illustration: Id | None = Field(
        None, title="Hình minh hoạ", description="Hình vẽ dùng khi chưa có ảnh."
    )
    craft: Id | None = Field(None, title="Làng nghề, chỉ dẫn địa lý")
    keywords: list[Line] = Field([], title="Từ khoá")
