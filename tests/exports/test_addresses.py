from __future__ import annotations

from dataclasses import replace

import pytest

from scripts.exports import addresses, redirects
from scripts.pages.types import Asset, Editorial, Page


def page(address: str) -> Page:
    return Page(
        address=address,
        language="en" if address.startswith("/en/") else "vi",
        kind="product",
        title="",
        describe=str,
        render=str,
    )


def test_each_pair_has_one_line_and_lines_are_sorted() -> None:
    locked = addresses.published(
        [page("/san-pham/b/"), page("/en/san-pham/b/"), page("/"), page("/en/")],
        [Asset(address="/a.csv", content=bytes)],
        [Editorial(address="/lien-he/", language="vi", title="")],
    )
    assert locked == ("* /", "  /a.csv", "  /lien-he/", "* /san-pham/b/")


def test_an_english_page_without_a_twin_stands_alone() -> None:
    assert addresses.lines(["/en/x/"]) == ("  /en/x/",)
    assert list(addresses.addresses(["  /en/x/"])) == ["/en/x/"]


@pytest.mark.parametrize(
    "address",
    [
        "/san-pham/trang-3/",
        "/en/nhom/thuc-pham/trang-12/",
        "/san-pham/a-z/b/",
        "/san-pham/a-z/b/trang-2/",
        "/assets/css/site.0123abcd.css",
        "/assets/search/vi.json",
        "/404.html",
        "/sitemap-2.xml",
        "/robots.txt.br",
        "/san-pham/index.html.gz",
        "/.nojekyll",
    ],
)
def test_what_is_no_promise(address: str) -> None:
    assert not addresses.promised(address)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/san-pham/a-z/",
        "/san-pham/trang/",
        "/nam/2021/",
        "/01/08938505970014/",
        "/sitemap.xml",
        "/robots.txt",
        "/manifest.json",
        "/cho-can-bo/bao-cao-du-lieu.csv",
    ],
)
def test_what_is_a_promise(address: str) -> None:
    assert addresses.promised(address)


def test_the_tree_serves_what_its_files_are() -> None:
    files = ["index.html", "san-pham/x/index.html", "robots.txt"]
    assert addresses.of_tree(files) == {"/", "/san-pham/x/", "/robots.txt"}


def test_a_file_reads_as_it_was_written() -> None:
    locked = addresses.lines(["/", "/en/", "/robots.txt"])
    content = addresses.text(locked)
    assert content.startswith("# ")
    assert addresses.read(content) == locked
    assert set(addresses.addresses(locked)) == {"/", "/en/", "/robots.txt"}
    with pytest.raises(ValueError, match=r"addresses\.lock"):
        addresses.read("/san-pham/x/\n")


def test_the_next_lock_forgets_nothing() -> None:
    assert addresses.extended(["  /x/"], ["/y/", "/en/x/"]) == ("* /x/", "  /y/")


def test_each_address_that_is_not_served_is_lost_in_its_language() -> None:
    lost = addresses.lost(["* /san-pham/x/", "  /robots.txt"], {"/san-pham/x/"})
    assert [one.address for one in lost] == ["/en/san-pham/x/", "/robots.txt"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/san-pham/gao-x/", "products/g/gao-x/product.yml"),
        ("/en/san-pham/gao-x/", "python -m scripts withdraw gao-x"),
        ("/chu-the/htx-x/", "aliases: [htx-x]"),
        ("/quyet-dinh/qd-1/", "products/_decisions/qd-1.yml"),
        ("/chi-dan-dia-ly/dua/", "products/_crafts/dua.yml"),
        ("/video/phim/", "products/_videos/phim/video.yml"),
        ("/diem-ban/cua-hang/", "products/_shops/cua-hang.yml"),
        ("/dia-phuong/xa-kim-son/", "communes.yml"),
        ("/nhom/do-uong/ruou-trang/", "groups.yml"),
        ("/01/08938505970014/", "trade.former_gtins"),
        ("/gioi-thieu/", "docs/"),
        ("/gioi-thieu/", "products/_lists/addresses.yml"),
        ("/01/08938505970014/", "mã từng ghi nhầm thì nói rõ trong products/_lists/addresses.yml"),
    ],
)
def test_the_message_says_which_record_to_mend(address: str, said: str) -> None:
    (lost,) = addresses.lost([f"  {address}"], ())
    assert f"mất địa chỉ đã công bố {address}: " in lost.message
    assert said in lost.message


OLD, NEW = "/san-pham/cu/", "/san-pham/moi/"


def test_the_line_of_an_old_id_says_where_it_leads() -> None:
    served = [OLD, f"/en{OLD}", NEW, f"/en{NEW}"]
    onward = {OLD: NEW, f"/en{OLD}": f"/en{NEW}"}
    locked = addresses.lines(served, onward)
    assert locked == (f"* {OLD} > {NEW}", f"* {NEW}")
    assert set(addresses.addresses(locked)) == set(served)
    assert addresses.extended(locked, served, onward) == locked
    pages = [replace(page(a), onward=onward.get(a)) for a in served]
    assert addresses.published(pages, ()) == locked


@pytest.mark.parametrize(
    ("onward", "reused"),
    [
        ({OLD: NEW}, ()),
        ({OLD: "/san-pham/moi-hon/", NEW: "/san-pham/moi-hon/"}, ()),
        ({NEW: OLD}, ()),
        ({}, (OLD,)),
        ({NEW: "/san-pham/khac/"}, (OLD,)),
    ],
)
def test_an_id_once_used_is_never_given_to_another_record(
    onward: dict[str, str], reused: tuple[str, ...]
) -> None:
    found = addresses.reused([f"* {OLD} > {NEW}", f"* {NEW}"], {OLD, NEW}, onward)
    assert tuple(one.address for one in found) == reused
    assert all("mã đã dùng không dùng lại" in one.message for one in found)


def test_an_address_must_not_lead_to_nothing() -> None:
    assert addresses.astray({OLD, NEW}, {OLD: NEW}) == ()
    [astray] = addresses.astray({OLD}, {OLD: NEW})
    assert astray.message == f"địa chỉ {OLD} dẫn tới {NEW}, nơi không có trang nào"


def test_the_file_of_redirects_reads_as_it_was_written() -> None:
    made = [replace(page(OLD), onward=NEW), page(NEW)]
    [asset] = redirects.assets(made)
    assert redirects.read(asset.content()) == {OLD: NEW}
    assert asset.address == "/assets/redirects.json"
    with pytest.raises(ValueError, match="object"):
        redirects.read(b"[]")
