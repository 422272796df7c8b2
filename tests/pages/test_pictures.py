"""Photographs on pages: in the sizes that exist, with their author, and never in place of words."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest

from scripts import pages
from scripts.pages.types import Page, Picture, Rendition
from tests.built.reader import Document, Element, parse
from tests.pages import made

PHOTO, DRAWING = "chai.jpg", "net-ve.png"
WIDTHS = (320, 640, 960, 1440)
PRODUCT = "/san-pham/ruou-mau/"


def picture(name: str, *widths: int, colour: str = "#a1b2c3") -> Picture:
    """A picture of 4:3 in some widths."""
    return Picture(
        sizes=tuple(
            Rendition(
                width=width,
                height=width * 3 // 4,
                webp=f"/assets/photos/{name}-{width}.webp",
                jpeg=f"/assets/photos/{name}-{width}.jpg",
            )
            for width in widths
        ),
        colour=colour,
    )


@cache
def site(*files: str) -> dict[str, Page]:
    """The pages of the sample catalogue where those images were published."""
    pictures = {("ruou-mau", file): picture(file.partition(".")[0], *WIDTHS) for file in files}
    settings = replace(made.SETTINGS, pictures=pictures)
    return {page.address: page for page in pages.all(made.catalogue(), settings)}


def body(address: str, *files: str) -> Document:
    return parse(address, site(*files)[address].render())


def gallery(address: str, *files: str) -> list[Element]:
    """The images of the gallery on a product's page."""
    return [
        image
        for image in body(address, *files).all("img")
        if any(e.attributes.get("class") == "gal" for e in image.ancestors)
    ]


def srcset(element: Element) -> list[tuple[str, str]]:
    pairs = (each.split() for each in element.attributes["srcset"].split(","))
    return [(source, width) for source, width in pairs]


def test_the_first_picture_is_loaded_at_once_and_the_others_when_they_come_near() -> None:
    first, second = gallery(PRODUCT, PHOTO, DRAWING)
    assert first.attributes["fetchpriority"] == "high"
    assert "loading" not in first.attributes
    assert second.attributes["loading"] == "lazy"
    assert "fetchpriority" not in second.attributes


def test_the_browser_chooses_among_all_widths_in_both_formats() -> None:
    [image] = gallery(PRODUCT, PHOTO)
    [source] = body(PRODUCT, PHOTO).all("source")[:1]
    for element, ending in ((source, "webp"), (image, "jpg")):
        assert srcset(element) == [
            (f"../../assets/photos/chai-{width}.{ending}", f"{width}w") for width in WIDTHS
        ]
        assert element.attributes["sizes"].endswith("calc(100vw - 2rem)")
    assert source.attributes["type"] == "image/webp"
    assert image.attributes["src"] == "../../assets/photos/chai-1440.jpg"


def test_a_picture_keeps_its_place_before_it_has_loaded() -> None:
    [image] = gallery(PRODUCT, PHOTO)
    size = image.attributes["width"], image.attributes["height"]
    assert size == ("1440", "1080")
    assert image.attributes["style"] == "background-color:#a1b2c3"


@pytest.mark.parametrize(
    ("address", "alt", "caption"),
    [
        (
            PRODUCT,
            "Chai thủy tinh đặt trên mâm tre",
            "Ảnh mẫu chụp tại xưởng. Ảnh: Người chụp mẫu (CC BY 4.0).",
        ),
        (
            f"/en{PRODUCT}",
            "A glass bottle on a bamboo tray",
            "A sample photo taken in the workshop. Picture: Người chụp mẫu (CC BY 4.0).",
        ),
    ],
)  # fmt: skip
def test_a_picture_is_described_and_its_author_named(address: str, alt: str, caption: str) -> None:
    [image] = gallery(address, PHOTO)
    assert image.attributes["alt"] == alt
    [shown] = body(address, PHOTO).all("figcaption")
    assert caption in " ".join(shown.text.split())


def test_a_drawing_made_for_the_product_is_called_one() -> None:
    [caption] = body(PRODUCT, DRAWING).all("figcaption")
    assert caption.text.strip().startswith("Hình minh hoạ.")


def card(*files: str) -> Element:
    """The image on the product's card in the whole catalogue."""
    [image] = [
        image
        for image in body("/san-pham/", *files).all("img")
        if "/photos/" in image.attributes["src"]
    ]
    return image


def test_a_card_shows_the_first_photograph_small_and_says_nothing_twice() -> None:
    image = card(PHOTO, DRAWING)
    assert image.attributes["src"] == "../assets/photos/chai-640.jpg"
    assert (image.attributes["alt"], image.attributes["loading"]) == ("", "lazy")
    [source] = [e for e in body("/san-pham/", PHOTO).all("source") if "chai" in str(e.attributes)]
    assert [width for _, width in srcset(source)] == ["320w", "640w"]


