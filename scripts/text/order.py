"""Vietnamese alphabetical order: letters first, tones only where all letters agree."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# The 29 letters of quốc ngữ with f, j, w, z in their Latin places.
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# No mark, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries and of CLDR.
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
_PLACE = {letter: chr(ord("a") + place) for place, letter in enumerate(ALPHABET)}

Key = tuple[str, str, str]


@lru_cache(maxsize=4096)
def _letter(character: str) -> tuple[str, str]:
    """The letter without its tone, and the tone ("0" for none, "" for what is no letter)."""
    if not character.isalnum():
        return " ", ""
    marks = unicodedata.normalize("NFD", character)
    tone = next((mark for mark in marks if mark in _TONES), "")
    letter = unicodedata.normalize("NFC", marks.replace(tone, "") if tone else marks)
    return (letter if letter in _PLACE or character == "đ" else marks[0]), _TONES.get(tone, "0")


def vietnamese_key(text: str) -> Key:
    """A sort key: letters by the Vietnamese alphabet, then tones, then the text itself.

    Case and punctuation do not count before the last part; a space comes before every letter and
    digits come before letters.
    """
    parts = [_letter(character) for character in unicodedata.normalize("NFC", text).casefold()]
    letters = "".join(_PLACE.get(letter, letter) for letter, _ in parts)
    return " ".join(letters.split()), "".join(tone for _, tone in parts), text


def initial(text: str) -> str:
    """The capital of the alphabet that a name is filed under; "#" for a digit or nothing."""
    for character in unicodedata.normalize("NFC", text).casefold():
        letter, tone = _letter(character)
        if tone:
            return letter.upper() if letter in _PLACE else "#"
    return "#"
