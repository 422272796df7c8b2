"""Makes the icons of the site for home screens from the two drawings in docs/assets/icons.

    python -m scripts.appicons

Chromium draws them. `app.svg` fills its square; in `app-maskable.svg` all that matters lies within
the circle of 80 % that every launcher leaves (W3C, Web Application Manifest, purpose "maskable").
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from scripts import bootstrap

ICONS = Path(__file__).parent.parent / "docs/assets/icons"
# The files, the drawings they are made from, and their widths in pixels.
FILES: Mapping[str, tuple[str, int]] = {
    "icon-180.png": ("app.svg", 180),
    "icon-192.png": ("app.svg", 192),
    "icon-512.png": ("app.svg", 512),
    "icon-maskable-512.png": ("app-maskable.svg", 512),
}
COLOURS = 64  # of a handful and their soft edges: half the bytes


def make(out: Path = ICONS) -> None:
    """Write every icon into a folder."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=bootstrap.find_browser())
        for name, (drawing, width) in FILES.items():
            page = browser.new_page(viewport={"width": width, "height": width})
            page.goto((ICONS / drawing).as_uri())
            drawn = Image.open(BytesIO(page.screenshot())).convert("RGB")
            drawn.quantize(COLOURS).save(out / name, optimize=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    make()
