"""axe-core (WCAG 2.2 AA and best practice) on one page of each kind, both languages and schemes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.axe import violations

KINDS = {
    "home": "/",
    "catalogue": "/san-pham/",
    "search results": "/san-pham/?q=san+pham",
    "a-z": "/san-pham/a-z/",
    "producers": "/chu-the/",
    "places": "/dia-phuong/",
    "groups": "/nhom/",
    "stars": "/hang-sao/",
    "decisions": "/quyet-dinh/",
    "videos": "/video/",
    "data report": "/cho-can-bo/bao-cao-du-lieu/",
    "records with gaps": "/cho-can-bo/bao-cao-du-lieu/san-pham/",
    "about": "/gioi-thieu/",
    "contact": "/lien-he/",
    "privacy": "/quyen-rieng-tu/",
    "missing": "/404.html",
}
# For kinds whose addresses come from records: the folder whose first page is tried.
RECORD_KINDS = ["san-pham", "chu-the", "dia-phuong", "nhom", "hang-sao", "quyet-dinh", "video"]


def addresses(site: Path) -> list[str]:
    """One page of each kind."""
    of_records = [_first(site / kind) for kind in RECORD_KINDS]
    return [*KINDS.values(), *filter(None, of_records)]


def _first(folder: Path) -> str | None:
    pages = sorted(
        p.parent
        for p in folder.glob("*/index.html")
        if not p.parent.name.startswith(("trang-", "a-z"))
    )
    return f"/{folder.name}/{pages[0].name}/" if pages else None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["vi", "en"])
def test_no_page_has_a_violation(
    page: Page, full_site: Path, full_url: str, prefix: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    problems = []
    for address in addresses(full_site):
        if address == "/404.html" and prefix:
            continue
        page.goto(full_url + prefix + address)
        problems += [f"{prefix}{address} {found}" for found in violations(page)]
    assert not problems, "\n".join(problems[:40])
