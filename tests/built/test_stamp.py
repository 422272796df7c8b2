"""The foot of each page: of which commit the site is, when that was made, how much it holds."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts import pipeline
from scripts.exports.manifest import Origin
from scripts.pages.types import Commit
from tests.builder import TODAY, CatalogueFolder
from tests.built.reader import Document, Site

PUBLISHER = "products/_lists/publisher.yml"
HASH = "0123456789abcdef0123456789abcdef01234567"
COMMIT = Commit(hash=HASH, time=datetime(2026, 11, 23, 18, 5, tzinfo=UTC), changed=True)


@pytest.fixture(scope="module")
def stamped(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A tiny site of a commit, whose repository has an address."""
    catalogue = CatalogueFolder.copy("minimal").append(
        PUBLISHER, "repo_url: https://kho.example/ocop\n"
    )
    checked = pipeline.check(catalogue.products, TODAY)
    origin = Origin(records=pipeline.digests(checked.reading), commit=COMMIT)
    made = pipeline.edition(pipeline.catalogue(checked, TODAY), origin=origin)
    tree = tmp_path_factory.mktemp("stamped") / "site"
    pipeline.print_site(made, tree)
    return Site(tree)


def said(document: Document) -> str:
    (stamp,) = [e for e in document.elements if "stamp" in e.attributes.get("class", "").split()]
    return " ".join(stamp.text.split())


def test_a_page_names_the_commit_with_its_own_time_in_viet_nam(stamped: Site) -> None:
    assert said(stamped.documents["/"]) == (
        "Phiên bản 01234567, lưu lúc 01:05 ngày 24/11/2026 (giờ Việt Nam). "
        "Có sửa đổi chưa lưu. 1 sản phẩm, 0 chủ thể. Bảng kê tệp và mã băm SHA-256"
    )
    assert said(stamped.documents["/en/"]) == (
        "Version 01234567, recorded at 01:05 on 24 November 2026 (Viet Nam time). "
        "With changes that are not recorded. 1 product, 0 makers. "
        "List of files with SHA-256 hashes"
    )


def test_the_commit_leads_to_the_repository_and_the_list_to_the_manifest(stamped: Site) -> None:
    for document in stamped.documents.values():
        links = [url for _, url in document.links]
        assert f"https://kho.example/ocop/commit/{HASH}" in links, document.address
        assert any(url.endswith("/manifest.json") for url in links), document.address
    said = json.loads((stamped.folder / "manifest.json").read_bytes())
    assert said["commit"]["hash"] == HASH
    assert "products/s/san-pham-mau/product.yml" in said["records"]


def test_without_a_repository_the_page_says_so(full_site: Path) -> None:
    site = Site(full_site)
    assert said(site.documents["/"]).startswith("Trang này không dựng từ kho mã")
    assert said(site.documents["/en/"]).startswith("This site was not built from a repository")
