"""The search data of the catalogue `full`: what is in it, and what must not be."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from scripts.exports import search, search_proof
from scripts.exports.search_columns import Kind, Row, pack
from scripts.i18n import LANGUAGES
from scripts.pages.types import Language
from scripts.text.search import find
from scripts.text.search_index import address_of, load, spans_of
from tests.builder import CATALOGUES, CatalogueFolder
from tests.exports.made import Found, made, published, search_data

FULL = CATALOGUES / "full" / "products"
DOCS = Path(__file__).resolve().parents[2] / "docs"


def columns(language: Language = "vi") -> dict[str, Any]:
    return search_data(FULL, DOCS, language)[1]


def names(kind: str, language: Language = "vi") -> list[str]:
    found = columns(language)
    spans = zip(found["kinds"], spans_of(found), strict=True)
    return [found["names"][row] for told, span in spans if told["id"] == kind for row in span]


def addresses(query: str, language: Language = "vi") -> list[str]:
    found = columns(language)
    return [address_of(found, row) for row in find(load(found), query).rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_in_the_full_catalogue_is_found(language: Language) -> None:
    assert search_proof.unfound(*search_data(FULL, DOCS, language)) == []


def test_the_proof_sees_what_is_missing() -> None:
    catalogue, found = search_data(FULL, DOCS, "vi")
    place = found["names"].index("Rượu nếp mẫu")
    renamed = [*found["names"][:place], "Bia", *found["names"][place + 1 :]]
    assert search_proof.unfound(catalogue, {**found, "names": renamed}) != []
    unmade = [0] * len(found["producers"])
    missing = search_proof.unfound(catalogue, {**found, "producers": unmade})
    assert "'Hợp tác xã mẫu Kim Sơn' does not find /san-pham/ruou-mau/" in missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_is_a_page(language: Language) -> None:
    catalogue, pages, settings = made(FULL, DOCS)
    known = {page.address for page in (*pages, *settings.editorial)}
    found = columns(language)
    shown = [row for row, shown in enumerate(load(found).shown) if shown]
    assert {address_of(found, row) for row in shown} <= known
    assert len({address_of(found, row) for row in shown}) == len(shown)
    assert len(shown) > len(catalogue.products) + len(catalogue.producers)


def test_both_languages_name_kinds_and_groups_in_their_own() -> None:
    assert {kind["label"] for kind in columns("vi")["kinds"]} >= {"Sản phẩm", "Chủ thể"}
    assert {kind["label"] for kind in columns("en")["kinds"]} >= {"Product", "Maker"}
    group = made(FULL, DOCS)[0].groups[0]
    assert names("group")[0] == group.written.name
    assert names("group", "en")[0] == group.written.name_en
    assert f"/en{group.address}" in addresses(group.written.name, "en")
    assert names("product") == names("product", "en")


def test_hand_written_pages_are_found_by_their_titles() -> None:
    assert addresses("giới thiệu")[0] == "/gioi-thieu/"
    assert addresses("privacy", "en")[0] == "/en/quyen-rieng-tu/"


def test_what_was_withdrawn_or_withheld_is_not_in_the_data() -> None:
    catalogue, _ = search_data(FULL, DOCS, "vi")
    text = json.dumps(columns(), ensure_ascii=False)
    assert catalogue.withdrawn
    assert not {product.name for product in catalogue.withdrawn} & set(names("product"))
    withheld = [p for p in catalogue.producers.values() if p.written.withheld]
    assert withheld
    assert not [p.id for p in withheld if p.written.name in text]


def changed(path: str, old: str, new: str) -> Found:
    """The catalogue and the columns after one change of a record."""
    folder = CatalogueFolder.copy("full").change(path, old, new)
    return search_data(folder.products, DOCS, "vi")


def test_other_names_of_a_withheld_producer_are_withheld_too() -> None:
    path = "products/_producers/h/ho-mau.yml"
    _, found = changed(path, "kind: household", "other_names: [Cơ sở Văn Mẫu]\nkind: household")
    assert "Cơ sở Văn Mẫu" not in json.dumps(found, ensure_ascii=False)


def test_a_producer_is_found_by_its_other_names() -> None:
    path = "products/_producers/d/doanh-nghiep-mau.yml"
    catalogue, found = changed(path, "kind: enterprise", "other_names: [Vạn Mẫu]\nkind: enterprise")
    assert search_proof.unfound(catalogue, found) == []
    assert find(load(found), "vạn mẫu").stage == "exact"


def test_a_producer_is_found_by_an_old_commune_without_a_page() -> None:
    path = "products/_producers/d/doanh-nghiep-mau.yml"
    catalogue, found = changed(path, "commune: xã Gia Tân", "commune: xã Gia Lập")
    assert "/chu-the/doanh-nghiep-mau/" in [
        address_of(found, row) for row in find(load(found), "xã gia lập").rows
    ]
    assert search_proof.unfound(catalogue, found) == []


def test_a_hyphenated_word_is_found_as_one() -> None:
    path = "products/r/ruou-mau/product.yml"
    _, found = changed(path, "name: Rượu nếp mẫu", "name: Rượu i-ốt mẫu")
    assert find(load(found), "rượu iốt").stage == "exact"


def test_an_old_commune_without_a_product_leads_to_todays() -> None:
    catalogue, pages, _ = made(FULL, DOCS)
    known = {page.address for page in pages if page.indexed}
    lost = [
        area
        for area in catalogue.areas.values()
        if area.kind == "former-commune" and area.address not in known
    ]
    assert lost
    for area in lost:
        today = {catalogue.areas[id].address for id in area.today}
        assert today <= set(addresses(area.name))


def test_there_is_one_asset_for_each_language() -> None:
    assets = {asset.address: asset.content() for asset in search.assets(*made(FULL, DOCS))}
    first, numbers, other = assets
    assert (first, other) == ("/assets/search/vi.json", "/assets/search/en.json")
    assert published(assets, "vi") == columns("vi")
    # Both languages have the same trade item numbers, fetched only when one is typed.
    assert numbers.startswith("/assets/search/numbers-")
    assert json.loads(assets[first])["numbers"] == json.loads(assets[other])["numbers"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_many_products_are_in_shards(language: Language) -> None:
    """Everything is found in them as in one file; a shard's name tells its content."""
    catalogue, found = search_data(FULL, DOCS, language)
    files = search.files(found, language, whole=3, shard=2)
    assert published(files, language) == found
    assert search_proof.unfound(catalogue, published(files, language)) == []
    first, *shards, _ = files
    assert first == f"/assets/search/{language}.json"
    assert len(shards) == -(-len(catalogue.products) // 2)
    for address in shards:
        digest = sha256(files[address]).hexdigest()[:12]
        assert address == f"/assets/search/{language}-{digest}.json"


def test_the_first_of_the_files_has_everything_but_products() -> None:
    files = search.files(columns(), "vi", whole=3, shard=2)
    *shards, rest = json.loads(files["/assets/search/vi.json"])["blocks"]
    assert all(block.keys() == {"count", "file"} for block in shards)
    assert rest["count"] == len(columns()["names"]) - len(names("product"))
    assert {"count", "names", "near", "slugs"} <= rest.keys()


def test_the_fixed_part_leaves_room_for_products() -> None:
    """Places, groups and words take less than half of the 20 kB for 1,000 products."""
    content = search.files(columns(), "vi")["/assets/search/vi.json"]
    assert len(gzip.compress(content, 9)) < 9_000


def test_other_words_that_the_name_says_are_left_out() -> None:
    row = Row(
        key="a",
        kind="product",
        name="Bánh đa Hoà Bình",
        address="/san-pham/a/",
        also=("bánh đa", "Hòa Bình", "bánh", "đa hoà", "anh", "banh da", "bánh tráng", "tráng"),
    )
    packed = pack([Kind(id="product", label="Sản phẩm")], [row])
    assert packed["also"] == ([0], ["anh · banh da · bánh tráng"])


def test_rows_of_a_kind_have_all_an_address_or_none() -> None:
    rows = [
        Row(key="a", kind="product", name="A", address="/san-pham/a/"),
        Row(key="b", kind="product", name="B"),
    ]
    with pytest.raises(ValueError, match="product"):
        pack([Kind(id="product", label="Sản phẩm")], rows)
