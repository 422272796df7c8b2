"""The certificates of samples: every way in which a real one may be known, in like shares."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.samples.decisions import Decisions
from scripts.samples.dice import Dice
from scripts.samples.places import Home
from scripts.samples.prose import Writer
from scripts.samples.sources import Sources
from scripts.text.dates import add_months

Fields = dict[str, Any]
MONTHS = 36

_YEARS = ((6, 2020), (10, 2021), (12, 2022), (22, 2023), (22, 2024), (18, 2025), (10, 2026))
_STARS = ((70, 3), (28, 4), (2, 5))
_SCORES = {3: (50, 69), 4: (70, 89), 5: (90, 99)}
_MET = ("hội đồng mẫu họp", "the sample council met")
_HANDED = ("trao giấy chứng nhận mẫu", "the sample certificates were handed over")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the certificates of one product are drawn from."""

    dice: Dice
    sources: Sources
    writer: Writer
    home: Home | None
    decisions: Decisions

    def stars(self) -> int:
        """How many stars."""
        return self.dice.weighted(_STARS)

    def year(self) -> int:
        """The year of a certificate."""
        return self.dice.weighted(_YEARS)

    def day(self, year: int) -> str:
        """A day of the year that lies before the day on which the samples were read."""
        last = 10 if year == 2026 else 12
        return f"{year}-{self.dice.number(1, last):02d}-{self.dice.number(6, 28):02d}"


def series(case: Case, state: str) -> list[Fields]:
    """The certificates of a product in a state, the oldest first."""
    return _STATES[state](case)


def _closed(case: Case, year: int, stars: int) -> Fields:
    """A certificate of a year that is known, more or less exactly."""
    way = case.dice.weighted(((45, _on_day), (25, _in_year), (10, _in_month), (20, _between)))
    return way(case, case.day(year), stars)


def _on_day(case: Case, day: str, stars: int) -> Fields:
    """The day is known, most often from a decision."""
    dice = case.dice
    decided = case.decisions.decide(dice, stars, day, case.home) if dice.chance(0.8) else None
    issued = decided.day if decided else day
    found = _base(case, stars) | {"issued": issued, "issued_basis": "press"}
    if decided:
        found["decision"] = decided.id
        found["issued_basis"] = dice.pick(("decision", "decision", "certificate"))
        found["evidence"] = dice.pick(("decision", "decision", "press"))
        if dice.chance(0.25):
            found["number"] = f"MẪU-{dice.number(1, 9999):04d}/GCN"
    if dice.chance(0.15):
        found["valid_until"] = add_months(date.fromisoformat(issued), MONTHS).isoformat()
    return found


def _in_year(case: Case, day: str, stars: int) -> Fields:
    """Only the year is known."""
    return _base(case, stars, day) | {"issued": day[:4], "issued_basis": "press"}


def _in_month(case: Case, day: str, stars: int) -> Fields:
    """Only the month is known."""
    return _base(case, stars, day) | {"issued": day[:7], "issued_basis": "press"}


def _between(case: Case, day: str, stars: int) -> Fields:
    """Two events bound the day."""
    last = add_months(date.fromisoformat(day), 1).isoformat() if day < "2026-10" else day
    found = _base(case, stars, day)
    found |= {"not_before": _bound(case, day, _MET), "not_after": _bound(case, last, _HANDED)}
    return _with_likely_decision(case, found, day)


def _after(case: Case, day: str, stars: int) -> Fields:
    """Only an event before it is known."""
    return _base(case, stars) | {"not_before": _bound(case, day, _MET), "evidence": "council"}


def _before(case: Case, day: str, stars: int) -> Fields:
    """Only an event after it is known."""
    return _base(case, stars) | {"not_after": _bound(case, day, _HANDED)}


def _base(case: Case, stars: int | None, day: str | None = None) -> Fields:
    """What every certificate has; with a day at times the office of that day."""
    dice = case.dice
    found: Fields = {"stars": stars, "evidence": "press"}
    if stars and dice.chance(0.15):
        found["score"] = dice.number(*_SCORES[stars]) + dice.pick((0, 0, 0.5))
    if stars == 4 and dice.chance(0.05):
        found["potential_five"] = True
    if stars and day and dice.chance(0.5):
        issuer = case.decisions.issuer(stars, day, case.home)
        found["issuer"] = issuer.id if issuer else None
    if dice.chance(0.1):
        found["note"] = case.writer.passage("doubts")
    return found | {"sources": case.sources.cite("award")}


def _bound(case: Case, day: str, event: tuple[str, str]) -> Fields:
    written = day[: case.dice.pick((10, 10, 10, 7))]
    return {
        "date": written,
        "event": event[0],
        "event_en": event[1],
        "sources": case.sources.cite("award"),
    }


def _with_likely_decision(case: Case, found: Fields, day: str) -> Fields:
    """At times a decision that may be the one."""
    decided = case.decisions.decide(case.dice, found["stars"], day, case.home)
    if decided and case.dice.chance(0.15):
        reason, english = "Cùng cơ quan, cùng năm (mẫu).", "Same office, same year (sample)."
        found["decision_inferred"] = {
            "decision": decided.id,
            "reason": reason,
            "reason_en": english,
        }
    return found


def _one(case: Case) -> list[Fields]:
    return [_closed(case, case.year(), case.stars())]


def _open(case: Case) -> list[Fields]:
    way = case.dice.pick((_after, _before))
    return [way(case, case.day(case.year()), case.stars())]


def _undated(case: Case) -> list[Fields]:
    return [_base(case, case.stars())]


def _named(case: Case) -> list[Fields]:
    return [_base(case, None) | {"evidence": "named"}]


def _starless(case: Case) -> list[Fields]:
    found = _base(case, None) | {"evidence": case.dice.pick(("press", "council"))}
    if case.dice.chance(0.6):
        found |= {"issued": str(case.year()), "issued_basis": "press"}
    return [found]


def _soon(case: Case) -> list[Fields]:
    """The months of the certificate end within ninety days of the day of the samples."""
    day = f"2024-01-{case.dice.number(6, 28):02d}"
    return [_base(case, 3) | {"issued": day, "issued_basis": "certificate"}]


def _five(case: Case) -> list[Fields]:
    return [_on_day(case, case.day(case.dice.pick((2024, 2025))), 5)]


def _renewed(case: Case) -> list[Fields]:
    """Certified again, often with a star more; some for the third time."""
    year, stars = case.dice.number(2020, 2022), 3 if case.dice.chance(0.8) else 4
    found = [_closed(case, year, stars)]
    while year < 2025 and (len(found) < 2 or case.dice.chance(0.3)):
        year = min(year + case.dice.number(2, 3), 2026)
        stars = min(4, stars + case.dice.pick((0, 0, 1)))
        found.append(_closed(case, year, stars))
    return found


def _revoked(case: Case) -> list[Fields]:
    year = case.dice.number(2022, 2024)
    found = _on_day(case, case.day(year), case.stars())
    reason = case.writer.reason()
    found["revoked"] = {
        "date": case.day(year + 1),
        "reason": reason.vi,
        "reason_en": reason.en,
        "sources": case.sources.cite("award"),
    }
    return [found]


_STATES: dict[str, Callable[[Case], list[Fields]]] = {
    "one": _one,
    "open": _open,
    "undated": _undated,
    "named": _named,
    "starless": _starless,
    "soon": _soon,
    "five": _five,
    "renewed": _renewed,
    "revoked": _revoked,
    "none": lambda case: [],
}
