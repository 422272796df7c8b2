"""Photographs as they come → pictures as they are published."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from scripts.images import colour, photo
from tests.images.colours import (
    ADOBE_RGB,
    DISPLAY_P3,
    SRGB,
    Space,
    Triple,
    difference,
    ink_profile,
    lab,
    profile,
)
from tests.images.photographs import (
    COLUMNS,
    PATCHES,
    SECRETS,
    STORED,
    as_camera,
    exif,
    png16,
    saved,
    scene,
    seen,
)
from tests.images.samples import animated, png_of

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
TOLERATED = 3.0


def pictures(raw: bytes) -> list[Image.Image]:
    """Every published file of a photograph, decoded."""
    return [
        Image.open(io.BytesIO(content))
        for each in photo.render(raw).renditions
        for content in (each.webp, each.jpeg)
    ]


def assert_colours(raw: bytes, expected: list[Triple]) -> None:
    """Each patch of each published file looks as expected (L*a*b*)."""
    for picture in pictures(raw):
        found = [lab(patch, SRGB) for patch in seen(picture)]
        worst = max(map(difference, found, expected))
        assert worst < TOLERATED, (picture.format, picture.size, worst)


def srgb_patches() -> list[Triple]:
    return [lab(patch, SRGB) for patch in PATCHES]


@pytest.mark.parametrize(
    ("format", "orientation"),
    [*(("JPEG", each) for each in STORED), *((each, 6) for each in FORMATS[1:])],
)
def test_a_photograph_stands_upright_however_the_camera_was_held(
    format: str, orientation: int
) -> None:
    assert_colours(as_camera(format, orientation), srgb_patches())


@pytest.mark.parametrize("space", [DISPLAY_P3, ADOBE_RGB, SRGB], ids=["P3", "Adobe", "sRGB"])
@pytest.mark.parametrize("format", FORMATS)
def test_colours_of_a_wide_space_are_those_its_profile_means(format: str, space: Space) -> None:
    raw = saved(scene(), format, icc_profile=profile(space))
    assert_colours(raw, [lab(patch, space) for patch in PATCHES])
    naive = [difference(lab(patch, space), lab(patch, SRGB)) for patch in PATCHES]
    assert space is SRGB or max(naive) > 2 * TOLERATED, "a picture left as it is must fail"


INKS = (
    (60, 20, 20, 0), (20, 60, 60, 0), (130, 90, 30, 0), (10, 40, 90, 0),
    (0, 0, 0, 0), (0, 0, 0, 120), (40, 40, 40, 40), (90, 60, 60, 30),
    (30, 10, 100, 20), (80, 120, 20, 10), (10, 80, 60, 0), (60, 0, 60, 40),
)  # fmt: skip


def test_inks_without_a_profile_look_like_print_on_coated_paper() -> None:
    press = ImageCms.ImageCmsProfile(io.BytesIO(colour.PRESS))
    to_lab = ImageCms.buildTransform(
        press, ImageCms.createProfile("LAB"), "CMYK", "LAB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    image = scene(patches=INKS, mode="CMYK")
    meant = ImageCms.applyTransform(image, to_lab)
    assert meant is not None
    expected = [(v[0] / 2.55, v[1] - 128, v[2] - 128) for v in seen_raw(meant)]
    assert_colours(saved(image, "JPEG", quality=95), expected)


def seen_raw(image: Image.Image) -> list[tuple[float, ...]]:
    """The middle pixel of each patch."""
    width, height = image.width // COLUMNS, image.height // 3
    places = [(place % COLUMNS, place // COLUMNS) for place in range(12)]
    middles = [(x * width + width // 2, y * height + height // 2) for x, y in places]
    return [image.getpixel(middle) for middle in middles]  # type: ignore[misc]


def test_inks_with_a_profile_are_those_of_their_press() -> None:
    # A press whose cyan is olive and whose magenta is blue; all other overprints are dark.
    corners: list[Triple] = [(20, 0, 0)] * 16
    corners[0b0000], corners[0b1000], corners[0b0100] = (100, 0, 0), (60, 0, 45), (45, 5, -45)
    raw = saved(
        scene(patches=[(255, 0, 0, 0), (0, 255, 0, 0), (0, 0, 0, 0)] * 4, mode="CMYK"),
        "JPEG", quality=95, icc_profile=ink_profile(corners),
    )  # fmt: skip
    assert_colours(raw, [corners[0b1000], corners[0b0100], corners[0b0000]] * 4)


@pytest.mark.parametrize("colour_type", [0, 2, 4, 6])
def test_sixteen_bits_are_scaled_and_not_cut_off(colour_type: int) -> None:
    width, levels = 256, [n * 257 for n in range(256)]
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[colour_type]
    opaque = colour_type in (4, 6)
    pixel = [(level,) * (channels - opaque) + (65535,) * opaque for level in levels]
    row = [value for values in pixel for value in values]
    picture = pictures(png16([row] * 64, width, colour_type))[1].convert("L")
    found = [picture.getpixel((x, 32)) for x in range(256)]
    assert all(abs(level - x) <= 4 for x, level in enumerate(found)), found  # type: ignore[operator]


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_what_is_transparent_is_white(format: str) -> None:
    image = scene().convert("RGBA")
    image.putalpha(Image.linear_gradient("L").resize(image.size).point(lambda a: 255 * (a > 127)))
    red = Image.new("RGBA", (320, 240), (200, 0, 0, 0))
    for raw in (saved(image, format), saved(red, format)):
        for picture in pictures(raw):
            assert min(picture.convert("RGB").getpixel((10, 10))) >= 252  # type: ignore[type-var,arg-type]


def test_half_transparent_is_mixed_with_white() -> None:
    raw = saved(Image.new("RGBA", (64, 64), (200, 0, 0, 128)), "PNG")
    assert_colours(raw, [lab((227, 127, 127), SRGB)] * 12)


@pytest.mark.parametrize("options", [{}, {"transparency": 200}], ids=str)
def test_a_palette_with_a_profile(options: dict[str, int]) -> None:
    palette = scene().quantize(16)
    raw = saved(palette, "PNG", icc_profile=profile(DISPLAY_P3), **options)
    assert_colours(raw, [lab(patch, DISPLAY_P3) for patch in PATCHES])


@pytest.mark.parametrize(
    "profile_bytes", [b"", b"nonsense", profile(SRGB)[:200], colour.PRESS], ids=len
)
def test_a_profile_that_does_not_fit_is_passed_over(profile_bytes: bytes) -> None:
    assert_colours(saved(scene(), "PNG", icc_profile=profile_bytes), srgb_patches())


def test_grey_pixels_in_a_space_for_colours() -> None:
    paler: Space = (SRGB[0], lambda value: value**1.5)
    raw = saved(scene().convert("L"), "JPEG", quality=95, icc_profile=profile(paler))
    grey = [patch[0] for patch in seen(scene().convert("L").convert("RGB"))]
    assert_colours(raw, [lab((level,) * 3, paler) for level in grey])


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_but_pixels_is_published(format: str) -> None:
    raw = as_camera(format, 6, icc_profile=profile(DISPLAY_P3))
    for each in photo.render(raw).renditions:
        assert set(jpeg_segments(each.jpeg)) <= {0xE0, 0xDB, 0xC2, 0xC4, 0xDA}
        assert each.webp[12:16] == b"VP8 "
        assert int.from_bytes(each.webp[16:20], "little") + 20 + len(each.webp) % 2 >= len(
            each.webp
        )
        for content in (each.jpeg, each.webp):
            assert not [secret for secret in SECRETS if secret in content]
            assert set(Image.open(io.BytesIO(content)).info) <= {
                "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression",
                "background", "loop",
            }  # fmt: skip


def jpeg_segments(raw: bytes) -> list[int]:
    """The markers of all segments up to the end of the image."""
    found, offset = [], 2
    while raw[offset + 1] != 0xD9:
        found.append(raw[offset + 1])
        offset += 2 + int.from_bytes(raw[offset + 2 : offset + 4], "big")
        while found[-1] == 0xDA and (raw[offset] != 0xFF or raw[offset + 1] == 0):
            offset += 1
    return found


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((6000, 4000), (320, 640, 960, 1440)),
        ((1200, 800), (320, 640, 960, 1200)),
        ((1000, 750), (320, 640, 1000)),
        ((330, 200), (330,)),
        ((50, 40), (50,)),
        ((1, 1), (1,)),
        ((3000, 4000), (320, 640, 960, 1440)),
        ((1000, 8000), (240,)),
        ((3, 5000), (1,)),
    ],
)
def test_no_picture_is_larger_than_its_photograph(
    size: tuple[int, int], widths: tuple[int, ...]
) -> None:
    made = photo.render(saved(Image.new("RGB", size, "grey"), "JPEG"))
    assert tuple(each.width for each in made.renditions) == widths
    for each in made.renditions:
        assert abs(each.height - max(1, each.width * size[1] / size[0])) <= 0.5 + size[1] / size[0]
        assert each.height <= photo.TALLEST
        for content in (each.webp, each.jpeg):
            assert Image.open(io.BytesIO(content)).size == (each.width, each.height)


def test_twenty_four_megapixels() -> None:
    raw = saved(scene((6000, 4000)).transpose(Image.Transpose.ROTATE_90), "JPEG",
                quality=90, exif=exif(6).tobytes())  # fmt: skip
    assert_colours(raw, srgb_patches())
    assert photo.render(raw).renditions[-1].width == 1440


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.97])
def test_a_truncated_photograph_is_refused(format: str, share: float) -> None:
    raw = as_camera(format)
    with pytest.raises(photo.UnreadableError):
        photo.render(raw[: int(len(raw) * share)])


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html>",
        saved(Image.new("RGB", (9, 9)), "GIF"),
        png_of(10_000, 10_000),
        png_of(8_000, 5_001),
    ],
    ids=len,
)
def test_what_is_no_photograph_of_ours_is_refused(raw: bytes) -> None:
    with pytest.raises(photo.UnreadableError):
        photo.render(raw)


def test_of_several_frames_the_first_is_shown() -> None:
    assert pictures(animated("WEBP"))[0].getpixel((8, 8))[0] > 200  # type: ignore[index]


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # what Pillow says of it
def test_damaged_metadata_do_not_spoil_the_pixels() -> None:
    raw = saved(scene(), "JPEG", quality=92, exif=b"Exif\0\0MM\0*\xff\xff\xff\xffbroken")
    assert_colours(raw, srgb_patches())


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_photograph_gives_the_same_bytes(format: str) -> None:
    raw = as_camera(format)
    assert photo.render(raw) == photo.render(raw)


def test_the_colour_that_waits_for_the_picture_is_its_mean() -> None:
    image = Image.new("RGB", (640, 480), (200, 100, 0))
    image.paste((100, 100, 200), (0, 0, 320, 480))
    assert photo.render(saved(image, "PNG")).colour == "#966464"
