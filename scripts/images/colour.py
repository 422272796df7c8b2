"""Colours of any image → sRGB (IEC 61966-2-1), eight bits a channel, on white."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image, ImageCms

_PROFILES = Path(__file__).parent / "profiles"
PRESS: Final = (_PROFILES / "press.icc").read_bytes()
"""What CMYK without a profile is taken for: coated paper, offset (CGATS TR 001)."""

ADOBE_RGB: Final = (_PROFILES / "adobe-rgb.icc").read_bytes()
"""The space that cameras can note without a profile: Adobe RGB (1998)."""

_MODES = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_ALPHA = ("LA", "RGBA")


def eight_bits(image: Image.Image) -> Image.Image:
    """The image as L, LA, RGB, RGBA or CMYK, however its file keeps the pixels."""
    if image.mode.startswith("I"):
        # Grey of sixteen bits: Pillow's own conversion cuts all above 255 off.
        return image.convert("I").point([(level + 128) // 257 for level in range(65536)], "L")
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        clear = image.mode == "PA" or "transparency" in image.info
        return image.convert("RGBA" if clear else "RGB")
    return image


def srgb_on_white(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A new RGB image that carries nothing but pixels; `profile` is the ICC profile of the old.

    A profile that is damaged, or made for other channels than the image has, is passed over.
    """
    alpha = image.getchannel("A") if image.mode in _ALPHA else None
    base = image.convert({"LA": "L", "RGBA": "RGB"}.get(image.mode, image.mode))
    flat = Image.new("RGB", image.size, "white")
    flat.paste(_srgb(base, profile or (PRESS if base.mode == "CMYK" else None)), mask=alpha)
    return flat


def _srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile is None:
        return image.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = _MODES[source.profile.xcolor_space.strip()]
        if (image.mode, mode) == ("L", "RGB"):  # grey pixels in a space for colours
            image = image.convert("RGB")
        converted = ImageCms.profileToProfile(
            image,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, KeyError, OSError):
        converted = None
    return converted or image.convert("RGB")
