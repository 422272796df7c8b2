"""The pages of the sample catalogues, made once and read as a browser does."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from scripts import i18n, pages, records
from scripts.model.build import build
from scripts.model.types import Catalogue
from scripts.pages.site import Site
from scripts.pages.types import Editorial, Language, Page, Settings
from tests.builder import CATALOGUES, TODAY
from tests.built.reader import Document, parse

URL = "https://ocop.example/"
WRITTEN = ("/gioi-thieu/", "/lien-he/", "/quyen-rieng-tu/")
DRAWINGS = frozenset({"gao", "ruou", "coi", "rau"})


def editorial() -> tuple[Editorial, ...]:
    """Hand-written pages in both languages, as docs/ has them."""
    languages: tuple[Language, ...] = i18n.LANGUAGES
    return tuple(
        Editorial(
            address=("/en" if language == "en" else "") + address,
            language=language,
            title=address,
            alternate=("" if language == "en" else "/en") + address,
        )
        for address in WRITTEN
        for language in languages
    )


SETTINGS = Settings(
    build_day=TODAY,
    site_url=URL,
    repo_url="https://example.org/kho",
    editorial=editorial(),
    illustrations=DRAWINGS,
)


@cache
def catalogue(name: str = "full") -> Catalogue:
    """A sample catalogue on its day."""
    return of_folder(CATALOGUES / name / "products")


def of_folder(products: Path) -> Catalogue:
    """The catalogue of a folder of records."""
    return build(records.read(products), TODAY)


def site(language: Language = "vi", name: str = "full") -> Site:
    """One language of a sample catalogue."""
    return Site(catalogue=catalogue(name), settings=SETTINGS, language=language)


@cache
def all_pages(name: str = "full") -> dict[str, Page]:
    """Every page of a sample catalogue by its address."""
    return {page.address: page for page in pages.all(catalogue(name), SETTINGS)}


@cache
def body(address: str, name: str = "full") -> Document:
    """The body of a page, parsed."""
    return parse(address, all_pages(name)[address].render())


@cache
def head(address: str, name: str = "full") -> Document:
    """What a page adds to <head>, parsed."""
    return parse(address, all_pages(name)[address].head())


def text(document: Document) -> str:
    """All words of a body, single-spaced."""
    outer = (element for element in document.elements if not element.ancestors)
    return " ".join(" ".join(element.text for element in outer).split())
