"""Pictures: by their content, and by what the record says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from scripts.checks.context import Context, Location
from scripts.checks.places import same
from scripts.checks.registry import Found, at, rule
from scripts.images.facts import MAX_BYTES, MAX_PIXELS, ImageFacts, read
from scripts.records.types import Record
from scripts.schema.product import Image
from scripts.text.numbers import format_number

EXTENSIONS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
}
_RESAVE = "hãy mở ảnh bằng phần mềm sửa ảnh rồi lưu lại dạng JPEG"
_CLEAN = "hãy chạy: python -m scripts clean-photos"


class _Picture(NamedTuple):
    """A picture that a record names and that is there, with the facts of its content."""

    record: Record[Any]
    location: Location
    name: str
    facts: ImageFacts

    def found(self, message: str, fix: str) -> Found:
        """A mistake of the picture, at the place where the record names it."""
        return at(self.record, self.location, f"{self.name}: {message}", fix)


def _pictures(context: Context) -> Iterator[_Picture]:
    """Every named picture; its file is read once, however many rules ask."""
    known: dict[Path, ImageFacts] = context.memo.setdefault("pictures", {})
    for record, location, name in _named(context):
        folder = record.file.parent
        if name not in context.attachments.get(folder, ()):
            continue
        file = folder / name
        if file not in known:
            known[file] = read(file)
        yield _Picture(record, location, name, known[file])


def _named(context: Context) -> Iterator[tuple[Record[Any], Location, str]]:
    for record in context.products:
        for index, image in enumerate(record.value.images):
            yield record, ("images", index, "file"), image.file
    for video in context.videos:
        if video.value.poster:
            yield video, ("poster",), video.value.poster


def _images(context: Context) -> Iterator[tuple[Record[Any], Location, Image]]:
    for record in context.products:
        for index, image in enumerate(record.value.images):
            yield record, ("images", index), image


@rule("image-heavy", "error", "Tệp ảnh quá nặng")
def image_is_not_heavy(context: Context) -> Iterator[Found]:
    """An image file has at most 15 MB."""
    for picture in _pictures(context):
        if picture.facts.bytes > MAX_BYTES:
            size = format_number(picture.facts.bytes // 1_000_000, "vi")
            message = f"nặng {size} MB, nhiều nhất {MAX_BYTES // 1_000_000} MB"
            yield picture.found(message, "hãy thu nhỏ ảnh, cạnh dài khoảng 2.400 điểm ảnh là đủ")


@rule("image-format", "error", "Ảnh không thuộc dạng được nhận")
def image_has_a_known_format(context: Context) -> Iterator[Found]:
    """An image is JPEG, PNG, WebP or AVIF by its content."""
    for picture in _pictures(context):
        if picture.facts.format is None and picture.facts.bytes <= MAX_BYTES:
            message = "nội dung không phải ảnh JPEG, PNG, WebP hay AVIF"
            yield picture.found(message, _RESAVE)


@rule("image-extension", "error", "Đuôi tệp ảnh không khớp nội dung")
def extension_fits_content(context: Context) -> Iterator[Found]:
    """The ending of an image's name is that of its content."""
    for picture in _pictures(context):
        endings = EXTENSIONS.get(picture.facts.format or "")
        if endings and not picture.name.lower().endswith(endings):
            stem = picture.name.rpartition(".")[0] or picture.name
            message = f"nội dung là {picture.facts.format} nhưng tên không có đuôi {endings[0]}"
            yield picture.found(message, f"hãy đổi tên tệp thành {stem}{endings[0]}")


@rule("image-pixels", "error", "Ảnh quá nhiều điểm ảnh")
def image_is_not_huge(context: Context) -> Iterator[Found]:
    """An image has at most 40 megapixels; a larger one is never decoded."""
    for picture in _pictures(context):
        if picture.facts.pixels > MAX_PIXELS:
            size = f"{picture.facts.width}×{picture.facts.height}"
            message = f"{size} điểm ảnh, nhiều nhất {MAX_PIXELS // 1_000_000} triệu"
            yield picture.found(message, "hãy thu nhỏ ảnh, cạnh dài khoảng 2.400 điểm ảnh là đủ")


@rule("image-broken", "error", "Ảnh hỏng hoặc bị cắt cụt")
def image_is_whole(context: Context) -> Iterator[Found]:
    """An image can be decoded to its last pixel."""
    for picture in _pictures(context):
        facts = picture.facts
        if facts.format and not facts.complete and facts.pixels <= MAX_PIXELS:
            message = "ảnh hỏng hoặc bị cắt cụt, không đọc được đến hết"
            yield picture.found(message, "hãy chép lại tệp gốc; nếu vẫn lỗi, hãy lưu lại dạng JPEG")


