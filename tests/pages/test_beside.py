"""What stands beside a list, and where a list that is empty leads."""

from __future__ import annotations

import pytest

from tests.pages import made


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize(
    "address",
    [
        "/nhom/do-uong/ruou-trang/",
        "/hang-sao/4-sao/",
        "/nam/2025/",
        "/chu-the/loai/hop-tac-xa/",
        "/lang-nghe/",
        "/san-pham/a-z/r/",
    ],
)
def test_a_list_names_its_neighbours_and_itself_once(language: str, address: str) -> None:
    body = made.body(language + address)
    [beside] = [each for each in body.all("nav") if each.attributes.get("class") == "side"]
    links = [each for each in body.all("a") if beside in each.ancestors]
    assert len(links) > 1
    [here] = [each for each in links if "aria-current" in each.attributes]
    assert here.attributes["href"].endswith(address)


def test_a_group_shows_its_sets_with_their_counts_beside_the_products() -> None:
    body = made.body("/nhom/do-uong/")
    catalogue = made.catalogue()
    links = [each for each in body.all("a") if any(a.tag == "nav" for a in each.ancestors)]
    shown = {each.attributes["href"].split("/")[-2]: each.text for each in links}
    group = next(each for each in catalogue.groups if each.id == "do-uong")
    for leaf in group.written.leaves:
        count = len(catalogue.by_leaf.get(leaf.id, ()))
        assert shown[leaf.id] == f"{leaf.name} {count}"


def test_a_set_alone_in_its_group_has_no_list_beside_it() -> None:
    body = made.body("/nhom/du-lich/du-lich-cong-dong/")
    assert not [each for each in body.all("nav") if each.attributes.get("class") == "side"]


def test_an_empty_place_leads_to_the_nearest_unit_with_products() -> None:
    catalogue = made.catalogue()
    empty = next(
        area
        for area in catalogue.areas.values()
        if area.kind == "former-district"
        and not catalogue.by_area.get(area.id)
        and area.within
        and catalogue.by_area.get(area.within)
    )
    assert empty.within
    around = catalogue.areas[empty.within]
    doors = [
        (each.text, each.attributes["href"])
        for each in made.body(empty.address).all("a")
        if each.attributes.get("class") == "chip"
    ]
    count = len(catalogue.by_area[around.id])
    assert doors[0] == (f"{around.label} {count}", f"../..{around.address}")
    assert doors[1] == (f"Tất cả sản phẩm {len(catalogue.products)}", "../../san-pham/")


def test_a_list_with_products_has_no_doors_of_an_empty_one() -> None:
    assert "Tất cả sản phẩm" not in made.text(made.body("/nhom/do-uong/"))


def test_the_bar_of_a_year_is_its_share_of_the_fullest() -> None:
    catalogue = made.catalogue()
    counts = {year: len(found) for year, found in catalogue.by_year.items()}
    rows = [each for each in made.body("/nam/").all("tr") if each.tag == "tr"][1:]
    widths = {}
    for bar in made.body("/nam/").all("svg"):
        row = next(each for each in bar.ancestors if each.tag == "tr")
        widths[row.text[:4]] = bar.attributes["width"]
    assert len(widths) == len(rows)
    most = max(counts.values())
    for year, width in widths.items():
        assert width == f"{round(100 * counts.get(int(year), 0) / most)}%"


def test_each_decision_is_told_with_its_day_and_how_many_products_it_certified() -> None:
    catalogue = made.catalogue()
    body = made.body("/quyet-dinh/")
    rows = [row.text for row in body.all("tr")][1:]
    assert len(rows) == len(catalogue.decisions)
    for decision, row in zip(catalogue.decisions.values(), rows, strict=True):
        count = len(catalogue.by_decision.get(decision.id, ()))
        assert row.startswith(decision.label)
        assert row.endswith(str(count))
