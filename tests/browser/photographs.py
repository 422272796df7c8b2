"""A catalogue whose products have photographs of every shape: one, two and twelve of them."""

from __future__ import annotations

import io

from PIL import Image

from tests.builder import CatalogueFolder

SHAPES = {
    "landscape": (1600, 1067),
    "portrait": (1000, 1500),
    "panorama": (2400, 800),
}
ONE = {"banh-mau": "landscape", "bun-mau": "portrait", "chieu-coi-mau": "panorama"}
TWO, TWELVE = "gao-mau", "non-mau"
AUTHOR = "Người chụp mẫu"


def catalogue() -> CatalogueFolder:
    """The sample catalogue with these photographs; the twelfth picture of TWELVE is a drawing."""
    folder = CatalogueFolder.copy("full")
    for id, shape in ONE.items():
        _give(folder, id, [shape])
    _give(folder, TWO, ["portrait", "landscape"])
    _give(folder, TWELVE, [*SHAPES] * 4, drawing=4)
    return folder


def _give(
    folder: CatalogueFolder, id: str, shapes: list[str], *, drawing: int | None = None
) -> None:
    path = f"products/{id[0]}/{id}"
    lines = ["images:"]
    for number, shape in enumerate(shapes, 1):
        folder.write(f"{path}/anh-{number}.jpg", _photo(SHAPES[shape], number))
        lines += [
            f"  - file: anh-{number}.jpg",
            f"    alt: Ảnh số {number} của {id}",
            f"    caption: Chú thích số {number}",
            f"    credit: {AUTHOR}",
            "    licence: CC BY 4.0",
            *(["    kind: illustration"] if number == drawing else []),
        ]
    file = f"{path}/product.yml"
    text = (folder.root / file).read_text("utf-8")
    head, mark, rest = text.partition("\nsources:")
    folder.write(file, "\n".join([head, *lines]) + mark + rest)


def _photo(size: tuple[int, int], number: int) -> bytes:
    """A sky over the ground, of another colour for each number."""
    width, height = size
    image = Image.new("RGB", size, (200 - 10 * number, 210, 220))
    image.paste((60, 90 + 10 * number, 70), (0, height * 2 // 3, width, height))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80)
    return out.getvalue()
