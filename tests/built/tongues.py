"""Vietnamese words on English pages that do not say that they are Vietnamese.

A name within an English sentence may stand as it is. A text that is Vietnamese as a whole, or one
of several between middle dots, must say so: a screen reader would read it by English rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.built.reader import Document, Element

READ_ALOUD = ("alt", "title", "placeholder", "aria-label")
SILENT = frozenset(["script", "style", "title"])
_MARKED = re.compile(r"[À-ỹ]")
_WORD = re.compile(r"[^\W\d_]+")
# Any of these, or a word that is spelt like no Vietnamese syllable, makes a text English.
_SMALL = frozenset(
    ["a", "an", "and", "at", "by", "from", "in", "is", "no", "not", "of", "on", "or", "the", "to"]
)
# One without marks has no ê, ơ and the like, and does not end with c, ch, p or t.
_SYLLABLE = re.compile(
    r"(?i)(b|ch?|d|gh?|gi|h|kh?|l|m|n|ngh?|nh|ph?|qu|r|s|th?|tr|v|x)?"
    r"([aeiouy]|a[iouy]|eo|i[au]|o[aei]|u[aiy]|oa[iy]|uya)(m|ng?|nh)?"
)


def unsaid(document: Document) -> Iterator[str]:
    """The Vietnamese texts and labels outside `lang="vi"`."""
    for element in document.elements:
        spoken = _spoken(element)
        if element.tag in SILENT or spoken != "en":
            continue
        labels = [element.attributes.get(name, "") for name in READ_ALOUD]
        for text in (*element.pieces, *labels):
            yield from (part.strip() for part in text.split(" · ") if is_vietnamese(part))


def is_vietnamese(text: str) -> bool:
    """Whether a text has Vietnamese letters and no English word."""
    return bool(_MARKED.search(text)) and not any(map(_is_english, _WORD.findall(text)))


def _is_english(word: str) -> bool:
    if word.lower() in _SMALL:
        return True
    plain = word.isascii() and len(word) > 1 and not word.isupper()
    return plain and not _SYLLABLE.fullmatch(word)


def _spoken(element: Element) -> str:
    for each in (element, *reversed(element.ancestors)):
        if "lang" in each.attributes:
            return each.attributes["lang"]
    return ""
