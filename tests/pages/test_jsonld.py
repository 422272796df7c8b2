"""Structured data: dates and stars of certificates, no status, no rating by visitors, no guess."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from scripts import pages
from tests.built.reader import parse
from tests.pages import made


def product(id: str, prefix: str = "") -> dict[str, Any]:
    data: Any = made.head(f"{prefix}/san-pham/{id}/").json_ld[0]
    assert data["@type"] == "Product"
    return dict(data)


def test_a_product_gives_its_certificates_with_exact_days() -> None:
    latest, first = product("ruou-mau")["hasCertification"]
    assert latest == {
        "@type": "Certification",
        "name": "OCOP 4 sao",
        "certificationIdentification": "12/GCN-OCOP",
        "issuedBy": {"@type": "Organization", "name": "Ủy ban nhân dân tỉnh Ninh Bình"},
        "validFrom": "2025-12-20",
        "expires": "2028-12-20",
        "certificationRating": {"@type": "Rating", "ratingValue": 4, "bestRating": 5},
    }
    assert first["certificationIdentification"] == "2700/QĐ-UBND"


def test_a_day_that_is_not_known_exactly_is_left_out() -> None:
    [certificate] = product("bun-mau")["hasCertification"]
    assert "validFrom" not in certificate
    assert "expires" not in certificate


def test_an_inferred_decision_and_a_revoked_certificate_are_left_out() -> None:
    [certificate] = product("du-lich-mau")["hasCertification"]
    assert "certificationIdentification" not in certificate
    assert "hasCertification" not in product("chieu-coi-mau")


def test_no_status_and_no_rating_by_visitors() -> None:
    for address in made.all_pages():
        text = json.dumps(made.head(address).json_ld)
        assert "certificationStatus" not in text
        assert "aggregateRating" not in text


def test_the_maker_is_an_organisation_with_its_page() -> None:
    maker = product("ruou-mau", "/en")["manufacturer"]
    assert maker["name"] == "Hợp tác xã mẫu Kim Sơn"
    assert maker["url"] == "https://ocop.example/en/chu-the/co-so-mau/"


def test_the_path_leads_down_to_the_page() -> None:
    [path] = [d for d in made.head("/san-pham/ruou-mau/").json_ld if d["@type"] == "BreadcrumbList"]  # type: ignore[index]
    items = path["itemListElement"]  # type: ignore[index]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert items[0]["item"] == "https://ocop.example/san-pham/"


def test_without_a_site_address_there_is_no_url_in_it() -> None:
    bare = replace(made.SETTINGS, site_url=None)
    for page in pages.all(made.catalogue(), bare):
        for data in parse(page.address, page.head()).json_ld:
            assert data["@type"] != "BreadcrumbList"  # type: ignore[index]
            assert "url" not in data  # type: ignore[operator]
