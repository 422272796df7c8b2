"""Reads a built site the way a visitor's browser does: documents, their links, ids and words."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

VOID = frozenset(
    ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "form": "action",
         "iframe": "src", "source": "src", "video": "src", "use": "href"}  # fmt: skip
LOADED_RELS = frozenset(["stylesheet", "icon", "preload", "modulepreload", "manifest", "search"])
ORIGIN = "http://site.invalid"


@dataclass(slots=True)
class Element:
    """A tag with its attributes and where it stands; `pieces`: texts directly in it."""

    tag: str
    attributes: dict[str, str]
    ancestors: tuple[Element, ...] = field(repr=False)
    text: str = ""
    pieces: list[str] = field(default_factory=list, repr=False)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[Element] = []
        self.elements: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, tuple(self.stack))
        self.elements.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(
            Element(tag, {key: value or "" for key, value in attrs}, tuple(self.stack))
        )

    def handle_endtag(self, tag: str) -> None:
        open_tags = [element.tag for element in self.stack]
        if tag in open_tags:
            del self.stack[len(open_tags) - 1 - open_tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self.stack:
            self.stack[-1].pieces.append(data)
        for element in self.stack:
            element.text += data


@dataclass(frozen=True, slots=True)
class Document:
    """One HTML page of the site; `address` is its path as a visitor types it."""

    address: str
    source: str
    elements: list[Element] = field(repr=False)

    def all(self, *tags: str) -> list[Element]:
        """The elements of these tags, in document order."""
        return [element for element in self.elements if element.tag in tags]

    def one(self, tag: str, **attributes: str) -> Element | None:
        """The first element of a tag with these attributes."""
        for element in self.all(tag):
            if attributes.items() <= element.attributes.items():
                return element
        return None

    def meta(self, name: str) -> str | None:
        """The content of a <meta> by its name or property."""
        for element in self.all("meta"):
            if name in (element.attributes.get("name"), element.attributes.get("property")):
                return element.attributes.get("content")
        return None

    @property
    def language(self) -> str:
        """The language the page says it is in."""
        return self.all("html")[0].attributes.get("lang", "")

    @property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]

    @property
    def links(self) -> list[tuple[Element, str]]:
        """Every address the page names, made absolute against the page."""
        found = []
        for element in self.elements:
            values = [element.attributes.get(LINKS.get(element.tag, ""), "")]
            values += [each.split()[0] for each in element.attributes.get("srcset", "").split(", ")
                       if each]  # fmt: skip
            for value in filter(None, values):
                found.append((element, urljoin(ORIGIN + self.address, value)))
        return found

    @property
    def loads(self) -> list[str]:
        """What a browser fetches by itself when it opens the page."""
        return [url for element, url in self.links if _is_loaded(element)]

    @property
    def json_ld(self) -> list[object]:
        """The structured data of the page, parsed."""
        scripts = [
            e for e in self.all("script") if e.attributes.get("type", "").endswith("ld+json")
        ]
        return [json.loads(script.text) for script in scripts]


def _is_loaded(element: Element) -> bool:
    if element.tag == "link":
        return bool(LOADED_RELS & set(element.attributes.get("rel", "").split()))
    return element.tag in ("script", "img", "iframe", "source", "video", "use")


def parse(address: str, source: str) -> Document:
    """A document, or a part of one, as a browser reads it."""
    parser = _Parser()
    parser.feed(source)
    return Document(address, source, parser.elements)


class Site:
    """A built folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.documents = {d.address: d for d in map(self._read, sorted(folder.rglob("*.html")))}

    def _read(self, file: Path) -> Document:
        path = "/" + file.relative_to(self.folder).as_posix()
        return parse(path.removesuffix("index.html"), file.read_text(encoding="utf-8"))

    def target(self, url: str) -> Path | None:
        """The file behind an address of this site; None for an address elsewhere."""
        parts = urlsplit(url)
        if f"{parts.scheme}://{parts.netloc}" != ORIGIN:
            return None
        path = unquote(parts.path)
        return self.folder / (path[1:] + "index.html" if path.endswith("/") else path[1:])

    def problems_of_links(self) -> list[str]:
        """Links of the site that lead to no file or to no id."""
        found = []
        for document in self.documents.values():
            for _, url in document.links:
                target = self.target(url)
                if target is None:
                    continue
                if not target.is_file():
                    found.append(f"{document.address} → {url.removeprefix(ORIGIN)}")
                elif not self._has_fragment(url):
                    found.append(f"{document.address} → {url.removeprefix(ORIGIN)} (id)")
        return found

    def _has_fragment(self, url: str) -> bool:
        parts = urlsplit(url)
        document = self.documents.get(unquote(parts.path))
        return not parts.fragment or document is None or unquote(parts.fragment) in document.ids
