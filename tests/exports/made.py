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
    catalogue, all_pages, settings = made(products, docs)
    return catalogue, json.loads(search.data(catalogue, all_pages, settings, language))
