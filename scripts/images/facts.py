"""Facts of an image by its content, for the checks to judge."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, NamedTuple

from PIL import Image

from scripts.images import structure

Format = Literal["JPEG", "PNG", "WEBP", "AVIF"]

MAX_PIXELS = 40_000_000
"""No image with more pixels is ever decoded."""

MAX_BYTES = 15_000_000
"""No larger file is ever read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFacts:
    """What a file holds, whatever its name says.

    `format` is None where it is none of the four that we publish. `complete`: it has its end and
    can be decoded; always false above `MAX_PIXELS`, where nothing is decoded. `trailing`: bytes
    after the end of the image. `foreign`: marks of other kinds of file inside (HTML, PHP, PDF).
    """

    format: Format | None = None
    bytes: int = 0
    width: int = 0
    height: int = 0
    frames: int = 1
    has_gps: bool = False
    complete: bool = False
    trailing: int = 0
    foreign: str = ""

    @property
    def pixels(self) -> int:
        """Width times height, as the header declares."""
        return self.width * self.height


class _Kind(NamedTuple):
    format: Format
    magic: re.Pattern[bytes]
    outline: Callable[[bytes], structure.Outline | None]


_KINDS = (
    _Kind("JPEG", re.compile(rb"\xff\xd8\xff"), structure.jpeg),
    _Kind("PNG", re.compile(rb"\x89PNG\r\n\x1a\n"), structure.png),
    _Kind("WEBP", re.compile(rb"RIFF....WEBP", re.DOTALL), structure.webp),
    _Kind("AVIF", re.compile(rb"....ftypavi[fs]", re.DOTALL), structure.avif),
)
# Long enough never to occur by chance in compressed pixels.
_FOREIGN: Mapping[str, re.Pattern[bytes]] = {
    "HTML": re.compile(rb"<(?:script|!doctype|html|iframe|body)[\s>/]|javascript:", re.IGNORECASE),
    "PHP": re.compile(rb"<\?php\s", re.IGNORECASE),
    "PDF": re.compile(rb"%PDF-1\."),
}
_GPS_IFD = 0x8825
_GPS_IN_XMP = re.compile(rb"GPSL(?:atitude|ongitude)")


def read(path: Path) -> ImageFacts:
    """The facts of a file; of one larger than `MAX_BYTES` only its size is told.

    A file that cannot be opened is no image.
    """
    try:
        size = path.stat().st_size
        return ImageFacts(bytes=size) if size > MAX_BYTES else facts(path.read_bytes())
    except OSError:
        return ImageFacts()


def facts(raw: bytes) -> ImageFacts:
    """The facts of an image given as bytes; damaged input gives facts, never an exception."""
    kind = next((kind for kind in _KINDS if kind.magic.match(raw)), None)
    found = ImageFacts(bytes=len(raw), foreign=_foreign(raw))
    if kind is None:
        return found
    found = replace(found, format=kind.format, has_gps=bool(_GPS_IN_XMP.search(raw)))
    outline = kind.outline(raw)
    if outline is None:
        return found
    found = replace(
        found, width=outline.width, height=outline.height, trailing=len(raw) - outline.end
    )
    return found if found.pixels > MAX_PIXELS else _decoded(raw, found)


def _foreign(raw: bytes) -> str:
    return ", ".join(name for name, pattern in _FOREIGN.items() if pattern.search(raw))


def _decoded(raw: bytes, found: ImageFacts) -> ImageFacts:
    # Damaged files make the decoders raise nearly anything; the answer is always the same.
    try:
        with Image.open(io.BytesIO(raw), formats=[found.format or ""]) as image:
            if image.width * image.height > MAX_PIXELS:
                return replace(found, width=image.width, height=image.height)
            frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
            image.draft("RGB", (image.width // 8, image.height // 8))
            image.load()
            has_gps = found.has_gps or bool(image.getexif().get_ifd(_GPS_IFD))
            return replace(found, frames=frames, has_gps=has_gps, complete=True)
    except Exception:
        return found
