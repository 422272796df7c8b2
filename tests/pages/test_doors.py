"""The pages behind the doors: only what there is, each count with what it counts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from scripts.pages.kinds import media, traders, verify
from scripts.pages.site import Site
from tests.pages import made


def test_one_of_each_sort_is_there_to_try() -> None:
    tried = [a.attributes["href"] for a in made.body("/tra-cuu/").all("a")]
    words = [link.partition("?q=")[2] for link in tried if "?q=" in link]
    assert len(words) == 3
    assert words[1].endswith("-UBND")
    assert words[2].isdigit()


def test_where_no_bar_code_is_known_none_is_offered() -> None:
    [page] = verify.pages(made.site(name="minimal"))
    assert not re.search(r"\?q=\d+\"", page.render())


def test_all_states_and_all_sorts_of_evidence_are_explained() -> None:
    classes = {
        name
        for element in made.body("/tra-cuu/").elements
        for name in element.attributes.get("class", "").split()
    }
    assert {"v-valid", "v-soon", "v-over", "v-revoked", "v-unk"} <= classes
    assert {"e1", "e2", "e3", "e4"} <= classes


def test_a_trader_sees_how_many_products_tell_what() -> None:
    body = made.body("/nha-buon/")
    rows = [e.text for e in body.all("tr")]
    assert any(row.startswith("Quy cách") and "1 trong 12" in row for row in rows)
    assert len(rows) == len(traders.FACTS)


def test_what_is_published_most_often_comes_first() -> None:
    whole = made.catalogue()
    seasonal = tuple(
        replace(p, written=p.written.model_copy(update={"season": [1]})) for p in whole.products
    )
    changed = replace(whole, products=seasonal)
    [page] = traders.pages(Site(catalogue=changed, settings=made.SETTINGS, language="vi"))
    first = next(line for line in page.render().splitlines() if '<th scope="row">' in line)
    assert "Mùa vụ" in first


def test_what_no_product_tells_is_gathered_in_one_line() -> None:
    whole = made.catalogue()
    silent = tuple(
        replace(p, written=p.written.model_copy(update={"trade": None})) for p in whole.products
    )
    site = Site(catalogue=replace(whole, products=silent), settings=made.SETTINGS, language="vi")
    [page] = traders.pages(site)
    body = page.render()
    [line] = [line for line in body.splitlines() if 'class="nas"' in line]
    assert "Quy cách · Mã vạch" in line
    assert "Mùa vụ" not in line
    assert "Quy cách</th>" not in body


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_published_figure_has_a_source_on_the_page(prefix: str) -> None:
    body = made.body(f"{prefix}/bao-chi/")
    rows = [e for e in body.all("tr") if any(a.tag == "tbody" for a in e.ancestors)]
    assert len(rows) == len(made.catalogue().programme.figures)
    for row in rows:
        assert [a for a in body.all("a") if row in a.ancestors and "#n" in a.attributes["href"]]


def test_a_citation_has_the_whole_address_or_says_where_to_put_it() -> None:
    [page] = media.pages(made.site())
    assert "https://ocop.example/san-pham/" in page.render()
    nowhere = replace(made.SETTINGS, site_url=None)
    [page] = media.pages(Site(catalogue=made.catalogue(), settings=nowhere, language="vi"))
    assert "[địa chỉ trang]" in page.render()


def test_the_pages_are_found_by_their_titles() -> None:
    from scripts.exports.search_rows import Rows

    listed = list(made.all_pages().values())
    rows = Rows(made.catalogue(), "vi", listed).all(made.SETTINGS.editorial)
    found = {row.address for row in rows if row.kind == "page"}
    assert {"/tra-cuu/", "/nha-buon/", "/bao-chi/"} <= found
