"""Makes the web fonts in docs/assets/fonts from the full Be Vietnam Pro TrueType files.

    pip install fonttools brotli
    python -m scripts.webfonts FOLDER_WITH_TTF

The subset holds all of Vietnamese and English. Be Vietnam Pro has digits of unequal width and no
`tnum`, so the digits are added once more on one width and `tnum` chooses them: number columns
stand in line without a second family. The licence (OFL 1.1, no reserved name) allows both.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

OUT = Path(__file__).parent.parent / "docs/assets/fonts"
FACES = {"Regular": 400, "SemiBold": 600}
STEMS = {400: 72, 600: 104}  # stroke widths
DIGIT_WIDTH = 640  # units of 1000; the widest digit, 4, needs 614 at 600
FOOT = 185  # half the foot that the narrow 1 gets, so that it fills its width
UNICODES = (
    "U+0020-007E,U+00A0-00AC,U+00AE-00FF,U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,"
    "U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303,U+0309,U+0323,U+1EA0-1EF9,U+2011-2014,"
    "U+2018-201A,U+201C-201E,U+2022,U+2026,U+2030,U+20AB,U+2212,U+2260,U+2264-2265"
)


def foot(pen: TransformPen, middle: float, height: int) -> None:
    """Draws the foot of the 1, clockwise like its stem."""
    left, right = middle - FOOT, middle + FOOT
    pen.moveTo((left, 0))
    for point in ((left, height), (right, height), (right, 0)):
        pen.lineTo(point)
    pen.closePath()


def tabular(font: TTFont, stem: int) -> None:
    """Adds the ten digits on one width and the feature that chooses them."""
    glyphs, names = font.getGlyphSet(), [font.getBestCmap()[code] for code in range(48, 58)]
    for name in names:
        bounds, pen = BoundsPen(glyphs), TTGlyphPen(None)
        glyphs[name].draw(bounds)
        left, _, right, _ = bounds.bounds
        shift = round((DIGIT_WIDTH - (right - left)) / 2 - left)
        if name == "one":
            shift = round(DIGIT_WIDTH / 2 - (right - stem / 2)) + 10
        moved = TransformPen(pen, (1, 0, 0, 1, shift, 0))
        glyphs[name].draw(moved)
        if name == "one":
            foot(moved, right - stem / 2, round(stem * 0.92))
        font["glyf"][f"{name}.tnum"] = glyph = pen.glyph()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][f"{name}.tnum"] = (DIGIT_WIDTH, glyph.xMin)
    rules = "\n".join(f"sub {name} by {name}.tnum;" for name in names)
    # Replaces the whole table: what else it had (ligatures, fractions, ccmp) no page uses, and
    # browsers compose decomposed Vietnamese themselves.
    addOpenTypeFeaturesFromString(font, f"feature tnum {{\n{rules}\n}} tnum;", tables=["GSUB"])


def make(source: Path, target: Path, stem: int) -> None:
    """Writes one face as woff2."""
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=["kern", "mark", "mkmk", "tnum"]
    )
    font = subset.load_font(str(source), options)
    tabular(font, stem)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=subset.parse_unicodes(UNICODES.replace("U+", "")))
    chosen.subset(font)
    subset.save_font(font, str(target), options)


if __name__ == "__main__":
    for face, weight in FACES.items():
        target = OUT / f"be-vietnam-pro-{weight}.woff2"
        make(Path(sys.argv[1]) / f"BeVietnamPro-{face}.ttf", target, STEMS[weight])
        print(target, target.stat().st_size)
