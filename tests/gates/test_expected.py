"""The files that a site must have."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from scripts.gates import expected
from scripts.gates.lock import Manifest

RECORDS = {
    "products/b/banh/product.yml": "1",
    "products/_producers/h/ho-mau.yml": "2",
    "products/_crafts/nghe.yml": "3",
    "products/_lists/law.yml": "4",
}
PAGES = ("/san-pham/banh/", "/chu-the/ho-mau/", "/lang-nghe/nghe/")
ENGLISH = tuple(f"/en{address}" for address in PAGES)
SERVED = frozenset({*expected.ALWAYS, *PAGES, *ENGLISH, "/data.csv"})


def manifest(**files: bytes) -> Manifest:
    entries = {
        name.replace("_", "."): {"sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    }
    return Manifest(build_day=date(2026, 11, 24), counts={}, files=entries, records=RECORDS)


def test_a_whole_site_lacks_nothing() -> None:
    assert list(expected.missing(manifest(data_csv=b"x"), SERVED)) == []


@pytest.mark.parametrize("address", [*expected.ALWAYS, *PAGES, *ENGLISH, "/data.csv"])
def test_each_file_is_missed(address: str) -> None:
    (said,) = expected.missing(manifest(data_csv=b"x"), SERVED - {address})
    assert address in said


def test_what_must_always_be_there_has_not_become_less() -> None:
    assert {"/", "/en/", "/san-pham/", "/en/san-pham/", "/404.html", "/sitemap.xml", "/robots.txt",
            "/manifest.json"} < set(expected.ALWAYS)  # fmt: skip


def test_a_page_of_a_record_is_named_with_the_record() -> None:
    said = list(expected.missing(manifest(), SERVED - {"/en/san-pham/banh/"}))
    assert said == ["thiếu trang /en/san-pham/banh/ của bản ghi products/b/banh/product.yml"]


def test_data_that_is_not_as_listed_is_found(tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_bytes(b"y")
    made = manifest(data_csv=b"x", gone_csv=b"x")
    said = list(expected.altered(made, lambda name: (tmp_path / name).read_bytes()))
    assert [line.partition(" ")[0] for line in said] == ["/data.csv", "/gone.csv"]
