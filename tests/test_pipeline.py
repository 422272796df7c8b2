"""The rooms put together: records in, pages and files out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from scripts import pipeline
from scripts.model.addresses import STYLE
from tests.builder import TODAY, CatalogueFolder


def test_errors_stop_before_the_catalogue_and_warnings_do_not() -> None:
    folder = CatalogueFolder.copy("minimal")
    assert pipeline.check(folder.products, TODAY).sound
    folder.append("products/s/san-pham-mau/product.yml", "khong_co: 1\n")
    checked = pipeline.check(folder.products, TODAY)
    assert not checked.sound
    with pytest.raises(pipeline.RefusedError, match="khong_co"):
        pipeline.catalogue(checked, TODAY)


def test_an_edition_has_both_languages_and_the_given_day() -> None:
    folder = CatalogueFolder.copy("full")
    made = pipeline.edition(pipeline.catalogue(pipeline.check(folder.products, TODAY), TODAY))
    # The style page is for those who make pages, in Vietnamese alone.
    addresses = {page.address for page in made.pages if not page.address.startswith(STYLE)}
    assert addresses == {f"/en{a}" for a in addresses if not a.startswith("/en/")} | {
        a for a in addresses if not a.startswith("/en/")
    }
    assert made.settings.build_day == TODAY
    assert made.settings.site_url is None
    assert made.words["vi"].keys() == made.words["en"].keys()


def test_hand_written_pages_and_drawings_are_told_to_the_pages() -> None:
    folder = CatalogueFolder.copy("minimal")
    checked = pipeline.check(folder.products, TODAY)
    settings = pipeline.edition(pipeline.catalogue(checked, TODAY), "https://x.example").settings
    assert settings.site_url == "https://x.example/"
    assert {page.address for page in settings.editorial} >= {"/gioi-thieu/", "/en/gioi-thieu/"}
    drawn = {file.stem for file in Path(pipeline.DOCS / "assets/illustrations").glob("*.svg")}
    assert settings.illustrations == drawn


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-11-24T16:59:59", date(2026, 11, 24)), ("2026-11-24T17:00:00", date(2026, 11, 25))],
)
def test_today_begins_at_midnight_in_vietnam(
    monkeypatch: pytest.MonkeyPatch, moment: str, day: date
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone(tz)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "datetime", Clock)
    assert pipeline.today() == day
