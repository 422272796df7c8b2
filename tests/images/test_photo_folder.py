"""A folder of two hundred photographs of every kind: all upright, bare, in true colours, once."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from scripts.images import photo
from scripts.images.album import develop
from scripts.images.cache import Photo
from tests.images.colours import (
    ADOBE_RGB,
    DISPLAY_P3,
    SRGB,
    Space,
    difference,
    lab,
    profile,
)
from tests.images.photographs import PATCHES, SECRETS, STORED, XMP, exif, saved, scene, seen

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
SPACES: tuple[Space | None, ...] = (None, DISPLAY_P3, ADOBE_RGB)
COUNT = 200


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photographs that differ in how the camera was held, format, colour space and order."""
    made = tmp_path_factory.mktemp("photos")
    for number in range(COUNT):
        orientation, format, space, patches = kind(number)
        upright = scene((320, 240), patches)
        turn = STORED[orientation]
        stored = upright.transpose(turn) if turn is not None else upright
        more = {"quality": 92} if format != "PNG" else {}
        raw = saved(stored, format, exif=exif(orientation).tobytes(),
                    icc_profile=profile(space) if space else None, **more)  # fmt: skip
        (made / f"{number:03}.{format.lower()}").write_bytes(raw)
    return made


def kind(number: int) -> tuple[int, str, Space | None, list[tuple[int, int, int]]]:
    """Orientation, format, colour space and patches of a photograph."""
    first = number % len(PATCHES)
    patches = [*PATCHES[first:], *PATCHES[:first]]
    shifted = [(r, g, max(0, b - number // len(PATCHES))) for r, g, b in patches]
    format = FORMATS[number // 8 % len(FORMATS)]
    return number % 8 + 1, format, SPACES[number % len(SPACES)], shifted


def shown(made: Photo) -> Iterator[tuple[bytes, Image.Image]]:
    for size in made.sizes:
        for stored in (size.webp, size.jpeg):
            content = stored.read()
            yield content, Image.open(io.BytesIO(content))


def test_two_hundred_photographs(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(folder.iterdir())
    first = develop(files, tmp_path)
    assert len(first) == COUNT
    assert len(list(tmp_path.iterdir())) == COUNT
    for number, file in enumerate(files):
        # What the file holds by Pillow's own reading, in the space that its profile means.
        original = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
        expected = [lab(patch, kind(number)[2] or SRGB) for patch in seen(original)]
        for content, picture in shown(first[file]):
            found = [lab(patch, SRGB) for patch in seen(picture)]
            assert max(map(difference, found, expected)) < 3, (file.name, picture.format)
            assert not [secret for secret in (*SECRETS, XMP, b"ICC") if secret in content]
    monkeypatch.setattr(photo, "render", None)
    assert develop(files, tmp_path) == first, "the second time all comes from the cache"