def test_a_photograph_comes_before_a_drawing_wherever_it_stands_in_the_record() -> None:
    product = made.catalogue().product("ruou-mau")
    images = product.written.images
    assert [image.kind for image in images] == ["photo", "illustration"]
    turned = product.written.model_copy(update={"images": images[::-1]})
    from scripts.pages.views import plate

    pictures = {("ruou-mau", file): picture(file, 320) for file in (PHOTO, DRAWING)}
    where = replace(made.site(), settings=replace(made.SETTINGS, pictures=pictures))
    assert plate.of_product(where, replace(product, written=turned)).photo


def test_without_a_photograph_the_drawing_of_the_kind_stands_there() -> None:
    settings = replace(made.SETTINGS, illustrations=frozenset({"mau"}))
    shown = {page.address: page for page in pages.all(made.catalogue(), settings)}
    document = parse(PRODUCT, shown[PRODUCT].render())
    [image] = [i for i in document.all("img") if "card" not in str(i.ancestors)][:1]
    assert image.attributes["src"] == "../../assets/illustrations/mau.svg"
    assert "không phải ảnh sản phẩm" in document.all("figcaption")[0].text


def test_a_small_picture_is_offered_as_it_is() -> None:
    small = picture("nho", 200)
    assert small.up_to(640) == small.sizes == (small.largest,)
    assert picture("to", 700, 960).up_to(640)[0].width == 700


def test_machines_are_told_of_photographs_and_not_of_drawings() -> None:
    document = parse(PRODUCT, site(PHOTO, DRAWING)[PRODUCT].head())
    scripts = [json.loads(e.text) for e in document.all("script")]
    [product] = [each for each in scripts if each["@type"] == "Product"]
    assert product["image"] == ["https://ocop.example/assets/photos/chai-1440.jpg"]


def shown_elsewhere(address: str, *files: str) -> dict[str, str]:
    """What a page says to those who show a link to it."""
    metas = parse(address, site(*files)[address].head()).all("meta")
    named = {e.attributes.get("property", ""): e.attributes["content"] for e in metas}
    return {name: value for name, value in named.items() if name.startswith("og:image")}


def test_a_shared_link_shows_the_photograph_and_never_a_drawing() -> None:
    assert shown_elsewhere(f"/en{PRODUCT}", DRAWING, PHOTO) == {
        "og:image": "https://ocop.example/assets/photos/chai-1440.jpg",
        "og:image:width": "1440",
        "og:image:height": "1080",
        "og:image:alt": "A glass bottle on a bamboo tray",
    }
    assert shown_elsewhere(PRODUCT, DRAWING) == {}


def test_without_an_address_of_the_site_no_picture_can_be_named() -> None:
    pictures = {("ruou-mau", PHOTO): picture("chai", *WIDTHS)}
    settings = replace(made.SETTINGS, site_url=None, pictures=pictures)
    found = {page.address: page for page in pages.all(made.catalogue(), settings)}
    assert "og:image" not in found[PRODUCT].head()


def test_each_picture_is_a_link_to_its_file_and_names_its_author() -> None:
    document = body(PRODUCT, PHOTO, DRAWING)
    links = [e for e in document.all("a") if "/photos/" in e.attributes["href"]]
    assert [e.attributes["href"].rpartition("/")[2] for e in links] == [
        "chai-1440.jpg",
        "net-ve-1440.jpg",
    ]
    [other] = [e for e in document.all("li") if any(a.tag == "details" for a in e.ancestors)]
    assert " ".join(other.text.split()) == "Hình minh hoạ. Ảnh: Người vẽ mẫu (CC0 1.0)."


@pytest.mark.parametrize(
    ("width", "height", "upright", "drawn"),
    [
        (1440, 1080, False, "18rem"),  # 4:3 fills the plate
        (1440, 1440, False, "18rem"),  # loses its upper and lower edge
        (1440, 480, False, "40.5rem"),  # loses its sides, so it is drawn wider than the plate
        (720, 1080, True, "9rem"),  # is shown whole, so it is narrower
    ],
)
def test_sizes_are_those_at_which_a_plate_draws_a_photograph(
    width: int, height: int, upright: bool, drawn: str
) -> None:
    from scripts.pages.views.plate import Plate

    plate = Plate(source="/x.jpg", width=width, height=height, word="", photo=True)
    assert (plate.upright, plate.drawn(18)) == (upright, drawn)
