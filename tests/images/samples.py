"""Small images made for the tests: good ones in each format, and each kind that is refused."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from PIL import Image


def drawn(format: str, size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    """A gradient in the format, saved with Pillow's options."""
    out = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(out, format, **options)
    return out.getvalue()


def with_gps(format: str) -> bytes:
    """An image whose EXIF says where it was taken."""
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (20.0, 15.0, 0.0)}
    return drawn(format, exif=exif.tobytes())


def with_gps_in_xmp() -> bytes:
    """A JPEG whose XMP packet says where it was taken."""
    return drawn("JPEG", xmp=b'<x:xmpmeta exif:GPSLatitude="20,15N"/>')


def animated(format: str) -> bytes:
    """Two different pictures in one file."""
    first, second = (Image.new("RGB", (16, 16), colour) for colour in ("red", "blue"))
    out = io.BytesIO()
    first.save(out, format, save_all=True, append_images=[second], duration=100)
    return out.getvalue()


def png_of(width: int, height: int) -> bytes:
    """A valid black PNG of any size, one bit a pixel, made without holding its pixels."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    pixels = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(name + data))
    return struct.pack(">I", len(data)) + name + data + checksum


def _cut(raw: bytes) -> bytes:
    return raw[: len(raw) * 2 // 3]


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "jpeg": lambda: drawn("JPEG"),
    "png": lambda: drawn("PNG"),
    "webp": lambda: drawn("WEBP"),
    "webp-lossless": lambda: drawn("WEBP", lossless=True),
    "avif": lambda: drawn("AVIF"),
    "jpeg-progressive": lambda: drawn("JPEG", progressive=True),
    "jpeg-gps": lambda: with_gps("JPEG"),
    "jpeg-cut": lambda: _cut(drawn("JPEG")),
    "gif": lambda: drawn("GIF"),
    "webp-animated": lambda: animated("WEBP"),
    "png-huge": lambda: png_of(10_000, 10_000),
    "png-zip": lambda: drawn("PNG") + b"PK\x03\x04" + bytes(30),
    "jpeg-html": lambda: drawn("JPEG", comment=b"<script>alert(1)</script>"),
    "html": lambda: b"<!doctype html><script>alert(1)</script>",
    "heavy": lambda: drawn("JPEG") + bytes(16_000_000),
}
"""Images by the name that the cases of the checks use."""
