"""Three hundred products of one maker, kind, commune, decision: no page becomes long by them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pytest

from scripts import pages, records
from scripts.model.build import build
from scripts.pages.types import Page
from scripts.pages.views import listing
from tests.builder import TODAY, CatalogueFolder
from tests.built.reader import Document, parse
from tests.pages import made

MANY = 300
LINKS, BYTES = 320, 120_000
PRODUCT = """\
id: {id}
name: Gạo mẫu {number}
producer: {producer}
group: gao-ngu-coc
place:
  commune: xã Gia Tân
  district: huyện Gia Viễn
  province: Ninh Bình
  code: "14488"
  code_basis: staff
certificates:
  - stars: 4
    issued: "2025-01-10"
    issued_basis: certificate
    decision: qd-tinh-2025-mau
    evidence: council
    sources:
      - bao-mau
craft: chi-dan-mau
sources:
  - key: bao-mau
    publisher: Báo mẫu
    supports: hạng sao và ngày cấp
"""
PRODUCER = """\
id: {id}
name: Hộ kinh doanh Mẫu {number}
kind: household
place:
  commune: xã Gia Tân
  district: huyện Gia Viễn
  province: Ninh Bình
  code: "14488"
  code_basis: staff
sources:
  - key: bao-mau
    publisher: Báo mẫu
    supports: loại hình và xã
"""


@pytest.fixture(scope="module")
def bodies() -> Mapping[str, tuple[Page, str]]:
    """Each page with its body, by address."""
    folder = CatalogueFolder.copy("full")
    for number in range(MANY):
        maker = f"ho-mau-{number}" if number % 2 else "co-so-mau"
        id = f"gao-mau-{number}"
        text = PRODUCT.format(id=id, number=number, producer=maker)
        folder.write(f"products/g/{id}/product.yml", text)
        if number % 2:
            text = PRODUCER.format(id=maker, number=number)
            folder.write(f"products/_producers/h/{maker}.yml", text)
    catalogue = build(records.read(folder.products), TODAY)
    assert len(catalogue.products) > MANY
    listed = pages.all(catalogue, made.SETTINGS)
    return {page.address: (page, page.render()) for page in listed if page.language == "vi"}


@pytest.fixture(scope="module")
def documents(bodies: Mapping[str, tuple[Page, str]]) -> Mapping[str, Document]:
    """One page of each kind and length, read as a browser does: the heaviest twenty of a kind."""
    kinds: dict[str, list[str]] = {}
    for address in sorted(bodies, key=lambda address: -len(bodies[address][1])):
        kinds.setdefault(bodies[address][0].kind, []).append(address)
    chosen = (address for those in kinds.values() for address in those[:20])
    return {address: parse(address, bodies[address][1]) for address in chosen}


def test_no_page_lists_more_than_24_cards(bodies: Mapping[str, tuple[Page, str]]) -> None:
    counts = {address: body.count('<li class="card">') for address, (_, body) in bodies.items()}
    assert max(counts.values()) == listing.PAGE_SIZE
    assert [address for address, count in counts.items() if count > listing.PAGE_SIZE] == []


def rows(document: Document) -> Counter[int]:
    """How many items each list has, and each body of a table."""
    return Counter(
        id(item.ancestors[-1])
        for item in document.all("li", "tr")
        if item.ancestors[-1].tag != "thead"
    )


def test_no_list_has_more_than_96_rows(documents: Mapping[str, Document]) -> None:
    longest = {
        address: max(rows(document).values(), default=0) for address, document in documents.items()
    }
    assert [(address, n) for address, n in longest.items() if n > listing.ROWS][:5] == []


def test_no_page_has_too_many_links(documents: Mapping[str, Document]) -> None:
    links = {address: sum(1 for _ in document.all("a")) for address, document in documents.items()}
    assert [(address, n) for address, n in links.items() if n > LINKS][:5] == []


def test_no_page_is_heavy(bodies: Mapping[str, tuple[Page, str]]) -> None:
    sizes = {address: len(body.encode()) for address, (_, body) in bodies.items()}
    assert [(address, size) for address, size in sizes.items() if size > BYTES][:5] == []
