"""What must hold of every page of a built site, whatever the records say."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
import unicodedata
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.built.reader import ORIGIN, Document, Element, Site
from tests.built.tongues import unsaid

ROOT = Path(__file__).resolve().parents[2]
SITE_URL = "https://ocop.example"
STATED = re.compile(r"(?i)\b(còn hiệu lực|sắp hết hạn|is valid|still valid|expires soon)\b")
VIETNAMESE_ALONE = "/cho-can-bo/giao-dien/"
HTML_CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def fail_with(problems: list[str]) -> None:
    assert not problems, f"{len(problems)} problems:\n" + "\n".join(problems[:30])


def test_every_link_leads_to_a_page_and_every_fragment_to_an_id(site: Site) -> None:
    fail_with(site.problems_of_links())


def test_nothing_is_loaded_from_another_host(site: Site) -> None:
    fail_with(
        [
            f"{document.address} loads {url}"
            for document in site.documents.values()
            for url in document.loads
            if not url.startswith((ORIGIN, "data:"))
        ]
    )


def test_ids_are_unique_in_each_page(site: Site) -> None:
    fail_with(
        [
            f"{d.address}: {sorted({i for i in d.ids if d.ids.count(i) > 1})}"
            for d in site.documents.values()
            if len(set(d.ids)) != len(d.ids)
        ]
    )


def test_each_page_says_its_language(site: Site) -> None:
    fail_with(
        [
            f"{d.address} says {d.language!r}"
            for d in site.documents.values()
            if d.language != ("en" if d.address.startswith("/en/") else "vi")
        ]
    )


def test_vietnamese_on_english_pages_says_that_it_is(site: Site) -> None:
    fail_with(
        [
            f"{d.address}: {text[:80]!r}"
            for d in site.documents.values()
            if d.language == "en"
            for text in unsaid(d)
        ]
    )


def test_landmarks_of_a_kind_have_names_of_their_own(site: Site) -> None:
    problems = []
    for document in site.documents.values():
        forms = [e for e in document.all("form") if e.attributes.get("role") == "search"]
        for found in (forms, document.all("nav"), document.all("aside")):
            names = [_label(e, document) for e in found]
            if len(set(names)) != len(names) or "" in names:
                problems.append(f"{document.address}: {names}")
    fail_with(problems)


def test_pages_of_the_two_languages_name_each_other(site: Site) -> None:
    problems = []
    for document in _pages(site):
        if document.address.startswith(VIETNAMESE_ALONE):
            continue
        for language in ("vi", "en"):
            link = document.one("link", rel="alternate", hreflang=language)
            other = _address(link.attributes["href"], document) if link else None
            if other not in site.documents:
                problems.append(f"{document.address}: hreflang {language} → {other}")
            elif site.documents[other].language != language:
                problems.append(f"{document.address}: {other} is not in {language}")
    fail_with(problems)


def test_each_page_has_one_h1_and_headings_in_order(site: Site) -> None:
    problems = []
    for document in site.documents.values():
        levels = [int(e.tag[1]) for e in document.all("h1", "h2", "h3", "h4", "h5", "h6")]
        jumps = [b for a, b in itertools.pairwise(levels) if b > a + 1]
        if levels[:1] != [1] or levels.count(1) != 1 or jumps:
            problems.append(f"{document.address}: {levels}")
    fail_with(problems)


def test_titles_and_descriptions_are_there_and_differ(site: Site) -> None:
    problems, seen = [], dict[str, str]()
    for document in filter(_indexed, _pages(site)):
        title = next(iter(document.all("title")), None)
        description = document.meta("description") or ""
        if title is None or len(title.text.strip()) < 5 or len(description) < 20:
            problems.append(f"{document.address}: title or description is missing")
        elif (known := seen.setdefault(document.language + title.text, document.address)) and (
            known != document.address
        ):
            problems.append(f"{document.address} has the title of {known}")
    fail_with(problems)


def test_static_text_never_states_a_validity(site: Site) -> None:
    """Words that only hold on a day stand in hidden elements, legends, or the JSON for scripts."""
    fail_with(
        [
            f"{document.address}: {STATED.search(text)} in {text[:80]!r}"
            for document in _pages(site)
            for text in _claims(document)
            if STATED.search(text)
        ]
    )


def test_titles_and_descriptions_state_no_validity(site: Site) -> None:
    fail_with(
        [
            d.address
            for d in _pages(site)
            if _is_product(d)
            and STATED.search(d.all("title")[0].text + " " + (d.meta("description") or ""))
        ]
    )


def test_structured_data_never_claims_an_active_certificate_or_a_rating(site: Site) -> None:
    problems = []
    for document in site.documents.values():
        text = json.dumps(document.json_ld)
        if "CertificationActive" in text or "aggregateRating" in text:
            problems.append(document.address)
    fail_with(problems)


def test_all_text_is_in_composed_form(site: Site) -> None:
    fail_with(
        [
            d.address
            for d in site.documents.values()
            if not unicodedata.is_normalized("NFC", d.source)
        ]
    )


def test_no_template_mark_or_none_is_left(site: Site) -> None:
    pattern = re.compile(r"\{\{|\}\}|\{%|>None<|>\s*undefined\s*<")
    problems = []
    for document in site.documents.values():
        markup = re.sub(r"<(script|style)\b.*?</\1>", "", document.source, flags=re.S)
        if match := pattern.search(markup):
            problems.append(f"{document.address}: {match.group()!r}")
    fail_with(problems)


def test_canonical_addresses_are_those_of_the_pages(site: Site) -> None:
    problems = []
    for document in filter(_indexed, _pages(site)):
        link = document.one("link", rel="canonical")
        if link is None or link.attributes["href"] != SITE_URL + document.address:
            problems.append(f"{document.address}: {link}")
    fail_with(problems)


def test_the_sitemap_lists_exactly_the_indexed_pages(site: Site) -> None:
    text = (site.folder / "sitemap.xml").read_text(encoding="utf-8")
    listed = set(re.findall(rf"<loc>{re.escape(SITE_URL)}([^<]+)</loc>", text))
    indexed = {d.address for d in filter(_indexed, _pages(site))}
    fail_with(sorted(listed ^ indexed))


def test_the_html_checker_finds_no_error(site: Site) -> None:
    options = ["--skip-non-html", "--errors-only", "--format", "gnu", "--stdout"]
    command = ["java", "-Xss1m", "-jar", str(HTML_CHECKER), *options]
    result = subprocess.run(
        [*command, str(site.folder)], capture_output=True, text=True, check=False
    )
    fail_with(
        [line.replace(site.folder.as_uri(), "") for line in result.stdout.splitlines() if line]
        or ([result.stderr] if result.returncode else [])
    )


def _pages(site: Site) -> list[Document]:
    return [d for d in site.documents.values() if d.address.endswith("/")]


def _is_product(document: Document) -> bool:
    return re.fullmatch(r"(/en)?/san-pham/[^/]+/", document.address) is not None


def _indexed(document: Document) -> bool:
    return "noindex" not in (document.meta("robots") or "")


def _label(element: Element, document: Document) -> str:
    """The name that a landmark is given."""
    by = element.attributes.get("aria-labelledby")
    named = [e.text for e in document.elements if by and e.attributes.get("id") == by]
    return " ".join([element.attributes.get("aria-label", ""), *named]).strip()


def _address(href: str, document: Document) -> str:
    if href.startswith(SITE_URL):
        return href.removeprefix(SITE_URL)
    return urlsplit(urljoin(ORIGIN + document.address, href)).path


def _claims(document: Document) -> list[str]:
    """The texts of certificates' places in the page that a visitor without script reads."""
    places = [e for e in document.elements if "data-validity" in e.attributes]
    hidden = [e for e in document.elements if "hidden" in e.attributes]
    return [
        place.text if not (inside := [h for h in hidden if place in h.ancestors])
        else _without(place.text, [h.text for h in inside])
        for place in places
    ]  # fmt: skip


def _without(text: str, parts: list[str]) -> str:
    for part in parts:
        text = text.replace(part, " ", 1)
    return text


@pytest.fixture(scope="module", params=["full", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    return Site(request.getfixturevalue(f"{request.param}_site"))
