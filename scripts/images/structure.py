"""The outline of an image file read from its bytes alone: size, and where the image ends.

Nothing is decoded, so a file that declares a hundred megapixels costs as much as a small one.
Each reader returns None where the file breaks off or is not built as its standard says.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """Pixels as declared in the header, and the offset of the first byte after the image."""

    width: int
    height: int
    end: int


def png(raw: bytes) -> Outline | None:
    """Chunks up to IEND (W3C PNG, section 5)."""
    if len(raw) < 33 or raw[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", raw, 16)
    offset = 8
    while offset + 12 <= len(raw):
        (length,) = struct.unpack_from(">I", raw, offset)
        name = raw[offset + 4 : offset + 8]
        offset += 12 + length
        if name == b"IEND":
            return _outline(width, height, offset, raw)
    return None


# Start of frame (ITU-T T.81, table B.1): C0 to CF without DHT, JPG and DAC.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_SCAN, _END = 0xDA, 0xD9


def jpeg(raw: bytes) -> Outline | None:
    """Segments up to EOI; within a scan only restart markers and stuffed bytes may occur."""
    size: tuple[int, int] | None = None
    offset = 2
    while offset + 2 <= len(raw) and raw[offset] == 0xFF:
        marker = raw[offset + 1]
        if marker == 0xFF:
            offset += 1
            continue
        if marker == _END:
            return _outline(*size, offset + 2, raw) if size else None
        if marker in _FRAMES and offset + 9 <= len(raw):
            height, width = struct.unpack_from(">HH", raw, offset + 5)
            size = width, height
        offset = _next_segment(raw, offset, marker)
    return None


def _next_segment(raw: bytes, offset: int, marker: int) -> int:
    if marker in _ALONE:
        return offset + 2
    if offset + 4 > len(raw):
        return len(raw)
    (length,) = struct.unpack_from(">H", raw, offset + 2)
    offset += 2 + length
    return _scan_end(raw, offset) if marker == _SCAN else offset


def _scan_end(raw: bytes, offset: int) -> int:
    while True:
        offset = raw.find(b"\xff", offset)
        if offset < 0 or offset + 1 >= len(raw):
            return len(raw)
        if raw[offset + 1] != 0x00 and not 0xD0 <= raw[offset + 1] <= 0xD7:
            return offset
        offset += 2


def webp(raw: bytes) -> Outline | None:
    """One RIFF container; the size stands in its first chunk (RFC 9649)."""
    if len(raw) < 30:
        return None
    (length,) = struct.unpack_from("<I", raw, 4)
    measure = _WEBP_SIZES.get(raw[12:16])
    return _outline(*measure(raw), 8 + length + length % 2, raw) if measure else None


def _extended(raw: bytes) -> tuple[int, int]:
    width, height = (int.from_bytes(raw[at : at + 3], "little") + 1 for at in (24, 27))
    return width, height


def _lossless(raw: bytes) -> tuple[int, int]:
    bits = int.from_bytes(raw[21:25], "little")
    return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1


def _lossy(raw: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", raw, 26)
    return width & 0x3FFF, height & 0x3FFF


_WEBP_SIZES: dict[bytes, Callable[[bytes], tuple[int, int]]] = {
    b"VP8X": _extended,
    b"VP8L": _lossless,
    b"VP8 ": _lossy,
}

# Boxes that may stand at the top of an AVIF file (ISO/IEC 14496-12 and 23008-12).
_TOP_BOXES = frozenset({b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip", b"idat", b"uuid"})


def avif(raw: bytes) -> Outline | None:
    """Boxes up to the last known one; the size is the largest `ispe` of the file."""
    boxes = list(_boxes(raw))
    meta = next((raw[start:end] for name, start, end in boxes if name == b"meta"), b"")
    sizes = list(_extents(meta))
    if not sizes:
        return None
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return _outline(width, height, boxes[-1][2], raw)


def _boxes(raw: bytes) -> Iterator[tuple[bytes, int, int]]:
    offset = 0
    while offset + 8 <= len(raw):
        length, name = struct.unpack_from(">I4s", raw, offset)
        if length == 1 and offset + 16 <= len(raw):
            (length,) = struct.unpack_from(">Q", raw, offset + 8)
        if name not in _TOP_BOXES or 0 < length < 8:
            return
        end = offset + length if length else len(raw)
        yield name, offset, end
        offset = end


def _extents(meta: bytes) -> Iterator[tuple[int, int]]:
    at = meta.find(b"ispe")
    while 0 <= at <= len(meta) - 16:
        yield struct.unpack_from(">II", meta, at + 8)
        at = meta.find(b"ispe", at + 16)


def _outline(width: int, height: int, end: int, raw: bytes) -> Outline | None:
    return Outline(width=width, height=height, end=end) if end <= len(raw) else None
