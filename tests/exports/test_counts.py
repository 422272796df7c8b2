"""Counts that are still right on a later day, without the records."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from scripts import pipeline
from scripts.exports.counts import STATE, counts, on_day
from scripts.model import indexes
from scripts.model.types import Catalogue
from tests.builder import CATALOGUES, TODAY
from tests.exports.made import made

FOLDERS = {"full": CATALOGUES / "full" / "products", "real": pipeline.PRODUCTS}


@pytest.fixture(params=FOLDERS)
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    return made(FOLDERS[request.param], pipeline.DOCS)[0]


def states(catalogue: Catalogue, day: date) -> dict[str, dict[str, int]]:
    """Stars → state → products, each asked for itself."""
    found: dict[str, Counter[str]] = {}
    for product in catalogue.products:
        ranks = [str(stars) for stars in dict.fromkeys(indexes.star(product))]
        for stars in ranks or ["none"]:
            found.setdefault(stars, Counter())[STATE[product.status(day)]] += 1
    return {stars: dict(sorted(kinds.items())) for stars, kinds in sorted(found.items())}


def test_the_steps_give_the_states_of_every_day(catalogue: Catalogue) -> None:
    _, pages, settings = made(FOLDERS["full"], pipeline.DOCS)
    steps = counts(catalogue, pages, settings)["states"]
    days = {date.fromisoformat(day) for days in steps.values() for day in days}
    around = {day + timedelta(days=d) for day in days if day > date.min for d in (-1, 0, 1)}
    for day in {*around, TODAY, date(1990, 1, 1), date(2100, 1, 1)}:
        assert on_day(steps, day) == states(catalogue, day), day


def test_nothing_depends_on_the_day_of_counting(catalogue: Catalogue) -> None:
    _, pages, settings = made(FOLDERS["full"], pipeline.DOCS)
    later = replace(catalogue, today=date(2030, 1, 1))
    assert counts(catalogue, pages, settings) == counts(later, pages, settings)


def test_everything_is_counted_once_and_survives_json() -> None:
    catalogue, pages, settings = made(FOLDERS["full"], pipeline.DOCS)
    found = counts(catalogue, pages, settings)
    assert json.loads(json.dumps(found)) == found
    assert sum(found["groups"].values()) == found["records"]["product"] == len(catalogue.products)
    assert sum(n for kinds in found["pages"].values() for n in kinds.values()) == len(pages)
    assert found["records"]["withdrawn"] == len(catalogue.withdrawn) > 0
