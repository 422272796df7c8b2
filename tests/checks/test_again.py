"""Reading and checking again what changed gives what reading and checking everything gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from scripts import checks, records
from scripts.checks.across import ACROSS
from scripts.checks.again import Kept
from scripts.preview.watch import Watch, changed
from scripts.records.types import Problem, Reading
from tests.builder import TODAY, CatalogueFolder
from tests.checks.case import Case, load
from tests.checks.terrible import terrible


def whole(reading: Reading, today: date = TODAY) -> list[Problem]:
    """What a run over everything finds, without the warnings that are left to it."""
    found = checks.run(reading, today)
    return [one for one in found if one.rule not in ACROSS or one.severity == "error"]


@pytest.mark.parametrize("case", load(), ids=lambda case: case.id)
def test_a_change_is_judged_as_in_a_whole_run(case: Case) -> None:
    """Each rule speaks in one of these cases, so one that stands in the wrong place is found."""
    folder, kept = CatalogueFolder.copy(case.catalogue), Kept()
    watch = Watch((folder.products,))
    seen, before = watch.look(), folder.read()
    kept.run(before, TODAY)
    case.done(folder)
    changes = changed(seen, watch.look())
    paths = {file.removeprefix(f"{folder.root}/") for file in changes.files}

    after = records.reread(before, folder.products, paths, moved=changes.moved)
    assert after == folder.read()
    kept_objects = {id(record) for record in before.records}
    assert sum(id(record) not in kept_objects for record in after.records) <= len(paths)
    folders = {path.rpartition("/")[0] for path in paths}
    assert kept.run(after, TODAY, folders) == whole(after)


def test_the_terrible_catalogue_is_found_record_by_record() -> None:
    reading, kept = terrible().read(), Kept()
    for count in range(len(reading.records) + 1):
        found = kept.run(replace(reading, records=reading.records[:count]), TODAY)
    assert found == whole(reading)


def test_another_day_is_another_judgement() -> None:
    reading, kept = CatalogueFolder.copy("full").read(), Kept()
    kept.run(reading, TODAY)
    early = date(2020, 1, 1)
    assert any(one.rule == "date-future" for one in kept.run(reading, early))
    assert kept.run(reading, early) == whole(reading, early)
    assert kept.run(reading, TODAY) == whole(reading)


def test_a_broken_and_a_mended_record() -> None:
    folder = CatalogueFolder.copy("minimal")
    path = "products/s/san-pham-mau/product.yml"
    sound = folder.read()
    folder.append(path, "khong_co: 1\n")
    broken = records.reread(sound, folder.products, {path}, moved=False)
    assert broken == folder.read()
    assert broken.broken
    folder.change(path, "khong_co: 1\n", "")
    assert records.reread(broken, folder.products, {path}, moved=False) == sound


def test_what_another_record_says_counts() -> None:
    """Cases in which one record meets itself do not tell."""
    folder, kept = CatalogueFolder.copy("full"), Kept()
    before = folder.read()
    kept.run(before, TODAY)
    path = "products/n/non-mau/product.yml"
    pack = 'trade:\n  packs:\n    - net: Một chiếc\n      gtin: "8930000000002"\n'
    folder.append(path, pack)
    after = records.reread(before, folder.products, {path}, moved=False)
    found = kept.run(after, TODAY)
    assert any(one.rule == "gtin-twice" for one in found)
    assert found == whole(after)


def test_a_drawing_that_went_is_missed() -> None:
    folder, kept = CatalogueFolder.copy("full"), Kept()
    reading = folder.read()
    assert "illustration-unknown" not in {one.rule for one in kept.run(reading, TODAY)}
    folder.remove("docs/assets/illustrations/mau.svg")
    assert "illustration-unknown" in {one.rule for one in kept.run(reading, TODAY)}


def test_a_name_withheld_later_is_looked_for_everywhere() -> None:
    folder, kept = CatalogueFolder.copy("full"), Kept()
    path = "products/n/nuoc-mam-mau/product.yml"
    maker = "products/_producers/h/ho-mau.yml"
    hidden = folder.read()
    name = next(one.value.name for one in hidden.records if one.path == maker)
    folder.append(path, f"keywords:\n  - {name}\n")
    folder.change(maker, "\nwithheld: true\n", "\n")
    open_name = folder.read()
    assert "withheld-named" not in {one.rule for one in kept.run(open_name, TODAY)}
    folder.change(maker, f"name: {name}\n", f"name: {name}\nwithheld: true\n")
    again = records.reread(open_name, folder.products, {maker}, moved=False)
    found = kept.run(again, TODAY)
    assert [one.path for one in found if one.rule == "withheld-named"] == [path]
    assert found == whole(again)
