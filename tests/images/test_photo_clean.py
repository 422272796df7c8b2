"""Originals without what they tell of people; not one pixel differs."""

from __future__ import annotations

import io
import random
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from scripts.images import clean as room
from scripts.images import colour, photo
from scripts.images.clean import Cleaned, UncleanableError, clean
from scripts.images.facts import facts
from tests.images.colours import ADOBE_RGB, DISPLAY_P3, SRGB, difference, lab, profile
from tests.images.photographs import (
    PATCHES,
    SECRETS,
    as_camera,
    exif,
    png_chunk,
    saved,
    scene,
    seen,
)
from tests.images.samples import animated, drawn

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
NOTED = {"place", "owner", "serial", "maker", "camera"}


def decoded(raw: bytes) -> tuple[Any, ...]:
    with Image.open(io.BytesIO(raw)) as image:
        return image.mode, image.size, image.info.get("icc_profile"), image.tobytes()


def assert_clean(made: Cleaned, raw: bytes) -> None:
    """The same picture, and nothing left to remove."""
    assert decoded(made.content) == decoded(raw)
    assert not [secret for secret in SECRETS[:-1] if secret in made.content]
    assert not facts(made.content).has_gps
    assert clean(made.content) == Cleaned(content=made.content, removed=())


@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("format", FORMATS)
def test_what_a_camera_noted_goes_and_the_picture_stays(format: str, orientation: int) -> None:
    raw = as_camera(format, orientation, icc_profile=profile(DISPLAY_P3))
    made = clean(raw)
    assert_clean(made, raw)
    assert set(made.removed) >= NOTED
    assert photo.render(made.content) == photo.render(raw), "upright and with the same colours"


@pytest.mark.parametrize("format", FORMATS)
def test_a_clean_photograph_is_not_touched(format: str) -> None:
    raw = saved(scene(), format, icc_profile=profile(DISPLAY_P3))
    assert clean(raw) == Cleaned(content=raw, removed=())


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"restart_marker_rows": 1}], ids=str
)
def test_the_coded_pixels_of_a_jpeg_are_copied(options: dict[str, Any]) -> None:
    raw = as_camera("JPEG", 3, **options)
    made = clean(raw)
    assert_clean(made, raw)
    assert made.content[made.content.index(b"\xff\xdb") :] == raw[raw.index(b"\xff\xdb") :]
    assert {"comment", "xmp"} <= set(made.removed)


def test_inks_keep_their_mark_and_their_profile() -> None:
    big = colour.PRESS + bytes(200_000)  # in several segments
    big = len(big).to_bytes(4, "big") + big[4:]
    raw = saved(scene().convert("CMYK"), "JPEG", icc_profile=big, exif=exif(6).tobytes())
    made = clean(raw)
    assert_clean(made, raw)
    assert b"Adobe" in made.content


def test_the_note_of_adobe_rgb_stays_and_is_obeyed() -> None:
    noted = Image.Exif()
    noted[0x0112], noted[0x0110] = 8, "Model 1"
    noted[0x8769] = {0xA001: 0xFFFF, 0xA005: {1: "R03", 2: b"0100"}}
    raw = saved(scene().transpose(Image.Transpose.ROTATE_270), "JPEG", quality=95,
                exif=noted.tobytes())  # fmt: skip
    made = clean(raw)
    assert_clean(made, raw)
    for content in (raw, made.content):
        shown = Image.open(io.BytesIO(photo.render(content).renditions[-1].jpeg))
        for found, patch in zip(seen(shown), PATCHES, strict=True):
            assert difference(lab(found, SRGB), lab(patch, ADOBE_RGB)) < 3


def test_a_second_picture_behind_the_first_goes() -> None:
    out = io.BytesIO()
    scene().save(out, "MPO", save_all=True, append_images=[scene((64, 48))])
    raw = out.getvalue()
    assert facts(raw).trailing > 0
    made = clean(raw)
    assert "trailing" in made.removed
    assert facts(made.content).trailing == 0
    assert Image.open(io.BytesIO(made.content)).format == "JPEG"
    assert decoded(made.content) == decoded(raw)


