"""What the style page looks like, coarsely: sizes of its parts and their colours from afar.

Fonts are rasterised differently by each machine and Chromium, so letters are never compared: a
part is its width, its height, and the mean colours of a few fields, which hold everywhere.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image
from playwright.sync_api import Page

PARTS = (
    ".chips", ".swatch", ".type", ".corner", ".icons > li", ".rank", ".evid", ".marks > li",
    "#nut .btn", "#nut .field", "#nut .pager", ".answers > li", ".strip", "#the .cards .plate",
    "#the .card", ".lst", ".tally", ".index", ".tab", ".letters", ".notice", ".empty", ".hits",
)  # fmt: skip
FIELDS = (6, 4)
# How far apart two looks of the same part may be: pixels, share of the height, levels of 255.
WIDTH, HEIGHT, TALLER = 3.0, 6.0, 0.06
FIELD, MEAN = 48, 12

READY = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map((image) => image.decode().catch(() => 0)));
  await document.fonts.ready;
}"""
BOXES = """(parts) => parts.flatMap((part) => [...document.querySelectorAll(`.style ${part}`)].map(
  (element, place) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [`${part} ${place}`, x + scrollX, y + scrollY, width, height];
  }))"""

Look = dict[str, list[Any]]


def seen(page: Page) -> Look:
    """Each part of the open style page: width, height, the mean colours of its fields."""
    page.evaluate(READY)
    boxes = page.evaluate(BOXES, list(PARTS))
    with Image.open(BytesIO(page.screenshot(full_page=True, animations="disabled"))) as shot:
        whole = shot.convert("RGB")
        return {
            name: [round(width), round(height), _fields(whole, (x, y, x + width, y + height))]
            for name, x, y, width, height in boxes
            if width and height and x < whole.width
        }


def _fields(whole: Image.Image, box: tuple[float, float, float, float]) -> str:
    """The mean colours of a grid of fields, row by row, in hexadecimal."""
    left, top, right, bottom = (round(each) for each in box)
    part = whole.crop((left, top, min(right, whole.width), min(bottom, whole.height)))
    return part.resize(FIELDS, Image.Resampling.BOX).tobytes().hex()


def differences(look: Look, kept: Look) -> list[str]:
    """What is no longer as it was, in words."""
    lost = [f"{name}: gone" for name in kept.keys() - look.keys()]
    new = [f"{name}: new" for name in look.keys() - kept.keys()]
    both = sorted(look.keys() & kept.keys())
    return sorted(lost + new) + [
        f"{name}: {said}" for name in both if (said := _difference(look[name], kept[name]))
    ]


def _difference(one: list[Any], other: list[Any]) -> str:
    (width, height, colours), (old_width, old_height, old_colours) = one, other
    if abs(width - old_width) > WIDTH + TALLER * old_width * (old_width < 200):
        return f"{width} wide, was {old_width}"
    if abs(height - old_height) > max(HEIGHT, TALLER * old_height):
        return f"{height} tall, was {old_height}"
    pairs = zip(bytes.fromhex(colours), bytes.fromhex(old_colours), strict=True)
    apart = [abs(level - old) for level, old in pairs]
    if max(apart) > FIELD or sum(apart) / len(apart) > MEAN:
        return f"colours {max(apart)} apart, {sum(apart) / len(apart):.1f} in the mean"
    return ""
