"""Hugo's templates and front matter, made of the site of a small catalogue."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from scripts.bench.peers import hugo
from scripts.bench.peers.hugo import sheet
from scripts.bench.peers.hugo.golang import Writer
from scripts.bench.peers.hugo.markup import ROOT, parse
from scripts.bench.peers.hugo.shape import Shape

CARD = re.compile(r'"(#?[a-z0-9-]+~\d+)"')


def learnt(*pages: str) -> Shape:
    shape = Shape("")
    for page in pages:
        shape.learn(parse(page), page)
    return shape


def printed(shape: Shape, page: str) -> tuple[str, Any]:
    return Writer("card.html").template(shape, ".v.").strip(), shape.values(parse(page), page)


def test_what_all_pages_have_is_the_template_and_the_rest_are_values() -> None:
    pages = "<h1>Gạo</h1><p>Nguồn</p>", "<h1>R&amp;D</h1><p>Nguồn</p>"
    template, values = printed(learnt(*pages), pages[1])
    assert template == "<h1>{{ .v.c0 }}</h1><p>Nguồn</p>"
    assert values == {"c0": "R&D"}


def test_an_attribute_is_a_value_where_it_differs_and_a_condition_where_it_is_missing() -> None:
    pages = '<p class="a" id="x">1</p>', '<p class="a" id="y" hidden>1</p>'
    template, values = printed(learnt(*pages), pages[1])
    opening = '<p class="a" id="{{ .v.c0a1 }}"{{ if .v.c0a2 }} hidden{{ end }}>'
    assert template == f"{opening}1</p>"
    assert values == {"c0a1": "y", "c0a2": True}


def test_a_part_that_is_not_always_there_is_a_condition() -> None:
    pages = "<h1>a</h1>", "<h1>a</h1><p>b</p>"
    shape = learnt(*pages)
    assert printed(shape, pages[0]) == ("<h1>a</h1>{{ with .v.c1 }}<p>b</p>{{ end }}", {"k": True})
    assert printed(shape, pages[1])[1] == {"c1": True}


def test_neighbours_of_a_kind_are_a_list() -> None:
    page = "<ul><li>a</li><li>b</li></ul>"
    template, values = printed(learnt(page), page)
    assert template.replace("\n", "") == "<ul>{{ range .v.c0c0 }}<li>{{ . }}</li>{{ end }}</ul>"
    assert values == {"c0c0": ["a", "b"]}


def test_words_between_elements_are_one_value() -> None:
    pages = "<p>a <b>b</b></p>", "<p>c</p>"
    template, values = printed(learnt(*pages), pages[0])
    assert template == "<p>{{ .v.c0 | safeHTML }}</p>"
    assert values == {"c0": "a <b>b</b>"}


def test_parts_in_another_order_have_places_of_their_own() -> None:
    pages = "<h2>a</h2><p>b</p>", "<p>b</p><h2>a</h2>"
    shape = learnt(*pages)
    assert printed(shape, pages[0])[0].count("{{ with") == 2
    assert printed(shape, pages[0])[1] == {"c0": True}
    assert printed(shape, pages[1])[1] == {"c2": True}


def test_a_card_is_looked_up_and_its_links_begin_at_the_page() -> None:
    page = '<card id="a~0"><card id="b~1">'
    template, values = printed(learnt(page), page)
    assert '{{ partialCached "card.html" (dict "id" .a0 "r" $r) .a0 $r }}' in template
    assert values == {"c0": [{"a0": "a~0"}, {"a0": "b~1"}]}
    links = f'<a href="{ROOT}/x/">1</a>', f'<a href="{ROOT}/y/">1</a>'
    card = learnt(*links)
    assert '<a href="{{ $r }}{{ .c0a0 | safeURL }}">' in Writer().template(card, ".")
    assert card.values(parse(links[1]), links[1]) == {"c0a0": "/y/"}


@pytest.fixture(scope="module")
def project(full_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hugo") / "site"
    hugo.write(full_site, folder)
    return folder


def test_every_page_has_front_matter_and_its_layout(project: Path, full_site: Path) -> None:
    told = [json.loads(file.read_text()) for file in project.rglob("content/**/*.md")]
    there = {f"/{file.relative_to(full_site)}".removesuffix("index.html")
             for file in full_site.rglob("*.html")}  # fmt: skip
    assert {page["url"] for page in told} == there
    for page in told:
        assert (project / "layouts" / f"{page['layout']}.html").is_file()
        assert ROOT not in json.dumps(page, ensure_ascii=False)


def test_few_templates_serve_many_pages(project: Path) -> None:
    layouts = {file.stem.rpartition("-")[0] for file in project.glob("layouts/*.html")}
    assert {f"product-{language}" for language in sheet.LANGUAGES} <= layouts
    assert len(list(project.glob("layouts/product-*.html"))) <= 6


def test_cards_that_pages_show_are_in_the_data(project: Path) -> None:
    for language in sheet.LANGUAGES:
        cards = json.loads((project / "data" / "cards" / f"{language}.json").read_text())
        pages = (project / "content" / language).rglob("*.md")
        shown = {
            id for page in pages for id in re.findall(r'"(#?[a-z0-9-]+~\d+)"', page.read_text())
        }
        assert shown == set(cards) != set()


def test_the_configuration_can_be_read(project: Path) -> None:
    assert tomllib.loads((project / "hugo.toml").read_text())["baseURL"].endswith("/")
