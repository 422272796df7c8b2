"""A photograph without what it tells of people: where, by whom and with which camera it was taken.

Nothing is encoded again: the pixels, their orientation and their colour profile stay as they are.
"""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from PIL import Image

from scripts.images import facts, notes, rewrite, structure
from scripts.images.rewrite_avif import avif

Kind = Literal[
    "place", "owner", "serial", "maker", "comment", "xmp", "iptc", "thumbnail", "camera",
    "trailing", "other",
]  # fmt: skip

_CAMERA, _GPS, _THUMBNAIL = 0x8769, 0x8825, 1
# Tags of Exif 2.32 and of Windows by what they tell.
_TAGS: Mapping[Kind, frozenset[int]] = {
    "owner": frozenset({0x013B, 0x013C, 0x8298, 0x9C9D, 0xA430}),
    "serial": frozenset({0xA420, 0xA431, 0xA435, 0xC62F}),
    "maker": frozenset({0x927C}),
    "comment": frozenset({0x010D, 0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F}),
    "camera": frozenset({0x010F, 0x0110, 0x0131, 0x0132, 0x829A, 0x829D, 0x9003, 0x9004, 0xA434}),
}
_GPS_IN_XMP = re.compile(rb"GPSL(?:atitude|ongitude)")
_XMP = ("xmp", "XML:com.adobe.xmp")


class UncleanableError(Exception):
    """The file is damaged, or is built so that nothing can be taken out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The file as it should be, and what had to be removed: nothing where it was clean."""

    content: bytes
    removed: tuple[Kind, ...]


def clean(raw: bytes) -> Cleaned:
    """The same picture, pixel by pixel, that tells nothing else; UncleanableError."""
    found = facts.facts(raw)
    if not found.complete or found.format is None:
        raise UncleanableError("damaged, too large or no image")
    try:
        content = _REWRITERS[found.format](raw, _kept(raw))
        if content == raw:
            return Cleaned(content=raw, removed=())
        if _shown(content) != _shown(raw):
            raise UncleanableError("the picture would change")
    except (ValueError, LookupError, OSError, struct.error) as error:
        raise UncleanableError(str(error)) from error
    removed = tuple(dict.fromkeys(_told(raw, found))) or ("other",)
    return Cleaned(content=content, removed=removed)


def _avif(raw: bytes, exif: bytes) -> bytes:
    outline = structure.avif(raw)
    return avif(raw, outline.end if outline else len(raw))


_REWRITERS: Mapping[facts.Format, Callable[[bytes, bytes], bytes]] = {
    "JPEG": rewrite.jpeg,
    "PNG": rewrite.png,
    "WEBP": rewrite.webp,
    "AVIF": _avif,
}


def _kept(raw: bytes) -> bytes:
    with Image.open(io.BytesIO(raw)) as image:
        return notes.exif_block(image)


def _shown(raw: bytes) -> tuple[object, ...]:
    """All that decides what is seen: pixels, how they stand, what their colours mean."""
    with Image.open(io.BytesIO(raw)) as image:
        turn = notes.orientation(image)
        colours = image.info.get("icc_profile") or notes.is_adobe_rgb(image)
        frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        return image.mode, image.size, frames, turn, colours, image.tobytes()


def _told(raw: bytes, found: facts.ImageFacts) -> Iterator[Kind]:
    """What the file tells besides its picture."""
    with Image.open(io.BytesIO(raw)) as image:
        image.load()
        exif, info = image.getexif(), image.info
        tags = {*exif, *exif.get_ifd(_CAMERA)}
        texts = set(getattr(image, "text", ())) - set(_XMP)
        xmp = any(key in info for key in _XMP)
        thumbnail = bool(exif.get_ifd(_THUMBNAIL))
        if exif.get_ifd(_GPS) or (xmp and _GPS_IN_XMP.search(raw)):
            yield "place"
    for kind, those in _TAGS.items():
        if tags & those:
            yield kind
    if "comment" in info or texts:
        yield "comment"
    if xmp:
        yield "xmp"
    if "photoshop" in info:
        yield "iptc"
    if thumbnail:
        yield "thumbnail"
    if found.trailing:
        yield "trailing"
