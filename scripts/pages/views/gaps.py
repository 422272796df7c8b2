"""What the catalogue does not know yet, as figures that stay true whatever the day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.types import Product
from scripts.pages.site import Site
from scripts.pages.views import programme
from scripts.text import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """So many, out of so many, of which something is not known."""

    count: int
    total: int
    text: Markup


_LACKS: Mapping[str, Callable[[Product], bool]] = {
    "maker": lambda product: product.producer is None,
    "stars": lambda product: not any(one.written.stars for one in product.latest_candidates),
    "photo": lambda product: all(image.kind != "photo" for image in product.written.images),
}


def of_catalogue(site: Site) -> list[Gap]:
    """Products against the published total, communes without any, facts that are missing."""
    products, found = site.catalogue.products, programme.counts(site)
    gaps = [
        Gap(
            count=found.communes - found.communes_known,
            total=found.communes,
            text=site.t("home.gap.communes"),
        ),
        *(
            Gap(
                count=sum(map(lacks, products)), total=len(products), text=site.t(f"home.gap.{key}")
            )
            for key, lacks in _LACKS.items()
        ),
    ]
    return [*_named(site), *(gap for gap in gaps if gap.count)]


def _named(site: Site) -> list[Gap]:
    """How many products are known beside the published total of all."""
    figures = programme.latest(site)
    if figures is None:
        return []
    day = dates.format_partial(figures.date, site.language)
    return [
        Gap(
            count=len(site.catalogue.products),
            total=figures.products,
            text=site.t("home.gap.products", date=day),
        )
    ]
