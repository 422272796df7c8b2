"""The texts of what scripts add to a page after it has loaded: one file a language."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from scripts import i18n
from scripts.i18n import Language
from scripts.pages.types import Asset

ADDRESS = "/assets/words/{language}.json"


def assets() -> Iterator[Asset]:
    """A flat JSON object a language: key without its prefix `late.` → text."""
    for language in i18n.LANGUAGES:
        yield Asset(address=ADDRESS.format(language=language), content=partial(_content, language))


def _content(language: Language) -> bytes:
    texts = i18n.words(language, i18n.LATE_PREFIX)
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode()
