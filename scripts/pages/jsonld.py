"""schema.org objects: dates and stars of certificates, never a status and never a rating."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.model.types import Certificate, Producer, Product, Span
from scripts.pages.head import Json
from scripts.pages.site import Site
from scripts.pages.views.plate import photographs
from scripts.pages.views.sources import outside

CONTEXT = "https://schema.org"
BEST_RATING = 5


def product(site: Site, product: Product) -> tuple[Json, ...]:
    """A Product with its certifications and its maker."""
    written = product.written
    certificates = [c for c in product.certificates if c.revoked is None]
    return (
        _known(
            {
                "@context": CONTEXT,
                "@type": "Product",
                "name": product.name,
                "alternateName": written.name_en,
                "url": site.absolute(product.address),
                "description": _summary(site, product),
                "category": product.leaf.written.name if product.leaf else None,
                "image": list(_images(site, product)),
                "manufacturer": organisation(site, product.producer),
                "hasCertification": [_certification(site, each) for each in certificates],
            }
        ),
    )


def producer(site: Site, producer: Producer) -> tuple[Json, ...]:
    """The maker as an Organization."""
    made = organisation(site, producer)
    return ({"@context": CONTEXT, **made},) if made else ()


def organisation(site: Site, producer: Producer | None) -> Json | None:
    """What is public of a maker; a name that was withheld is not told here either."""
    if producer is None or producer.written.withheld:
        return None
    return _known(
        {
            "@type": "Organization",
            "name": producer.name,
            "alternateName": list(producer.written.other_names),
            "url": site.absolute(producer.address),
            "sameAs": outside(producer.written.website),
        }
    )


def _certification(site: Site, certificate: Certificate) -> Json:
    written = certificate.written
    issuer = certificate.issuer
    number = certificate.decision.written.number if certificate.decision else None
    return _known(
        {
            "@type": "Certification",
            "name": f"OCOP {site.plain('stars', n=written.stars)}" if written.stars else "OCOP",
            "certificationIdentification": written.number or number,
            "issuedBy": {"@type": "Organization", "name": issuer.name} if issuer else None,
            "validFrom": _exact(certificate.start),
            "expires": _exact(certificate.end),
            "certificationRating": _rating(written.stars),
        }
    )


def _rating(stars: int | None) -> Json | None:
    if stars is None:
        return None
    return {"@type": "Rating", "ratingValue": stars, "bestRating": BEST_RATING}


def _exact(span: Span) -> str | None:
    return span.first.isoformat() if span.first and span.first == span.last else None


def _summary(site: Site, product: Product) -> str | None:
    summary = product.written.summary
    return site.say(summary.vi, summary.en) if summary else None


def _images(site: Site, product: Product) -> Iterator[str]:
    base = site.settings.site_url
    for picture in photographs(site, product) if base else ():
        if picture.photo and picture.source and base:
            yield base.rstrip("/") + picture.source


def _known(fields: dict[str, Any]) -> Json:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}
