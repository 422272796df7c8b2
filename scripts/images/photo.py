"""A photograph as it was taken → the pictures of it that are published."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, features
from PIL import __version__ as pillow

from scripts.images import colour, notes
from scripts.images.facts import MAX_PIXELS

WIDTHS: Final = (320, 640, 960, 1440)
TALLEST: Final = 1920
ENCODERS: Final[Mapping[str, Mapping[str, Any]]] = {
    "webp": {"quality": 80, "method": 4},
    "jpeg": {"quality": 80, "progressive": True, "optimize": True},
}
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
# How to turn an image by its orientation (Exif 2.32, 4.6.5): what is right side up for its reader.
_TURNS: Mapping[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIDEWAYS = frozenset({5, 6, 7, 8})
# A width this close below the largest one would be sent to nobody.
_CLOSE = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """One size of a picture, as a file of each format that is published."""

    width: int
    height: int
    webp: bytes
    jpeg: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """All sizes of a picture, the smallest first, and its mean colour as "#rrggbb"."""

    colour: str
    renditions: tuple[Rendition, ...]


class UnreadableError(Exception):
    """The bytes are no image that we publish."""


def render(raw: bytes) -> Rendered:
    """Right side up, in sRGB, on white, never enlarged, without any metadata.

    The same bytes each time with the same libraries. UnreadableError for damaged or huge images.
    """
    # Damaged files make the decoders raise nearly anything; the answer is always the same.
    try:
        largest = _opened(raw)
    except Exception as error:
        raise UnreadableError(str(error)) from error
    red, green, blue = largest.resize((1, 1), Image.Resampling.BOX).tobytes()
    return Rendered(
        colour=f"#{red:02x}{green:02x}{blue:02x}",
        renditions=tuple(_rendition(largest, width) for width in widths(largest.width)),
    )


def widths(widest: int) -> tuple[int, ...]:
    """The widths that are published of a picture whose largest one is so wide."""
    return (*(width for width in WIDTHS if width * _CLOSE < widest), widest)


def versions() -> str:
    """Everything besides the photograph that the result depends on, except this code."""
    codecs = ("jpg", "libjpeg_turbo", "webp", "avif", "littlecms2")
    found = {name: features.version(name) for name in codecs}
    return f"{pillow} {found} {WIDTHS} {TALLEST} {_CLOSE} {ENCODERS}"


def _opened(raw: bytes) -> Image.Image:
    with Image.open(io.BytesIO(raw), formats=_FORMATS) as image:
        if image.width * image.height > MAX_PIXELS:
            raise UnreadableError(f"{image.width}×{image.height} pixels")
        turn = notes.orientation(image)
        size = _fitted(image.size, sideways=turn in _SIDEWAYS)
        image.draft(None, (2 * size[0], 2 * size[1]))  # of a JPEG no more is decoded than is of use
        adobe = colour.ADOBE_RGB if notes.is_adobe_rgb(image) else None
        profile = image.info.get("icc_profile") or adobe
        small = colour.eight_bits(image).resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    upright = small.transpose(_TURNS[turn]) if turn in _TURNS else small
    return colour.srgb_on_white(upright, profile)


def _fitted(size: tuple[int, int], *, sideways: bool) -> tuple[int, int]:
    """The size, as stored, at which the upright picture is no wider nor taller than published."""
    width, height = size
    most = (TALLEST, WIDTHS[-1]) if sideways else (WIDTHS[-1], TALLEST)
    scale = min(1.0, most[0] / width, most[1] / height)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _rendition(largest: Image.Image, width: int) -> Rendition:
    height = max(1, round(largest.height * width / largest.width))
    sized = largest.resize((width, height), Image.Resampling.LANCZOS)
    webp, jpeg = _encoded(sized, "webp"), _encoded(sized, "jpeg")
    return Rendition(width=width, height=height, webp=webp, jpeg=jpeg)


def _encoded(image: Image.Image, name: str) -> bytes:
    out = io.BytesIO()
    image.save(out, name, **ENCODERS[name])
    return out.getvalue()
