"""Where something is: the commune of today first, then the words of the certificate's day."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.model.types import Area, Location
from scripts.pages.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Areas to link, and the written place. `certain` is False where several are possible."""

    areas: tuple[Area, ...]
    certain: bool
    then: str
    address: str | None
    note: str | None
    former: tuple[Area, ...]
    derived: bool
    sources: tuple[str, ...]


def where(location: Location | None) -> Where | None:
    """The place of a record; None where nothing is known of it."""
    if location is None:
        return None
    written = location.written
    words = [part for part in (written.commune, written.district, written.province) if part]
    areas = location.communes or location.former[:1]
    if not (areas or words or written.address):
        return None
    return Where(
        areas=areas,
        certain=location.certain or len(areas) <= 1,
        then=", ".join(words),
        address=written.address,
        note=written.note,
        former=location.former,
        derived=written.code_basis == "derived",
        sources=tuple(written.sources),
    )


def line(site: Site, location: Location | None) -> str | None:
    """The place in a few words, for cards and descriptions."""
    found = where(location)
    if found is None:
        return None
    joined = site.plain("or").join(area.label for area in found.areas)
    if joined and not found.certain:
        return f"{joined} {site.plain('place.uncertain')}"
    return joined or found.then or found.address
