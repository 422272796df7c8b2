"""One body of each kind, as reviewed; `pytest tests/pages --write-golden` writes them anew."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.pages import made

PAGES = [
    "/",
    "/tra-cuu/",
    "/nha-buon/",
    "/en/bao-chi/",
    "/danh-sach/",
    "/en/so-sanh/",
    "/san-pham/",
    "/san-pham/a-z/",
    "/san-pham/ruou-mau/",
    "/en/san-pham/ruou-mau/",
    "/san-pham/chieu-coi-mau/",
    "/san-pham/banh-mau/",
    "/chu-the/",
    "/chu-the/loai/hop-tac-xa/",
    "/chu-the/co-so-mau/",
    "/en/chu-the/ho-mau/",
    "/dia-phuong/",
    "/dia-phuong/phuong-tay-hoa-lu/",
    "/en/dia-phuong/xa-gia-tan-gia-vien-cu/",
    "/nhom/",
    "/hang-sao/",
    "/hang-sao/4-sao/",
    "/quyet-dinh/",
    "/quyet-dinh/qd-bo-2025-mau/",
    "/en/quyet-dinh/qd-tinh-2026-thu-hoi-mau/",
    "/lang-nghe/nghe-coi-mau/",
    "/diem-ban/cua-hang-mau/",
    "/video/",
    "/video/phim-mau/",
    "/cho-can-bo/bao-cao-du-lieu/",
    "/en/cho-can-bo/bao-cao-du-lieu/",
    "/cho-can-bo/bao-cao-du-lieu/chu-the/",
    "/san-pham/ruou-mau-cu/",
    "/en/san-pham/ruou-nep-da-gop/",
    "/01/08930000000002/",
    "/en/diem-ban/quay-mau-da-dong/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_as_reviewed(address: str, golden: Callable[[str, str], None]) -> None:
    page = made.all_pages()[address]
    name = address.strip("/").replace("/", "_") or "home"
    parts = [page.title, page.description, page.head(), page.render()]
    golden(f"pages/{name}.html", "\n".join(parts) + "\n")


def test_every_kind_of_page_is_reviewed() -> None:
    pages = made.all_pages()
    reviewed = {pages[address].kind for address in PAGES}
    unlike = {page.kind for page in pages.values()} - reviewed
    assert unlike == {"group", "leaf", "years", "year", "crafts", "shops"}, "lists like others"
