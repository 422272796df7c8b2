"""An AVIF file without its metadata: overwritten where they lie, since offsets bind all the rest.

The turn of an AVIF picture is a property of its own (irot, imir) and stays.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

# TIFF with an empty directory: the shortest Exif block that readers take for one.
_EMPTY = b"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"
_KINDS = (b"Exif", b"mime")


class _Box(NamedTuple):
    """A box of ISO/IEC 14496-12: where its content begins and ends, and where the box begins."""

    name: bytes
    start: int
    end: int
    at: int


def avif(raw: bytes, end: int) -> bytes:
    """The file up to `end` without Exif, XMP and makers' boxes; ValueError for what is unusual."""
    made = bytearray(raw[:end])
    for box in _boxes(raw, 0, end):
        if box.name == b"uuid":
            made[box.at + 4 : box.at + 8] = b"free"
            made[box.start : box.end] = bytes(box.end - box.start)
        if box.name == b"meta":
            for kind, start, length in _metadata(raw, box):
                blank = _EMPTY.ljust(length, b"\0") if kind == b"Exif" else b" " * length
                if len(blank) != length:
                    raise ValueError("an Exif block that is too short")
                made[start : start + length] = blank
    return bytes(made)


def _boxes(raw: bytes, offset: int, end: int) -> Iterator[_Box]:
    while offset + 8 <= end:
        length, name = struct.unpack_from(">I4s", raw, offset)
        start = offset + 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", raw, start)
            start += 8
        stop = offset + length if length else end
        if stop > end or stop < start:
            raise ValueError("a box without an end")
        yield _Box(name, start, stop, offset)
        offset = stop


def _metadata(raw: bytes, meta: _Box) -> Iterator[tuple[bytes, int, int]]:
    """Kind, place and length of each extent of an item that is Exif or XMP."""
    inner = {box.name: box for box in _boxes(raw, meta.start + 4, meta.end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        raise ValueError("no list of items")
    kinds = dict(_items(raw, inner[b"iinf"]))
    base = inner[b"idat"].start if b"idat" in inner else 0
    for item, method, start, length in _extents(raw, inner[b"iloc"]):
        if kinds.get(item) in _KINDS:
            if method not in (0, 1):
                raise ValueError("metadata inside another item")
            yield kinds[item], start + (base if method else 0), length


def _items(raw: bytes, iinf: _Box) -> Iterator[tuple[int, bytes]]:
    first = iinf.start + (6 if raw[iinf.start] == 0 else 8)
    for box in _boxes(raw, first, iinf.end):
        wide = raw[box.start] == 3
        (item,) = struct.unpack_from(">I" if wide else ">H", raw, box.start + 4)
        kind = box.start + (10 if wide else 8)
        yield item, raw[kind : kind + 4]


def _extents(raw: bytes, iloc: _Box) -> Iterator[tuple[int, int, int, int]]:
    """Item, construction method, offset and length of every extent (ISO/IEC 14496-12, 8.11.3)."""
    version, at = raw[iloc.start], iloc.start + 4
    sizes = [raw[at] >> 4, raw[at] & 15, raw[at + 1] >> 4, raw[at + 1] & 15 if version else 0]
    offset_size, length_size, base_size, index_size = sizes
    at += 2

    def number(size: int) -> int:
        nonlocal at
        at += size
        if at > iloc.end:
            raise ValueError("a list of places without an end")
        return int.from_bytes(raw[at - size : at], "big")

    wide = 4 if version == 2 else 2
    for _ in range(number(wide)):
        item = number(wide)
        method = number(2) & 15 if version else 0
        number(2)
        base = number(base_size)
        for _ in range(number(2)):
            number(index_size)
            yield item, method, base + number(offset_size), number(length_size)
