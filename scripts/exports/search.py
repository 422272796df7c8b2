"""The search data: one file for each language, fetched when a visitor first touches the field.

Where the products are many they lie in further files, the shards, fetched behind it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import Any

from scripts import i18n, processes
from scripts.exports.search_columns import Columns, pack
from scripts.exports.search_rows import Rows, kinds
from scripts.model.types import Catalogue
from scripts.pages.types import Asset, Language, Page, Settings
from scripts.text.search_file import SHARD, VERSION, WHOLE, write

# With fewer products it takes longer to start a second process than to do without one.
MANY = 300
SAY = "search.say."
FOLDER = "/assets/search/"

Files = dict[str, bytes]


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
        say={k.removeprefix(SAY): text for k, text in texts.items() if k.startswith(SAY)},
        synonyms=[synonym.words for synonym in catalogue.synonyms.synonyms],
    )


def files(columns: Columns, language: Language, whole: int = WHOLE, shard: int = SHARD) -> Files:
    """The content of the first file and of those that it names, by address; it comes first.

    The name of the first does not change with the content: then every page would, with every
    record. The script asks the server whether it has changed instead. The names of the others
    tell their content, so that they can be kept for ever.
    """
    packed = write(columns, whole, shard)
    others: Files = {}

    def name(beginning: str, told: Mapping[str, Any]) -> str:
        content = _json(told)
        file = f"{beginning}-{sha256(content).hexdigest()[:12]}.json"
        others[FOLDER + file] = content
        return file

    blocks: list[Mapping[str, Any]] = [*packed.products]
    if len(blocks) > 1:
        blocks = [
            {"count": block["count"], "file": name(language, {"version": VERSION, **block})}
            for block in blocks
        ]
    numbers = {"numbers": name("numbers", packed.numbers)} if packed.numbers else {}
    first = {**packed.head, **numbers, "blocks": [*blocks, packed.others]}
    return {address(language): _json(first), **others}


def _json(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def address(language: Language) -> str:
    """Where the first file of a language lies."""
    return f"{FOLDER}{language}.json"


def assets(catalogue: Catalogue, pages: Sequence[Page], settings: Settings) -> Iterator[Asset]:
    """The search data of each language, made at once: names of files tell their content."""
    works = [partial(_made, catalogue, pages, settings, each) for each in i18n.LANGUAGES]
    many = len(catalogue.products) >= MANY
    # Both languages have the same file of trade item numbers.
    every: Files = {}
    for made in processes.gather(works) if many else (work() for work in works):
        every |= made
    for where, content in every.items():
        yield Asset(address=where, content=partial(bytes, content))


def _made(
    catalogue: Catalogue, pages: Sequence[Page], settings: Settings, language: Language
) -> Files:
    return files(columns(catalogue, pages, settings, language), language)