@pytest.mark.parametrize("format", FORMATS)
def test_bytes_behind_the_end_go(format: str) -> None:
    raw = drawn(format)
    made = clean(raw + b"PK\x03\x04 secret")
    assert made == Cleaned(content=raw, removed=("trailing",))


def test_the_thumbnail_in_the_head_of_a_jpeg_goes() -> None:
    raw = saved(scene(), "JPEG")
    jfif = raw[:18] + bytes([1, 1]) + b"rgb" + raw[20:]
    jfif = jfif[:4] + (16 + 3).to_bytes(2, "big") + jfif[6:]
    assert clean(jfif).content == raw


def test_texts_and_times_of_a_png_go() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Nguyễn Văn Mẫu")
    texts.add_text("Comment", "a private word", zip=True)
    raw = saved(scene().quantize(8), "PNG", pnginfo=texts, transparency=2, gamma=0.5, dpi=(72, 72))
    raw = raw[:-12] + png_chunk(b"tIME", b"\x07\xea\1\1\1\1\1") + raw[-12:]
    made = clean(raw)
    assert made.removed == ("comment",)
    assert_clean(made, raw)
    for name in (b"tRNS", b"pHYs"):
        assert name in made.content
    for name in (b"tEXt", b"zTXt", b"iTXt", b"tIME"):
        assert name not in made.content


def test_exif_behind_the_pixels_of_a_png_is_obeyed() -> None:
    raw = saved(scene(), "PNG")
    block = exif(6).tobytes().removeprefix(b"Exif\0\0")
    raw = raw[:-12] + png_chunk(b"eXIf", block) + raw[-12:]
    made = clean(raw)
    assert_clean(made, raw)
    assert photo.render(made.content) == photo.render(raw)


@pytest.mark.parametrize("format", ["PNG", "WEBP"])
def test_frames_stay(format: str) -> None:
    made = clean(animated(format) + b"behind")
    assert made.content == animated(format)


@pytest.mark.parametrize("options", [{"lossless": True}, {"quality": 50}], ids=str)
def test_a_transparent_webp_stays_so(options: dict[str, Any]) -> None:
    image = scene().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    raw = saved(image, "WEBP", exif=exif(3).tobytes(), xmp=b"<x/>", **options)
    assert_clean(clean(raw), raw)


def test_a_webp_no_longer_says_that_it_has_metadata() -> None:
    made = clean(as_camera("WEBP", 1))
    assert made.content[12:16] == b"VP8X"
    assert made.content[20] & 0b1100 == 0


def test_a_turn_that_is_none_goes() -> None:
    raw = saved(scene(), "JPEG", exif=exif(9).tobytes())
    assert clean(raw).content == saved(scene(), "JPEG")


def test_boxes_of_makers_in_an_avif_are_emptied() -> None:
    box = b"uuid" + bytes(16) + b"a private word"
    raw = as_camera("AVIF", 6) + (len(box) + 4).to_bytes(4, "big") + box
    made = clean(raw)
    assert_clean(made, raw)
    assert b"a private word" not in made.content
    assert len(made.content) == len(raw)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("share", [0.0, 0.3, 0.98])
def test_a_damaged_file_is_left_alone(format: str, share: float) -> None:
    raw = as_camera(format)
    with pytest.raises(UncleanableError):
        clean(raw[: int(len(raw) * share)])


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("format", FORMATS)
def test_any_bytes_are_cleaned_or_refused(format: str) -> None:
    chance = random.Random(4)
    whole = saved(scene((24, 18)), format, exif=exif(6).tobytes())
    for _ in range(60):
        raw = bytearray(whole)
        for _ in range(3):
            raw[chance.randrange(len(raw))] = chance.randrange(256)
        try:
            made = clean(bytes(raw))
        except UncleanableError:
            continue
        assert decoded(made.content)[-1] == decoded(bytes(raw))[-1]


def test_a_picture_that_would_change_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    other = saved(scene().rotate(180), "JPEG")
    monkeypatch.setitem(room._REWRITERS, "JPEG", lambda raw, exif: other)  # type: ignore[arg-type]
    with pytest.raises(UncleanableError, match="would change"):
        clean(as_camera("JPEG"))
