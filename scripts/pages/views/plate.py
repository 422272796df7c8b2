"""The picture on the waterline: a photograph, else a drawing of the kind, else the kind's name."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.types import Product
from scripts.pages.site import Site
from scripts.pages.types import Picture
from scripts.schema.product import Image

FOLDER = "/assets/illustrations/"
DRAWING = (320, 240)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """What stands on a plate: a `picture`, or one file, or without `source` the `word`."""

    source: str | None
    width: int
    height: int
    word: str
    alt: str = ""
    alt_vietnamese: bool = False
    photo: bool = False
    picture: Picture | None = None
    caption: str | None = None
    caption_vietnamese: bool = False
    credit: str | None = None
    licence: str | None = None


def drawing(site: Site, name: str | None, word: str) -> Plate:
    """A drawing by its id, where there is such a drawing."""
    known = name is not None and name in site.settings.illustrations
    width, height = DRAWING
    return Plate(
        source=f"{FOLDER}{name}.svg" if known else None, width=width, height=height, word=word
    )


def of_product(site: Site, product: Product) -> Plate:
    """The first photograph of a product, else its first drawing, else the drawing of its kind."""
    own = sorted(photographs(site, product), key=lambda plate: not plate.photo)
    return own[0] if own else of_kind(site, product)


def of_kind(site: Site, product: Product) -> Plate:
    """The drawing that a product names, or its set's, or its group's."""
    leaf = product.leaf
    names = [product.written.illustration]
    if leaf is not None:
        names += [leaf.written.illustration, leaf.group.written.illustration]
    name = next((n for n in names if n in site.settings.illustrations), None)
    group = leaf.group.written if leaf else None
    word = site.say(group.short, group.short_en) if group else site.plain("plate.unsorted")
    return drawing(site, name, word)


def photographs(site: Site, product: Product) -> tuple[Plate, ...]:
    """The published pictures of a product, in the record's order."""
    found = (
        (image, site.settings.pictures.get((product.id, image.file)))
        for image in product.written.images
    )
    return tuple(_picture(site, image, picture) for image, picture in found if picture)


def _picture(site: Site, image: Image, picture: Picture) -> Plate:
    return Plate(
        source=picture.largest.jpeg,
        width=picture.largest.width,
        height=picture.largest.height,
        word="",
        alt=site.say(image.alt, image.alt_en),
        alt_vietnamese=site.foreign and not image.alt_en,
        photo=image.kind == "photo",
        picture=picture,
        caption=site.say(image.caption, image.caption_en) if image.caption else None,
        caption_vietnamese=site.foreign and not image.caption_en,
        credit=image.credit,
        licence=image.licence,
    )
