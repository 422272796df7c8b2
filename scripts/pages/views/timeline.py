"""The certifications of a product one by one, the latest first."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from scripts.model.types import Certificate, Decision, Issuer, Product
from scripts.pages.site import Site
from scripts.pages.views import certificate as words
from scripts.pages.views.sources import Notes, Said
from scripts.schema.common import DayBound
from scripts.schema.product import Revocation
from scripts.text import dates, numbers

BRICKS = {"decision": 4, "council": 3, "press": 2, "named": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """On what the certificate rests: a decision, or who certified, and how we know."""

    decision: Decision | None
    signed: str | None
    issuer: Issuer | None
    evidence: Markup
    bricks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An event that bounds an unknown day of issue."""

    text: Markup
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Revoked:
    """A revocation: from when, why, by which decision."""

    date: str
    reason: str
    vietnamese: bool
    decision: Decision | None
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A decision that is only likely, with the reason: for a note, never the basis."""

    decision: Decision
    reason: str
    vietnamese: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One certification on the timeline; only what may be the latest is compared with today."""

    standing: words.Standing
    latest: bool
    basis: Basis
    number: str | None
    score: str | None
    bounds: tuple[Bound, ...]
    revoked: Revoked | None
    guess: Guess | None
    potential_five: bool
    note: Said | None
    notes: tuple[int, ...]


def basis(site: Site, certificate: Certificate) -> Basis:
    """The basis of a certificate in words."""
    decision = certificate.decision
    signed = decision.written.date if decision else None
    evidence = certificate.written.evidence
    return Basis(
        decision=decision,
        signed=dates.format_partial(signed, site.language) if signed else None,
        issuer=certificate.issuer,
        evidence=site.t(f"evidence.{evidence}"),
        bricks=BRICKS[evidence],
    )


def entries(site: Site, product: Product, notes: Notes) -> tuple[Entry, ...]:
    """All certifications of a product, in the catalogue's order."""
    latest = product.latest_candidates
    return tuple(
        _entry(site, certificate, notes, latest=any(certificate is each for each in latest))
        for certificate in product.certificates
    )


def _entry(site: Site, certificate: Certificate, notes: Notes, *, latest: bool) -> Entry:
    written = certificate.written
    guess = written.decision_inferred
    inferred = certificate.inferred
    return Entry(
        standing=words.of_certificate(site, certificate),
        latest=latest,
        basis=basis(site, certificate),
        number=written.number,
        score=_number(site, written.score),
        bounds=_bounds(site, certificate, notes),
        revoked=revoked(site, certificate, notes),
        guess=Guess(
            decision=inferred,
            reason=site.say(guess.reason, guess.reason_en),
            vietnamese=site.foreign and not guess.reason_en,
        )
        if guess and inferred
        else None,
        potential_five=written.potential_five,
        note=notes.say(written.note) if written.note else None,
        notes=notes.cite(written.sources),
    )


def revoked(site: Site, certificate: Certificate, notes: Notes) -> Revoked | None:
    """The revocation of a certificate, if there is one, whatever its day."""
    written: Revocation | None = certificate.written.revoked
    if written is None:
        return None
    return Revoked(
        date=dates.format_partial(written.date, site.language),
        reason=site.say(written.reason, written.reason_en),
        vietnamese=site.foreign and not written.reason_en,
        decision=site.catalogue.decisions.get(written.decision or ""),
        notes=notes.cite(written.sources),
    )


def _bounds(site: Site, certificate: Certificate, notes: Notes) -> tuple[Bound, ...]:
    written = certificate.written
    pairs = (("bound.after", written.not_before), ("bound.before", written.not_after))
    return tuple(_bound(site, key, bound, notes) for key, bound in pairs if bound)


def _bound(site: Site, key: str, bound: DayBound, notes: Notes) -> Bound:
    event = site.part(
        "phrase",
        "",
        text=site.say(bound.event, bound.event_en),
        vietnamese=site.foreign and not bound.event_en,
    )
    date = dates.format_partial(bound.date, site.language)
    return Bound(text=site.t(key, event=event, date=date), notes=notes.cite(bound.sources))


def _number(site: Site, score: float | int | None) -> str | None:
    return None if score is None else numbers.format_number(score, site.language)
