"""What a camera notes in a photograph that changes how it is seen: its turn and its colours."""

from __future__ import annotations

from typing import Final

from PIL import Image

UPRIGHT: Final = 1
_ORIENTATION, _CAMERA, _COLOUR_SPACE, _INTEROPERABILITY = 0x0112, 0x8769, 0xA001, 0xA005
_INDEX, _ADOBE_RGB, _UNCALIBRATED = 1, "R03", 0xFFFF


def orientation(image: Image.Image) -> int:
    """How to turn the pixels, 1 to 8 (Exif 2.32, 4.6.5); 1 where nothing sound is noted."""
    try:
        noted = int(image.getexif().get(_ORIENTATION, UPRIGHT))
    except Exception:  # damaged metadata do not spoil the pixels
        return UPRIGHT
    return noted if 1 <= noted <= 8 else UPRIGHT


def is_adobe_rgb(image: Image.Image) -> bool:
    """Whether the colours are those of Adobe RGB by the file's index alone (DCF 2.0, option file).

    Cameras that are set to that space note it so, and put no profile into the file.
    """
    if image.info.get("icc_profile"):
        return False
    try:
        return bool(image.getexif().get_ifd(_INTEROPERABILITY).get(_INDEX) == _ADOBE_RGB)
    except Exception:
        return False


def exif_block(image: Image.Image) -> bytes:
    """An Exif block (TIFF) that notes these two and nothing else; b"" where none is needed."""
    block = Image.Exif()
    if orientation(image) != UPRIGHT:
        block[_ORIENTATION] = orientation(image)
    if is_adobe_rgb(image):
        index = {_INDEX: _ADOBE_RGB}
        block[_CAMERA] = {_COLOUR_SPACE: _UNCALIBRATED, _INTEROPERABILITY: index}
    return block.tobytes().removeprefix(b"Exif\0\0") if len(block) else b""
