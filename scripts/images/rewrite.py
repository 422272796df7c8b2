"""Image files without what is no part of the picture: the coded pixels are copied as they are.

Each function is given a file and the Exif block to put into it (b"" for none), keeps what decoding
and colours need, and drops all else, also what follows the end. ValueError for damaged files.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

Chunk = tuple[bytes, bytes]

_SOI, _EOI, _SOS = b"\xff\xd8", b"\xff\xd9", 0xDA
_APPLICATION, _COMMENT = range(0xE0, 0xF0), 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_EXIF = b"Exif\0\0"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What of PNG (third edition, chapter 11) says how pixels are decoded, shown and sized.
_PNG_KEPT = frozenset(
    (b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT"
     b" acTL fcTL fdAT").split()
)  # fmt: skip
_WEBP_KEPT = frozenset((b"VP8X", b"VP8 ", b"VP8L", b"ICCP", b"ALPH", b"ANIM", b"ANMF"))
_WEBP_EXIF, _WEBP_XMP = 0x08, 0x04


def jpeg(raw: bytes, exif: bytes) -> bytes:
    """JFIF, the Adobe mark, the colour profile, and every segment that is no application's."""
    parts = [_SOI]
    block = _segment(0xE1, _EXIF + exif) if exif else b""
    for marker, segment in _segments(raw):
        content = segment[4:]
        if marker == 0xE0 and content.startswith(b"JFIF\0"):
            parts.append(_segment(marker, content[:12] + b"\0\0"))  # without its thumbnail
            continue
        parts.append(block)
        block = b""
        if (marker not in _APPLICATION and marker != _COMMENT) or _has_colour(marker, content):
            parts.append(segment)
    return b"".join([*parts, _EOI])


def _has_colour(marker: int, content: bytes) -> bool:
    starts = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
    return marker in starts and content.startswith(starts[marker])


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _segments(raw: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker with its segment, the coded data of a scan included, up to the end (T.81 B.1)."""
    offset = 2
    while raw[offset : offset + 2] != _EOI:
        if len(raw) < offset + 4 or raw[offset] != 0xFF:
            raise ValueError("no segment where one must be")
        marker = raw[offset + 1]
        if marker == 0xFF:  # fill byte
            offset += 1
            continue
        length = 0 if marker in _ALONE else int.from_bytes(raw[offset + 2 : offset + 4], "big")
        end = offset + 2 + length
        end = _scan_end(raw, end) if marker == _SOS else end
        yield marker, raw[offset:end]
        offset = end


def _scan_end(raw: bytes, offset: int) -> int:
    while (offset := raw.find(b"\xff", offset)) >= 0:
        after = raw[offset + 1 : offset + 2]
        if after != b"\0" and not b"\xd0" <= after <= b"\xd7":
            return offset
        offset += 2
    raise ValueError("a scan without an end")


def png(raw: bytes, exif: bytes) -> bytes:
    """The chunks that belong to the picture."""
    parts = [_SIGNATURE]
    offset, name = len(_SIGNATURE), b""
    while name != b"IEND":
        if len(raw) < offset + 12:
            raise ValueError("a chunk without an end")
        end = offset + 12 + int.from_bytes(raw[offset : offset + 4], "big")
        name = raw[offset + 4 : offset + 8]
        parts += [raw[offset:end]] if name in _PNG_KEPT else []
        if name == b"IHDR" and exif:
            parts.append(_png_chunk(b"eXIf", exif))
        offset = end
    return b"".join(parts)


def _png_chunk(name: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)


def webp(raw: bytes, exif: bytes) -> bytes:
    """The chunks that belong to the picture; only the extended form can hold an Exif block."""
    kept = [(name, content) for name, content in _riff(raw) if name in _WEBP_KEPT]
    if kept and kept[0][0] == b"VP8X":
        flags = kept[0][1][0] & ~(_WEBP_EXIF | _WEBP_XMP) | (_WEBP_EXIF if exif else 0)
        kept[0] = b"VP8X", bytes([flags]) + kept[0][1][1:]
        kept += [(b"EXIF", exif)] if exif else []
    elif exif:
        raise ValueError("an Exif block in a simple WebP file")
    body = b"".join(
        name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)
        for name, content in kept
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _riff(raw: bytes) -> Iterator[Chunk]:
    end = 8 + int.from_bytes(raw[4:8], "little")
    offset = 12
    while offset + 8 <= end:
        length = int.from_bytes(raw[offset + 4 : offset + 8], "little")
        yield raw[offset : offset + 4], raw[offset + 8 : offset + 8 + length]
        offset += 8 + length + length % 2