@rule("image-animated", "error", "Ảnh động")
def image_stands_still(context: Context) -> Iterator[Found]:
    """An image has one frame."""
    for picture in _pictures(context):
        if picture.facts.frames > 1:
            message = f"là ảnh động ({picture.facts.frames} khung hình)"
            yield picture.found(message, "hãy thay bằng một ảnh tĩnh")


@rule("image-gps", "error", "Ảnh chứa vị trí chụp")
def image_tells_no_place(context: Context) -> Iterator[Found]:
    """An image does not say where it was taken: that may be somebody's home."""
    for picture in _pictures(context):
        if picture.facts.has_gps:
            yield picture.found("trong ảnh có vị trí chụp (GPS)", _CLEAN)


@rule("image-foreign", "error", "Ảnh chứa dữ liệu khác")
def image_is_only_an_image(context: Context) -> Iterator[Found]:
    """Nothing follows the end of an image, and no other kind of file is inside."""
    for picture in _pictures(context):
        facts = picture.facts
        if facts.format and facts.foreign:
            fix = f"{_CLEAN}; nếu vẫn lỗi, {_RESAVE}"
            yield picture.found(f"trong ảnh có mã {facts.foreign}", fix)
        elif facts.trailing:
            count = format_number(facts.trailing, "vi")
            yield picture.found(f"có {count} byte lạ sau chỗ hết ảnh", _CLEAN)


@rule("image-alt", "error", "Mô tả ảnh chỉ lặp lại tên")
def alt_says_what_is_seen(context: Context) -> Iterator[Found]:
    """The description of an image says what is seen, not the product's name or the file's."""
    for record, location, image in _images(context):
        names = (record.value.name, record.value.name_en, f"ảnh {record.value.name}", image.file)
        taken = {same(name) for name in names if name}
        for field in ("alt", "alt_en"):
            text = getattr(image, field)
            if text and same(text) in taken:
                message = f"{field}: “{text}” chỉ lặp lại tên"
                fix = "hãy tả điều nhìn thấy, ví dụ “Chai thủy tinh trên mâm tre”"
                yield at(record, (*location, field), message, fix)


_NOBODY = re.compile(
    r"^(không rõ|chưa rõ|không biết|sưu tầm|internet|google|facebook|zalo|mạng|unknown)\b"
    r"|^(n/?a|\?+|-+)$",
    re.IGNORECASE,
)


@rule("image-credit", "error", "Ảnh không rõ người chụp hoặc giấy phép")
def image_has_an_author(context: Context) -> Iterator[Found]:
    """Credit and licence name somebody and some terms; "from the Internet" is neither."""
    for record, location, image in _images(context):
        for field in ("credit", "licence"):
            text = getattr(image, field)
            if _NOBODY.match(text):
                message = f"{field}: “{text}” không cho biết ai cho phép dùng ảnh"
                fix = "hãy ghi tên người chụp (credit) và điều kiện dùng (licence), hoặc bỏ ảnh"
                yield at(record, (*location, field), message, fix)


_REFUSED = re.compile(r"^(chưa|không|đang xin|chờ)\b", re.IGNORECASE)


@rule("image-consent", "error", "Người trong ảnh chưa đồng ý")
def face_has_agreed(context: Context) -> Iterator[Found]:
    """`consent` says who agreed and when; a photo without it is not published."""
    for record, location, image in _images(context):
        consent = image.consent
        if not consent:
            continue
        where = (*location, "consent")
        if _REFUSED.match(consent):
            message = f"consent: “{consent}”, người trong ảnh chưa đồng ý"
            yield at(record, where, message, "hãy bỏ ảnh cho đến khi có đồng ý bằng văn bản")
        elif image.kind == "illustration":
            message = "hình vẽ (illustration) không có người thật nên không có consent"
            yield at(record, where, message, "hãy bỏ consent, hoặc ghi kind: photo")


@rule("image-twice", "error", "Một ảnh nêu hai lần")
def image_is_named_once(context: Context) -> Iterator[Found]:
    """A record names each of its images once."""
    for record in context.products:
        seen: set[str] = set()
        for index, image in enumerate(record.value.images):
            if image.file in seen:
                message = f"ảnh “{image.file}” đã có trong images"
                yield at(record, ("images", index, "file"), message, "hãy xoá mục lặp")
            seen.add(image.file)
