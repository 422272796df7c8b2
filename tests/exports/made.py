"""The search data of a folder of records, made once and read back from its JSON."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from scripts import pages, records
from scripts.exports import search
from scripts.model.build import build
from scripts.model.types import Catalogue
from scripts.pages.types import Language, Page, Settings
from scripts.press import editorial
from scripts.text.search_file import read
from tests.builder import TODAY

Found = tuple[Catalogue, dict[str, Any]]
Made = tuple[Catalogue, tuple[Page, ...], Settings]


@cache
def made(products: Path, docs: Path) -> Made:
    """The catalogue of sound records, and its pages."""
    catalogue = build(records.read(products), TODAY)
    settings = Settings(build_day=TODAY, editorial=editorial.read(docs))
    return catalogue, tuple(pages.all(catalogue, settings)), settings


def search_data(products: Path, docs: Path, language: Language) -> Found:
    """The catalogue and the columns of its search data."""
    columns = search.columns(*made(products, docs), language)
    return made(products, docs)[0], published(search.files(columns, language), language)


def published(files: search.Files, language: Language) -> dict[str, Any]:
    """The columns as they are read back from the files of a language."""

    def fetch(name: str) -> dict[str, Any]:
        content: dict[str, Any] = json.loads(files[search.FOLDER + name])
        return content

    return read(json.loads(files[search.address(language)]), fetch)
