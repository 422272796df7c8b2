"""Photographs as cameras, phones and printers make them: known colours, much in their metadata."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PIL import Image

# Three rows of four; none is at the edge of a gamut, and no turn or mirror maps it on itself.
PATCHES = (
    (180, 60, 50), (85, 120, 75), (50, 70, 150), (200, 190, 170),
    (220, 175, 90), (90, 60, 110), (120, 120, 120), (40, 40, 45),
    (160, 100, 80), (100, 150, 160), (210, 130, 140), (250, 250, 248),
)  # fmt: skip
COLUMNS, ROWS = 4, 3
# How the camera stored what stands upright, by the orientation it notes (Exif 2.32, 4.6.5).
STORED: Mapping[int, Image.Transpose | None] = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
OWNER = "Nguyễn Văn Mẫu"
SERIAL = "SN-0012345"
MAKER_NOTE = b"MAKERNOTE body 998877"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF/>creator Mau</x:xmpmeta>'
SECRETS = (OWNER.encode(), SERIAL.encode(), MAKER_NOTE, XMP, b"a private word", b"Exif\0\0")


def scene(
    size: tuple[int, int] = (640, 480),
    patches: Sequence[Sequence[int]] = PATCHES,
    mode: str = "RGB",
) -> Image.Image:
    """The patches in their rows, upright."""
    small = Image.new(mode, (COLUMNS, ROWS))
    for place, patch in enumerate(patches):
        small.putpixel((place % COLUMNS, place // COLUMNS), tuple(patch))
    return small.resize(size, Image.Resampling.NEAREST)


def seen(picture: Image.Image) -> list[tuple[float, ...]]:
    """The mean colour in the middle of each patch of an upright picture."""
    width, height = picture.width / COLUMNS, picture.height / ROWS
    found = []
    for place in range(COLUMNS * ROWS):
        x, y = (place % COLUMNS) * width, (place // COLUMNS) * height
        middle = (x + width / 4, y + height / 4, x + width * 3 / 4, y + height * 3 / 4)
        part = picture.crop(tuple(round(edge) for edge in middle))  # type: ignore[arg-type]
        found.append(tuple(map(float, part.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)))))  # type: ignore[arg-type]
    return found


def exif(orientation: int = 1) -> Image.Exif:
    """What cameras note: where, whose, with which apparatus, and the maker's own secrets."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F], made[0x0110] = "Camera", "Model 1"
    made[0x013B] = OWNER
    made[0x8825] = {1: "N", 2: (20.0, 15.0, 0.0), 3: "E", 4: (105.0, 58.0, 0.0)}
    made[0x8769] = {0x9003: "2026:01:02 03:04:05", 0xA430: OWNER, 0xA431: SERIAL,
                    0x927C: MAKER_NOTE}  # fmt: skip
    return made


def saved(image: Image.Image, format: str, **options: Any) -> bytes:
    """The image as a file."""
    out = io.BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def as_camera(format: str, orientation: int = 1, **options: Any) -> bytes:
    """The scene as a camera stores it when it is held so, with all its metadata."""
    turn = STORED[orientation]
    upright = scene()
    stored = upright.transpose(turn) if turn is not None else upright
    more: dict[str, Any] = {"quality": 92} if format != "PNG" else {}
    if format == "JPEG":
        more |= {"comment": b"a private word", "xmp": XMP}
    if format in ("WEBP", "AVIF"):
        more |= {"xmp": XMP}
    return saved(stored, format, exif=exif(orientation).tobytes(), **more, **options)


def png16(rows: Iterable[Sequence[int]], width: int, colour_type: int) -> bytes:
    """A PNG of sixteen bits a channel: colour type 0 grey, 2 RGB, 4 grey and alpha, 6 RGBA."""
    lines = [b"\0" + struct.pack(f">{len(row)}H", *row) for row in rows]
    header = struct.pack(">IIBBBBB", width, len(lines), 16, colour_type, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"".join(lines))), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(png_chunk, *zip(*chunks, strict=True)))


def png_chunk(name: bytes, content: bytes) -> bytes:
    """A chunk of a PNG file with its length and checksum."""
    checksum = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content)) + name + content + checksum
