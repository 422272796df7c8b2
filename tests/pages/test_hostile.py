"""Whatever a record says stays text: it never becomes an element, an attribute or a script."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest

from tests.built.reader import Document, parse
from tests.pages import hostile

NUMBER = re.compile(r"alert\((\d+)\)")
ALLOWED_SCHEMES = re.compile(r"^(https?://|\.\./|\./|#|[a-z0-9-]+/|$)")


@cache
def documents() -> dict[str, tuple[Document, Document]]:
    return {
        address: (parse(address, page.render()), parse(address, page.head()))
        for address, page in hostile.all_pages().items()
    }


def pieces(document: Document) -> list[str]:
    """Every text and every attribute's value."""
    own = [e.text for e in document.elements if not e.ancestors]
    return own + [value for e in document.elements for value in e.attributes.values()]


def test_nothing_of_a_record_becomes_markup() -> None:
    for address, (body, head) in documents().items():
        for element in (*body.elements, *head.elements):
            handlers = [name for name in element.attributes if name.startswith("on")]
            assert not handlers, (address, element)
            assert element.attributes.get("src") != "x", address
        assert not body.all("script", "style", "iframe"), address
        leads_on = hostile.all_pages()[address].onward
        onward = {"noscript", "link"} if leads_on else set[str]()
        assert {e.tag for e in head.elements} <= {"meta", "script"} | onward, address
        assert "<!--" not in body.source, address


def test_every_text_comes_out_whole() -> None:
    texts = hostile.poisoned()[1]
    seen: set[int] = set()
    for address, both in documents().items():
        for document in both:
            for piece in pieces(document):
                if document is both[1] and piece.startswith("{"):
                    continue
                for number in map(int, NUMBER.findall(piece)):
                    seen.add(number)
                    whole = texts[number] in piece or _cut(piece)
                    assert whole, f"{address}: {piece[:200]!r}"
    assert len(seen) > len(texts) * 0.7


def _cut(piece: str) -> bool:
    """A description is cut at its length, a label in a sentence begins small."""
    return piece.endswith("…")


def test_structured_data_is_json_and_gives_the_texts_back() -> None:
    catalogue = hostile.poisoned()[0]
    for product in catalogue.products:
        _, head = documents()[product.address]
        assert head.json_ld[0]["name"] == product.name  # type: ignore[index]
    for _, head in documents().values():
        for script in (e for e in head.all("script") if "src" not in e.attributes):
            assert not re.search("[<>&\u2028\u2029]", script.text)
            json.loads(script.text)


def test_no_link_leads_to_a_script() -> None:
    for address, (body, _) in documents().items():
        for element in body.elements:
            for name in ("href", "src", "action"):
                value = element.attributes.get(name)
                if value is not None:
                    assert ALLOWED_SCHEMES.match(value), (address, value)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//host/x", "https:///x", "ftp://h/x", "h"]
)
def test_only_web_addresses_are_linked(url: str) -> None:
    from scripts.pages.views.sources import outside

    assert outside(url) is None
    assert outside("https://example.org/x?a=1&b=2") == "https://example.org/x?a=1&b=2"
