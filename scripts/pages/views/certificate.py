"""A certificate in words that stay true: days and what is unknown, never whether it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from scripts.model.types import Certificate, Product, Span
from scripts.pages.site import Site
from scripts.text import dates
from scripts.text.dates import add_months

ONE_DAY = timedelta(days=1)
REMEMBERED = 64
DAY_LENGTH, MONTH_LENGTH = len("YYYY-MM-DD"), len("YYYY-MM")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """The stars in words: `drawn` beside the drawn stars, `plain` for any day."""

    stars: int | None
    drawn: Markup
    plain: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a card or an answer says of a certificate; `data` is what validity.js reads."""

    data: Mapping[str, str]
    rank: Rank
    short: Markup
    issued: Markup
    until: Markup
    first: str | None
    last: str | None
    revoked: Markup | None = None


def standing(site: Site, product: Product) -> Standing:
    """The latest known certificate of a product; where the order is unsure, all that may be it."""
    certificates = product.certificates
    if not certificates:
        return _nothing(site)
    latest = product.latest
    if latest is not None:
        return of_certificate(site, latest)
    return _unsure(site, product.latest_candidates)


def of_certificate(site: Site, certificate: Certificate) -> Standing:
    """One certificate, as a timeline, a card and the answer show it.

    The last few are remembered: one page asks for the same one several times.
    """
    memory: dict[int, tuple[Certificate, Standing]] = site.memory.setdefault("standings", {})
    known = memory.get(id(certificate))
    if known is not None:
        return known[1]
    if len(memory) >= REMEMBERED:
        memory.clear()
    made = _of_certificate(site, certificate)
    memory[id(certificate)] = certificate, made
    return made


def _of_certificate(site: Site, certificate: Certificate) -> Standing:
    exact = _exact(certificate.start) and _exact(certificate.end) and not certificate.revoked
    return Standing(
        data=_data(certificate),
        rank=rank(site, certificate),
        short=_revoked(site, "certificate.short.revoked", certificate)
        or _last_day(site, "certificate.short", certificate.end),
        revoked=_revoked(site, "certificate.revoked", certificate),
        issued=issued(site, certificate),
        until=until(site, certificate),
        first=_day(site, certificate.start.first) if exact else None,
        last=_day(site, certificate.end.last) if exact else None,
    )


def rank(site: Site, certificate: Certificate) -> Rank:
    """The stars and the year of a certificate."""
    stars = certificate.written.stars
    if stars is None:
        unknown = site.t("rank.unknown")
        return Rank(stars=None, drawn=unknown, plain=unknown)
    year = year_of(certificate)
    key = "rank.past" if year else "rank.past.undated"
    return Rank(
        stars=stars,
        drawn=site.t("stars", n=stars),
        plain=site.t(key, stars=site.t("stars", n=stars), year=year),
    )


def year_of(certificate: Certificate) -> str:
    """The year or years in which the certificate was issued; "" where that is not known."""
    start = certificate.start
    if start.first is None or start.last is None:
        return ""
    first, last = start.first.year, start.last.year
    return str(first) if first == last else f"{first}–{last}"


def issued(site: Site, certificate: Certificate) -> Markup:
    """When the certificate was issued, as precisely as it is known.

    Bounds that narrow the written month or year are told in its place.
    """
    written, start = certificate.written.issued, certificate.start
    if written is None:
        return _bounds(site, "certificate.start", start)
    first, last = dates.parse_partial(written)
    if start.first not in (None, first) or start.last not in (None, last):
        return _bounds(site, "certificate.start", start)
    kind = {DAY_LENGTH: "day", MONTH_LENGTH: "month"}.get(len(written), "year")
    return site.t(f"certificate.issued.{kind}", date=dates.format_partial(written, site.language))


def until(site: Site, certificate: Certificate) -> Markup:
    """The last day of the certificate's validity and where that day comes from."""
    printed = certificate.written.valid_until is not None
    basis = site.t(
        "certificate.basis.printed" if printed else "certificate.basis.months",
        months=certificate.months,
    )
    return _last_day(site, "certificate.end", certificate.end, basis=basis)


def _revoked(site: Site, key: str, certificate: Certificate) -> Markup | None:
    """From when a decision revokes the certificate, whatever day it is today."""
    written = certificate.written.revoked
    if written is None:
        return None
    return site.t(key, date=dates.format_partial(written.date, site.language))


def _last_day(site: Site, key: str, end: Span, **values: object) -> Markup:
    """The last day in words; a whole month or year is named as such."""
    first, last = end.first, end.last
    if first is None or last is None or first == last:
        return _bounds(site, key, end, **values)
    if first.day == 1 and last == add_months(first, 1) - ONE_DAY:
        return site.t(f"{key}.month", date=_partial(site, last, MONTH_LENGTH), **values)
    if first.replace(month=1, day=1) == first and last == add_months(first, 12) - ONE_DAY:
        return site.t(f"{key}.year", year=str(first.year), **values)
    return _bounds(site, key, end, **values)


def _bounds(site: Site, key: str, span: Span, **values: object) -> Markup:
    """The text for what is known of a span: a day, two bounds, one, or nothing."""
    if _exact(span):
        kind = "day"
    else:
        known = span.first is not None, span.last is not None
        kind = {
            (True, True): "between",
            (True, False): "after",
            (False, True): "before",
            (False, False): "unknown",
        }[known]
    first, last = _day(site, span.first), _day(site, span.last)
    return site.t(f"{key}.{kind}", first=first, last=last, **values)


def _exact(span: Span) -> bool:
    return span.first is not None and span.first == span.last


def _day(site: Site, day: date | None) -> str:
    return dates.format_day(day, site.language) if day else ""


def _partial(site: Site, day: date, length: int) -> str:
    return dates.format_partial(day.isoformat()[:length], site.language)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _data(certificate: Certificate) -> Mapping[str, str]:
    revoked = certificate.revoked
    data = {
        "start-first": _iso(certificate.start.first),
        "start-last": _iso(certificate.start.last),
        "end-first": _iso(certificate.end.first),
        "end-last": _iso(certificate.end.last),
        "revoked": _iso(revoked.first) if revoked else "",
        "stars": str(certificate.written.stars or ""),
    }
    if revoked and not _exact(revoked):
        data["revoked-last"] = _iso(revoked.last)
    return data


def _series(certificates: Sequence[Certificate]) -> str:
    return json.dumps([one.series_item for one in certificates], separators=(",", ":"))


def _unsure(site: Site, certificates: Sequence[Certificate]) -> Standing:
    stars = sorted({one.written.stars for one in certificates if one.written.stars})
    words = site.t("rank.unknown")
    if stars:
        alternatives = [site.t("stars", n=number) for number in stars]
        words = site.t("rank.past.undated", stars=Markup(site.t("or")).join(alternatives))
    note = site.t("certificate.unsure")
    return Standing(
        data={"certificates": _series(certificates)},
        rank=Rank(stars=None, drawn=words, plain=words),
        short=note,
        issued=note,
        until=Markup(),
        first=None,
        last=None,
    )


def _nothing(site: Site) -> Standing:
    unknown = site.t("rank.unknown")
    none = site.t("certificate.none")
    return Standing(
        data={},
        rank=Rank(stars=None, drawn=unknown, plain=unknown),
        short=none,
        issued=none,
        until=Markup(),
        first=None,
        last=None,
    )
