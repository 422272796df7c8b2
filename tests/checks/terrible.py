"""The terrible catalogue: every mistake once, and the whole list of what is said of it.

`python -m tests.checks.terrible --write` writes what the rules say now; read the difference.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts import checks
from scripts.checks import report
from tests.builder import CATALOGUES, TODAY, CatalogueFolder
from tests.images.samples import SAMPLES

GOLDEN = CATALOGUES / "terrible.txt"
# What no repository should hold: large and broken pictures, names that Windows or a Mac cannot
# keep, links out of the folder.
PICTURES = {
    "nang.jpg": "heavy",
    "gia.jpg": "gif",
    "sai-duoi.jpg": "png",
    "to.png": "png-huge",
    "cut.jpg": "jpeg-cut",
    "dong.webp": "webp-animated",
    "vi-tri.jpg": "jpeg-gps",
    "ma.jpg": "jpeg-html",
    "tot.jpg": "jpeg",
}
_DEVICE = """id: aux
name: Cà dầm
certificates:
  - issuer: ubnd-tinh-ninh-binh
    evidence: named
    sources:
      - bao
sources:
  - key: bao
    publisher: Báo mẫu
    supports: mọi điều
"""


def terrible() -> CatalogueFolder:
    """The catalogue in full."""
    folder = CatalogueFolder.copy("terrible")
    for name, sample in PICTURES.items():
        folder.write(f"products/a/anh/{name}", SAMPLES[sample]())
    folder.write("products/a/aux/product.yml", _DEVICE)
    folder.write("products/_shops/hong-lon.yml", "a" * 300_000)
    folder.write("products/_shops/hong\x1b[31m-ten.yml", "id: a")
    folder.write("products/_videos/sai-tep/Phụ đề.vtt", "WEBVTT\n")
    folder.link("products/l/lien-ket", "/etc")
    return folder.link("docs/assets/passwd", "/etc/passwd")


def told() -> str:
    """Everything that is said of it, as the terminal shows it."""
    folder = terrible()
    reading = folder.read()
    problems = checks.run(reading, TODAY)
    return f"{report.text(problems)}{report.count(problems, len(reading.records))}\n"


if __name__ == "__main__":
    assert sys.argv[1:] == ["--write"], "say --write"
    Path(GOLDEN).write_text(told(), "utf-8")
