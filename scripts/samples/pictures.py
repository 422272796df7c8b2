"""Pictures of samples: drawn hills and a bowl, so that nobody takes them for a photograph."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

from scripts.samples.dice import Dice

_SIZES = ((1600, 1067), (1200, 900), (900, 1200), (640, 640))


def draw(dice: Dice) -> bytes:
    """A JPEG of one of four shapes, some ten thousand bytes."""
    width, height = dice.pick(_SIZES)
    picture = Image.new("RGB", (width, height), _colour(dice, 200, 250))
    pen = ImageDraw.Draw(picture)
    for band in range(4):
        top = height * (band + 2) // 6
        points = [(width * x // 8, top - dice.number(0, height // 8)) for x in range(9)]
        pen.polygon([(0, height), *points, (width, height)], fill=_colour(dice, 60, 190))
    left, top, right, bottom = width // 3, height // 2, width * 2 // 3, height * 5 // 6
    pen.pieslice((left, top, right, bottom), 0, 180, fill=_colour(dice, 120, 240))
    for stripe in range(-height, width, 160):
        pen.line((stripe, height, stripe + height, 0), fill=(255, 255, 255), width=2)
    out = BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()


def _colour(dice: Dice, least: int, most: int) -> tuple[int, int, int]:
    return (dice.number(least, most), dice.number(least, most), dice.number(least, most))
