"""The picture on the waterline: a photograph, else a drawing of the kind, else the kind's name."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.types import Product
from scripts.pages.site import Site
from scripts.pages.types import Picture, Rendition
from scripts.schema.product import Image

FOLDER = "/assets/illustrations/"
DRAWING = (320, 240)
# A plate is 4:3. A photograph fills it and loses its edges (of a panorama the middle is left), but
# one that is taller than this (a bottle, a person) is shown whole.
PLATE = 4 / 3
UPRIGHT = 0.95
# On its product's page a photograph is seen whole, and no taller than this, in rem (gallery.css).
TALLEST = 34


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

    @property
    def upright(self) -> bool:
        """Whether it is a photograph that must not be cropped to a plate."""
        return self.photo and self.width / self.height < UPRIGHT

    def drawn(self, rem: float) -> str:
        """How wide the picture is drawn on a 4:3 plate that is so many rem wide.

        Wider than the plate where its sides are cropped, narrower where it is shown whole.
        """
        scale = self.width / self.height / PLATE
        cropped = self.photo and not self.upright
        return f"{rem * (max(scale, 1) if cropped else min(scale, 1)):.3g}rem"

    def up_to(self, width: int) -> tuple[Rendition, ...]:
        """The sizes for a plate that needs a picture of 4:3 no wider than this."""
        sizes = self.picture.sizes if self.picture else ()
        tall = round(width / PLATE)
        fitting = (each for each in sizes if each.width <= width or each.height <= tall)
        return tuple(fitting) or sizes[:1]

    def whole(self, rem: float) -> str:
        """How wide the picture is drawn where it is seen whole, with so many rem of room."""
        return f"{min(rem, TALLEST * self.width / self.height):.3g}rem"


def drawing(site: Site, name: str | None, word: str) -> Plate:
    """A drawing by its id, where there is such a drawing."""
    known = name is not None and name in site.settings.illustrations
    width, height = DRAWING
    return Plate(
        source=f"{FOLDER}{name}.svg" if known else None, width=width, height=height, word=word
    )


def of_product(site: Site, product: Product) -> Plate:
    """The first photograph of a product, else its first drawing, else the drawing of its kind."""
    return gallery(site, product)[0]


def gallery(site: Site, product: Product) -> tuple[Plate, ...]:
    """What a product's page shows: photographs, then drawings, else the drawing of its kind."""
    own = sorted(photographs(site, product), key=lambda plate: not plate.photo)
    return tuple(own) or (of_kind(site, product),)


def shared(site: Site, product: Product) -> Plate | None:
    """The photograph that stands for the page where somebody shares it."""
    first = of_product(site, product)
    return first if first.photo else None


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
