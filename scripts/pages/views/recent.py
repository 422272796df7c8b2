"""The newest certificates, and those whose last day comes next: days, never a state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from scripts.model.types import IN_FORCE, Certificate, Product
from scripts.pages.site import Site
from scripts.pages.views import certificate
from scripts.text import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A product on the list of the newest certificates whose day is known."""

    product: Product
    day: Markup | str
    stars: Markup | None
    maker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A product whose certificate ends next; `standing` has the days for the script."""

    product: Product
    standing: certificate.Standing


def newest(site: Site, most: int) -> list[New]:
    """The latest certificates among those whose day of issue is known from both sides."""
    dated = [
        (latest.start.first, product, latest)
        for product in site.catalogue.products
        if (latest := product.latest) and latest.start.first and latest.start.last
        if latest.start.last <= site.catalogue.today
    ]
    dated.sort(key=lambda row: row[0], reverse=True)
    return [_new(site, product, latest) for _, product, latest in dated[:most]]


def due(site: Site, most: int) -> list[Due]:
    """Of what holds on the catalogue's day: by the first day that may be the last one."""
    ends = [
        (latest.end.first, product, latest)
        for product in site.catalogue.products
        if site.catalogue.states[product.id] in IN_FORCE
        if (latest := product.latest) and latest.end.first
    ]
    ends.sort(key=lambda row: row[0])
    return [
        Due(product=product, standing=certificate.of_certificate(site, latest))
        for _, product, latest in ends[:most]
    ]


def _new(site: Site, product: Product, latest: Certificate) -> New:
    written = latest.written.issued
    first, last = latest.start.first, latest.start.last
    exact = written or (first.isoformat() if first and first == last else None)
    return New(
        product=product,
        day=dates.format_partial(exact, site.language)
        if exact
        else site.t("date.between", first=_day(site, first), last=_day(site, last)),
        stars=site.t("stars", n=latest.written.stars) if latest.written.stars else None,
        maker=product.producer.name_in(site.language) if product.producer else None,
    )


def _day(site: Site, day: date | None) -> str:
    return dates.format_day(day, site.language) if day else ""
