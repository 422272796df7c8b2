"""A sample of a hundred products: sound, plainly a sample, and with every case in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts import checks, records, samples
from scripts.model.build import build
from scripts.model.types import Catalogue
from scripts.model.validity import Status
from scripts.records.types import Reading
from scripts.schema import Product
from tests.builder import TODAY

COUNT = 100


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of records of a sample."""
    out = tmp_path_factory.mktemp("sample") / "products"
    samples.write(out, COUNT)
    return out


@pytest.fixture(scope="module")
def reading(folder: Path) -> Reading:
    """What the loader makes of it."""
    return records.read(folder)


@pytest.fixture(scope="module")
def catalogue(reading: Reading) -> Catalogue:
    """The catalogue that pages are made of."""
    return build(reading, TODAY)


@pytest.fixture(scope="module")
def products(reading: Reading) -> list[Product]:
    """The products as they are written."""
    return [record.value for record in reading.records if record.kind == "product"]


def test_a_sample_has_no_mistake_and_no_doubt_that_the_lists_do_not_have(
    reading: Reading,
) -> None:
    found = checks.run(reading, TODAY)
    assert [one for one in found if "/_lists/" not in one.path] == []
    assert [one for one in found if one.severity == "error"] == []


def test_records_of_all_kinds_are_there_in_proportion(reading: Reading) -> None:
    kinds = [record.kind for record in reading.records]
    counts = {kind: kinds.count(kind) for kind in kinds}
    assert counts["product"] == COUNT
    assert 0.35 * COUNT <= counts["producer"] <= 0.65 * COUNT
    assert {"decision", "craft", "shop", "video"} <= counts.keys()


def test_every_record_is_in_canonical_form_and_composed(reading: Reading) -> None:
    for record in reading.records:
        assert record.raw == records.canonical(record.value), record.path
        text = record.raw.decode("utf-8")
        assert unicodedata.is_normalized("NFC", text), record.path


def test_every_name_says_that_it_is_a_sample(reading: Reading) -> None:
    for record in reading.records:
        for field in ("name", "title"):
            name = getattr(record.value, field, None)
            assert name is None or name.endswith("(mẫu)"), record.path
        for field in ("name_en", "title_en"):
            name = getattr(record.value, field, None)
            assert name is None or name.endswith("(sample)"), record.path
        assert "-mau" in record.id
    assert "mẫu" in reading.lists["publisher"].value.name
    assert not reading.lists["publisher"].value.official


def test_nothing_leads_to_a_real_office_maker_or_page(reading: Reading) -> None:
    for record in reading.records:
        text = record.raw.decode("utf-8")
        for address in re.findall(r"https?://[^\s\"]+", text):
            assert (urlsplit(address).hostname or "").endswith(".example"), address
        assert set(re.findall(r"^phone: (.*)", text, re.M)) <= {"0000 000 000"}
        assert all(mail.endswith(".example") for mail in re.findall(r"\S+@\S+", text))
        assert all(n.startswith("MẪU-") for n in re.findall(r"^ *number: (.*)", text, re.M))


def test_bar_codes_are_in_the_range_for_examples(products: list[Product]) -> None:
    packs = [pack for one in products if one.trade for pack in one.trade.packs if pack.gtin]
    assert len(packs) > 5
    assert all(str(pack.gtin)[-13:].startswith("952") for pack in packs)


def test_texts_are_as_long_as_real_ones_and_some_are_missing(products: list[Product]) -> None:
    lengths = sorted(len(text.split()) for text in map(_vietnamese, products))
    assert lengths[0] < 30
    assert 120 <= lengths[COUNT // 2] <= 220
    assert 250 <= lengths[-1] <= 400
    names = [one.name.removesuffix(" (mẫu)") for one in products]
    assert min(map(len, names)) < 12 < 55 < max(map(len, names))
    syllables = {word.lower() for one in products for word in _vietnamese(one).split()}
    assert len(syllables) > 500


def _vietnamese(product: Product) -> str:
    summary = [product.summary] if product.summary else []
    passages = [*summary, *product.story, *product.facts, *product.doubts]
    return " ".join(passage.vi for passage in passages)


HAS: dict[str, Callable[[Product], object]] = {
    "no star": lambda one: not any(c.stars for c in one.certificates),
    "no certificate": lambda one: not one.certificates,
    "no maker": lambda one: one.producer is None,
    "no place": lambda one: one.place is None,
    "no commune": lambda one: not (one.place and one.place.commune),
    "a commune of today": lambda one: one.place and one.place.commune and not one.place.district,
    "one word": lambda one: len(one.name.split()) == 2,
    "several certificates": lambda one: len(one.certificates) > 1,
    "more stars later": lambda one: {(3, 4)} & set(_steps(one)),
    "revoked": lambda one: any(c.revoked for c in one.certificates),
    "withdrawn": lambda one: one.withdrawn,
    "withdrawn, once certified": lambda one: one.withdrawn and one.certificates,
    "a year alone": lambda one: any(len(c.issued or "") == 4 for c in one.certificates),
    "a month alone": lambda one: any(len(c.issued or "") == 7 for c in one.certificates),
    "only named": lambda one: any(c.evidence == "named" for c in one.certificates),
    "not before": lambda one: any(c.not_before for c in one.certificates),
    "not after": lambda one: any(c.not_after for c in one.certificates),
    "an end in print": lambda one: any(c.valid_until for c in one.certificates),
    "a picture": lambda one: one.images,
    "no summary": lambda one: one.summary is None,
    "no English": lambda one: one.summary and one.summary.en is None,
    "a story": lambda one: one.story,
    "told by the maker": lambda one: one.story_by == "producer",
    "doubts": lambda one: one.doubts,
    "trade": lambda one: one.trade,
    "a price": lambda one: one.price,
    "a season": lambda one: one.season,
    "a shop": lambda one: any(outlet.shop for outlet in one.where_to_buy),
    "an old id": lambda one: one.aliases,
    "a craft": lambda one: one.craft,
    "keywords": lambda one: one.keywords,
}


def _steps(product: Product) -> Iterator[tuple[object, object]]:
    stars = [certificate.stars for certificate in product.certificates]
    yield from pairwise(stars)


@pytest.mark.parametrize("case", HAS)
def test_some_products_have_it_and_most_have_not_the_same(
    case: str, products: list[Product]
) -> None:
    having = sum(bool(HAS[case](one)) for one in products)
    assert 1 <= having < COUNT


def test_every_validity_and_every_star_is_shown(catalogue: Catalogue) -> None:
    assert set(catalogue.states.values()) == set(Status)
    assert all(catalogue.by_star[stars] for stars in (3, 4, 5))


def test_a_maker_asked_not_to_be_named(reading: Reading) -> None:
    makers = [record.value for record in reading.records if record.kind == "producer"]
    assert {one.kind for one in makers} >= {"cooperative", "enterprise", "household"}
    assert any(one.withheld for one in makers)
