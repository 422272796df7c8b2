"""How much a site holds, in numbers that a later day can still use.

What the calendar alone changes is written as steps: on which day how many products enter or
leave a state. The state of the old records on a new day is the sum of the steps up to it, so that
a later site is compared with this one on the same day, without this one's records.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from scripts.model import indexes, validity
from scripts.model.types import Catalogue, Product, Span, Status
from scripts.pages.types import Page, Settings

NONE = "none"
"""The key of what stands under no other."""

START = date.min
STATE: Mapping[Status, str] = {
    Status.VALID: "valid",
    Status.EXPIRING: "valid",
    Status.EXPIRED: "expired",
    Status.REVOKED: "revoked",
    Status.UNKNOWN: "unknown",
}
Numbers = Mapping[str, int]
Steps = Mapping[str, Mapping[str, Numbers]]
"""Stars ("5", "none") → ISO day → state → how many more from that day on, or fewer."""


@dataclass(frozen=True, slots=True)
class _Dated:
    """A certificate as its state depends on it, where it may be the latest."""

    end: Span
    revoked: Span | None
    start: Span = validity.NOTHING


def counts(catalogue: Catalogue, pages: Sequence[Page], settings: Settings) -> dict[str, Any]:
    """All numbers, ready for JSON: `records`, `stars`, `groups`, `pages`, `states`."""
    products = catalogue.products
    return {
        "records": {
            "product": len(products),
            "withdrawn": len(catalogue.withdrawn),
            "producer": len(catalogue.producers),
            "decision": len(catalogue.decisions),
            "craft": len(catalogue.crafts),
            "shop": len(catalogue.shops),
            "video": len(catalogue.videos),
            "picture": len(settings.pictures),
        },
        "stars": _count(key for product in products for key in _stars(product)),
        "groups": _count(_group(product) for product in products),
        "pages": {
            language: _count(page.kind for page in pages if page.language == language)
            for language in ("vi", "en")
        },
        "states": _steps(products),
    }


def on_day(steps: Steps, day: date) -> dict[str, dict[str, int]]:
    """Stars → state → how many products are in it on a day."""
    until = day.isoformat()
    found: dict[str, dict[str, int]] = {}
    for stars, days in steps.items():
        sums: Counter[str] = Counter()
        for first, moves in days.items():
            if first <= until:
                sums.update(moves)
        found[stars] = {state: count for state, count in sorted(sums.items()) if count}
    return found


def _stars(product: Product) -> list[str]:
    return [str(count) for count in dict.fromkeys(indexes.star(product))] or [NONE]


def _group(product: Product) -> str:
    return product.leaf.group.id if product.leaf else NONE


def _count(keys: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(keys).items()))


def _steps(products: Iterable[Product]) -> dict[str, dict[str, dict[str, int]]]:
    sums: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for product in products:
        dated = tuple(_Dated(end=one.end, revoked=one.revoked) for one in product.latest_candidates)
        for stars in _stars(product):
            before = None
            for day, state in _states(dated):
                moves = sums[stars][day.isoformat()]
                moves[state] += 1
                if before:
                    moves[before] -= 1
                before = state
    return {
        stars: {day: kept for day, moves in sorted(days.items()) if (kept := _moved(moves))}
        for stars, days in sorted(sums.items())
    }


def _moved(moves: Counter[str]) -> dict[str, int]:
    return {state: count for state, count in sorted(moves.items()) if count}


@lru_cache(maxsize=16384)
def _states(candidates: tuple[_Dated, ...]) -> tuple[tuple[date, str], ...]:
    """The states of a product one after the other, each with its first day."""
    found: list[tuple[date, str]] = []
    for day in sorted({START, *_turns(candidates)}):
        state = STATE[validity.series_status(candidates, day)]
        if not found or found[-1][1] != state:
            found.append((day, state))
    return tuple(found)


def _turns(candidates: Iterable[_Dated]) -> Iterator[date]:
    """Every day on which the state of a certificate may change."""
    for one in candidates:
        ends = (day for day in (one.end.first, one.end.last) if day and day < date.max)
        yield from (day + timedelta(days=1) for day in ends)
        if one.revoked:
            yield from (day for day in (one.revoked.first, one.revoked.last) if day)
