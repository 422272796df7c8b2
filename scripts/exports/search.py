"""The search data: one file for each language, fetched when a visitor first touches the field."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial

from scripts import i18n
from scripts.exports.search_columns import Columns, pack
from scripts.exports.search_rows import Rows, kinds
from scripts.model.types import Catalogue
from scripts.pages.types import Asset, Language, Page, Settings

WORDS = "search.say."


def columns(
    catalogue: Catalogue, pages: Sequence[Page], settings: Settings, language: Language
) -> Columns:
    """Everything that can be found in a language, in columns."""
    texts = i18n.table(language)
    return pack(
        kinds(language),
        tuple(Rows(catalogue, language, pages).all(settings.editorial)),
        prefix="" if language == "vi" else f"{language}/",
        past=texts["search.past"],
        words={k.removeprefix(WORDS): text for k, text in texts.items() if k.startswith(WORDS)},
        synonyms=[synonym.words for synonym in catalogue.synonyms.synonyms],
    )


def data(
    catalogue: Catalogue, pages: Sequence[Page], settings: Settings, language: Language
) -> bytes:
    """The columns as compact JSON in UTF-8."""
    packed = columns(catalogue, pages, settings, language)
    return json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode()


def address(language: Language) -> str:
    """Where the search data of a language lies.

    The name does not change with the content: then every page would, with every record. The
    script asks the server whether the file has changed instead.
    """
    return f"/assets/search/{language}.json"


def assets(catalogue: Catalogue, pages: Sequence[Page], settings: Settings) -> Iterator[Asset]:
    """The search data of each language."""
    for language in i18n.LANGUAGES:
        content = partial(data, catalogue, pages, settings, language)
        yield Asset(address=address(language), content=content)
