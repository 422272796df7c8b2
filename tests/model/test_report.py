"""The counts of the data report against the sample catalogue, whose records can be counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from scripts import records
from scripts.model import report
from scripts.model.build import build
from scripts.model.report import Line, Report
from scripts.model.types import Catalogue, Status
from scripts.schema.lists import Figures, StarCount
from tests.builder import CATALOGUES, TODAY
from tests.model.world import reading, record


@pytest.fixture(scope="module")
def full() -> Catalogue:
    return build(records.read(CATALOGUES / "full" / "products"), TODAY)


@pytest.fixture(scope="module")
def made(full: Catalogue) -> Report:
    return report.build(full)


def counts(lines: tuple[Line, ...]) -> dict[str, tuple[int, int | None]]:
    return {line.key: (line.count, line.in_force) for line in lines if line.count}


def test_the_whole_stands_beside_the_published_totals(made: Report) -> None:
    assert (made.whole.count, made.whole.in_force) == (12, 6)
    assert made.whole.published
    assert (made.whole.published.count, made.whole.published.date) == (30, "2025-10-14")
    assert made.whole.published.sources == ("so-lieu-mau",)
    assert made.withdrawn == 1


def test_every_state_is_of_the_day(full: Catalogue, made: Report) -> None:
    assert made.states == {
        Status.VALID: 5,
        Status.EXPIRING: 1,
        Status.EXPIRED: 2,
        Status.REVOKED: 1,
        Status.UNKNOWN: 3,
    }


def test_what_runs_out_soon_comes_earliest_first() -> None:
    days = {"a": "2024-02-22", "b": "2023-11-23", "c": "2024-02-10", "d": "2024-02-23"}
    products = [
        record(
            "product",
            id,
            name=f"Gạo {id}",
            certificates=[{"evidence": "press", "issued": day, "valid_until": f"2027{day[4:]}"}],
        )
        for id, day in days.items()
    ]
    due = report.build(build(reading(*products), date(2026, 11, 24))).expiring
    # The 90th day from 24 November 2026 is 22 February 2027.
    assert [product.id for product in due] == ["c", "a"]
    due = report.build(build(reading(*products), date(2027, 1, 1))).expiring
    assert [product.id for product in due] == ["c", "a", "d"]


def test_each_former_province_splits_into_its_districts(made: Report) -> None:
    assert counts(made.provinces) == {
        "tinh-nam-dinh-cu": (1, 0),
        "tinh-ninh-binh-cu": (4, 2),
        "": (7, 4),
    }
    nam_dinh, ninh_binh = made.provinces[:2]
    assert counts(ninh_binh.parts) == {"huyen-gia-vien-cu": (2, 1), "huyen-kim-son-cu": (2, 1)}
    shown = [line.key for line in nam_dinh.parts]
    assert "thanh-pho-nam-dinh-cu" in shown, "a district without products is shown"
    assert "huyen-my-loc-cu" not in shown, "one merged before 2025 only where a product lies in it"


def test_a_product_of_no_known_district_is_counted_in_its_province() -> None:
    place = {"province": "Nam Định"}
    made = report.build(build(reading(record("product", "a", name="Gạo", place=place)), TODAY))
    [province] = [line for line in made.provinces if line.key == "tinh-nam-dinh-cu"]
    assert counts((province,)) == {"tinh-nam-dinh-cu": (1, 0)}
    assert counts(province.parts) == {"": (1, 0)}


def test_groups_split_into_all_26_sets(made: Report) -> None:
    assert counts(made.groups) == {
        "thuc-pham": (8, 4),
        "do-uong": (1, 1),
        "thu-cong": (1, 0),
        "du-lich": (1, 1),
        "": (1, 0),
    }
    leaves = [leaf for line in made.groups for leaf in line.parts]
    assert len(leaves) == 26
    assert sum(leaf.count for leaf in leaves) == 11


def test_stars_are_those_of_the_latest_certificate(made: Report) -> None:
    # bánh đa has two certificates of which either may be the latest: it counts for both.
    assert counts(made.stars) == {"5": (1, 1), "4": (6, 3), "3": (5, 2), "": (1, 0)}
    published = [line.published.count if line.published else None for line in made.stars]
    assert published == [1, 9, 20, None]


def test_years_are_those_known_for_certain(made: Report) -> None:
    assert counts(made.years) == {
        "2026": (1, 1),
        "2025": (2, 2),
        "2024": (4, 2),
        "2023": (1, 0),
        "2021": (2, 1),
        "": (3, 1),
    }


def test_evidence_is_that_of_the_latest_certificate(made: Report) -> None:
    assert counts(made.evidence) == {
        "decision": (4, 2),
        "council": (1, 1),
        "press": (6, 3),
        "named": (1, 0),
    }


def test_evidence_of_an_older_certificate_does_not_count() -> None:
    old = {"evidence": "decision", "issued": "2021"}
    new = {"evidence": "press", "issued": "2025"}
    product = record("product", "a", name="Gạo", certificates=[old, new])
    assert counts(report.build(build(reading(product), TODAY)).evidence) == {"press": (1, 1)}


def test_makers_are_counted_as_the_published_figures_count_them() -> None:
    kinds = ["cooperative", "household", "group", None]
    makers = [
        record("producer", f"m-{n}", name=f"Cơ sở {n}", **({"kind": kind} if kind else {}))
        for n, kind in enumerate(kinds)
    ]
    made = report.build(build(reading(*makers), TODAY))
    found = {line.key: line.count for line in made.makers.parts}
    assert made.makers.count == 4
    assert found == {"cooperative": 1, "enterprise": 0, "household": 2, "": 1}


def test_published_makers_stand_beside_ours(made: Report) -> None:
    published = [line.published.count for line in made.makers.parts if line.published]
    assert published == [6, 5, 9]
    assert made.makers.published
    assert made.makers.published.count == 20


def figures(id: str, date: str, products: int, **fields: Any) -> Figures:
    return Figures(id=id, date=date, products=products, **fields)


def test_the_latest_figures_of_each_area_are_shown(full: Catalogue) -> None:
    listed = [
        figures("a", "2024", 150, area="Tỉnh Nam Định (trước 1/7/2025)"),
        figures("b", "2021", 251, area="Tỉnh Nam Định (trước 1/7/2025)"),
        figures("c", "2025-05", 209, area="Tỉnh Ninh Bình (trước 1/7/2025)"),
        figures("d", "2025-11-17", 980, by_star=[StarCount(stars=4, count=153)]),
        figures("e", "2025-10-14", 970),
    ]
    programme = full.programme.model_copy(update={"figures": listed})
    made = report.build(replace(full, programme=programme))
    found = {line.key: line.published.count for line in made.provinces if line.published}
    assert found == {"tinh-nam-dinh-cu": 150, "tinh-ninh-binh-cu": 209}
    assert made.whole.published
    assert made.whole.published.count == 980
    assert [line.published and line.published.count for line in made.stars[:3]] == [None, 153, None]
    assert made.makers.published is None


def test_communes_with_a_product_are_counted(full: Catalogue, made: Report) -> None:
    assert (made.communes, made.communes_known) == (5, 4)


def test_an_empty_catalogue_has_a_report() -> None:
    made = report.build(build(reading(), TODAY))
    assert (made.whole.count, made.makers.count, made.expiring) == (0, 0, ())
    assert made.whole.published is None
