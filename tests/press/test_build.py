"""A whole build through MkDocs: what comes out, and what is refused."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.pages.types import Asset, Page
from scripts.press import engine
from scripts.press.address import AddressError
from scripts.press.engine import EngineError
from scripts.press.shell import ShellError
from scripts.press.verify import VerifyError, verify
from scripts.press.write import BodyError
from tests.press import sample
from tests.press.sample import ROOT, edition, page, sample_pages

CONFIG = ROOT / "mkdocs.yml"
TITLED = "---\ntitle: Giới thiệu & “thử”\ndescription: Mô tả <b>\n---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample pages, built."""
    folder = tmp_path_factory.mktemp("project")
    robots = Asset(address="/robots.txt", content=lambda: b"User-agent: *\n")
    tree = folder / "site"
    printed = engine.build(sample.project(folder), tree, edition(assets=[robots]))
    verify(tree, printed)
    return tree


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Where a project of its own has its hand-written pages."""
    sample.project(tmp_path)
    (tmp_path / "docs" / "en").mkdir()
    return tmp_path / "docs"


def build(docs: Path, pages: Sequence[Page] | None = None, **settings: str) -> Path:
    tree = docs.parent / "out"
    engine.build(docs.parent / "mkdocs.yml", tree, edition(pages, docs=docs, **settings))
    return tree


def test_pages_and_assets_are_there(site: Path) -> None:
    for made in sample_pages():
        assert (site / made.address[1:] / "index.html").is_file()
    assert (site / "robots.txt").read_bytes() == b"User-agent: *\n"


def test_the_theme_speaks_the_language_of_the_page(site: Path) -> None:
    assert '<html lang="vi"' in (site / "index.html").read_text()
    assert '<html lang="en"' in (site / "en" / "index.html").read_text()


def test_texts_of_pages_and_scripts_cannot_become_markup(site: Path) -> None:
    html = (site / "san-pham" / "ruou" / "index.html").read_text()
    assert "<b onclick" not in html
    assert re.findall(r"<title>(.*?)</title>", html) == [
        "Rượu &amp; &lt;b onclick=&quot;x&quot;&gt;&quot;nếp&quot;&lt;/b&gt; {{ front }} {% raw %} "
        "&lt;/title&gt; – vi shell.site"
    ]
    assert '<script type="application/json" id="words">{"x": "\\u003c/script\\u003e"}' in html


def test_engine_noise_and_unused_files_are_left_out(site: Path) -> None:
    assert 'name="generator"' not in (site / "index.html").read_text()
    assert not list(site.rglob("sitemap.xml*"))
    assert not list(site.rglob("lunr*"))
    assert not list(site.rglob("workers"))


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    html = (site / "san-pham" / "ruou" / "index.html").read_text()
    assert re.findall(r'<(?:script|link|img)[^>]+(?:src|href)="(?:https?:)?//[^"]*"', html) == []


def test_pages_from_records_do_without_the_bundle_and_the_styles_of_the_theme(site: Path) -> None:
    html = (site / "san-pham" / "ruou" / "index.html").read_text()
    assert "javascripts/bundle." not in html
    assert "stylesheets/" not in html
    assert "__config" not in html
    assert "assets/css/site." in html


def test_hand_written_pages_have_both_and_hide_alternate_links_from_the_bundle(docs: Path) -> None:
    """It would fetch a sitemap for each and take over clicks that lead to them."""
    (docs / "gioi-thieu.md").write_text(TITLED + "# Chào\n")
    html = (build(docs) / "gioi-thieu" / "index.html").read_text()
    assert html.index('"link[rel=alternate]"') < html.index("javascripts/bundle.")
    assert html.index("stylesheets/main.") < html.index("assets/css/site.")


def test_style_sheets_become_one_file_in_their_order(site: Path) -> None:
    (sheet,) = (site / "assets" / "css").glob("*.css")
    text = sheet.read_text()
    assert sheet.name in (site / "index.html").read_text()
    assert text.startswith("@font-face")
    assert "/*" not in text
    place = 0
    for name in re.findall(r"assets/css/[a-z-]+\.css", CONFIG.read_text()):
        first = (ROOT / "docs" / name).read_text().split("{")[0].split("*/")[-1].strip()
        place = text.index(f"\n{first} {{", place) if place else 1


def test_every_style_sheet_is_named_in_the_configuration() -> None:
    there = {f"assets/css/{file.name}" for file in (ROOT / "docs/assets/css").glob("*.css")}
    assert there == set(re.findall(r"assets/css/[a-z-]+\.css", CONFIG.read_text()))


def test_the_error_page_works_at_any_address(docs: Path) -> None:
    html = (build(docs, site_url="https://ocop.example/x/") / "404.html").read_text()
    assert 'name="robots" content="noindex"' in html
    links = re.findall(r'(?:src|href|action)="([^"]*)"', html)
    assert [link for link in links if not link.startswith(("/x/", "#"))] == []
    assert "en lost.title" in html


def test_hand_written_pages_are_like_the_others(docs: Path) -> None:
    (docs / "gioi-thieu.md").write_text(TITLED + "# Chào\n\n[tất cả](/san-pham/ruou/)")
    (docs / "en" / "gioi-thieu.md").write_text(TITLED + "# Hello\n")
    tree = build(docs, site_url="https://ocop.example/")
    html = (tree / "gioi-thieu" / "index.html").read_text()
    assert "<title>Giới thiệu &amp; “thử” – vi shell.site</title>" in html
    assert 'content="Mô tả &lt;b&gt;"' in html
    assert '<link rel="canonical" href="https://ocop.example/gioi-thieu/">' in html
    assert 'hreflang="en" href="https://ocop.example/en/gioi-thieu/"' in html
    assert '<a href="../san-pham/ruou/">' in html
    assert html.count('class="skip"') + html.count('class="md-skip"') == 1
    assert '<html lang="en"' in (tree / "en" / "gioi-thieu" / "index.html").read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[x](/san-pham/khong-co/)", "/san-pham/khong-co/"),
        ("[x](khong-co.md)", "khong-co.md"),
        ("[x](#khong-co)", "khong-co"),
    ],
)
def test_a_link_of_a_hand_written_page_that_leads_nowhere_fails(
    docs: Path, text: str, said: str
) -> None:
    (docs / "a.md").write_text(f"{TITLED}# A\n\n{text}\n")
    with pytest.raises(EngineError, match=said):
        build(docs)


def test_a_hand_written_page_cannot_take_the_address_of_a_record(docs: Path) -> None:
    (docs / "san-pham").mkdir()
    (docs / "san-pham" / "ruou.md").write_text(TITLED)
    with pytest.raises(AddressError, match="docs"):
        build(docs)


def test_two_records_cannot_have_one_address(docs: Path) -> None:
    twice = [page("/a/", "vi", "product", "Một"), page("/a/", "vi", "product", "Hai")]
    with pytest.raises(AddressError, match=r"Một.*Hai"):
        build(docs, twice)


def test_a_body_that_fails_names_its_page(docs: Path) -> None:
    bad = replace(page("/a/", "vi", "product", "A"), render=lambda: str(1 / 0))
    with pytest.raises(BodyError, match="/a/"):
        build(docs, [bad])


def test_a_template_that_changes_a_value_is_refused(docs: Path) -> None:
    templates = docs / "templates"
    templates.unlink()
    templates.mkdir()
    for part in (ROOT / "docs" / "templates").iterdir():
        (templates / part.name).symlink_to(part)
    main = (ROOT / "docs" / "templates" / "main.html").read_text()
    (templates / "main.html").unlink()
    (templates / "main.html").write_text(main.replace("{{ front.body }}", "{{ front.body|upper }}"))
    with pytest.raises(ShellError):
        build(docs)


def test_the_same_day_gives_the_same_bytes_everywhere(tmp_path: Path) -> None:
    trees = []
    for zone, language, seed in (("Asia/Tokyo", "vi_VN.UTF-8", "1"), ("UTC", "C", "2")):
        tree = tmp_path / f"longer{seed}" / "site"
        environment = {"TZ": zone, "LC_ALL": language, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-m", "tests.press.sample", str(tree)],
            cwd=ROOT,
            env=environment,
            check=True,
        )
        trees.append({f.relative_to(tree): f.read_bytes() for f in tree.rglob("*") if f.is_file()})
    assert trees[0] == trees[1]


def test_a_tree_with_a_missing_empty_or_foreign_file_is_refused(tmp_path: Path) -> None:
    tree = tmp_path / "site"
    printed = engine.build(sample.project(tmp_path), tree, edition())
    verify(tree, printed)
    (tree / "index.html").unlink()
    (tree / "404.html").write_text("")
    (tree / "left.txt").write_text("x")
    with pytest.raises(VerifyError, match=r"missing: index.html; .*left.txt; .*empty: 404.html"):
        verify(tree, printed)


def test_warnings_of_the_engine_fail_the_build(docs: Path) -> None:
    config = docs.parent / "mkdocs.yml"
    config.write_text(config.read_text() + "unknown: 1\n")
    with pytest.raises(EngineError, match="unknown"):
        build(docs)
