"""Both languages say the same things, and scripts have all their words."""

from __future__ import annotations

import re
import unicodedata

import pytest

from scripts import i18n
from scripts.i18n import Language

PLACE = re.compile(r"\{(\w*)\}")
ONE = ".one"


def keys(language: Language) -> set[str]:
    """The keys without those for a single thing, which a language may lack."""
    return {key for key in i18n.table(language) if not key.endswith(ONE)}


def test_both_languages_have_the_same_keys() -> None:
    assert keys("vi") == keys("en")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_text_for_one_thing_belongs_to_a_text_for_many(language: Language) -> None:
    singles = {key.removesuffix(ONE) for key in i18n.table(language) if key.endswith(ONE)}
    assert singles <= keys(language)


def test_each_text_has_the_same_places_in_both_languages() -> None:
    for key in keys("vi"):
        vi, en = (set(PLACE.findall(i18n.look_up(language, key))) for language in i18n.LANGUAGES)
        assert vi == en, key


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_texts_are_words_and_nothing_else(language: Language) -> None:
    for key, text in i18n.table(language).items():
        assert isinstance(text, str), key
        assert unicodedata.is_normalized("NFC", text), key
        assert text.strip(), key
        assert not re.search("[<>]|  ", text), key


def test_a_single_thing_has_its_own_text_where_the_language_has_one() -> None:
    assert i18n.look_up("en", "count.products", one=True) == "{n} product"
    assert i18n.look_up("en", "count.products") == "{n} products"
    assert i18n.look_up("vi", "count.products", one=True) == "{n} sản phẩm"


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(KeyError):
        i18n.look_up("vi", "no.such.key")


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_scripts_have_a_word_for_each_state_and_time(language: Language) -> None:
    words = i18n.words(language)
    states = ("valid", "expiring", "expired", "revoked", "unknown")
    times = ("months", "days", "day", "today")
    needed = {f"validity.{state}" for state in states}
    needed |= {f"validity.{sure}.{time}" for sure in ("left", "least") for time in times}
    assert needed <= words.keys()
    for name in ("left.months", "left.days", "least.months", "least.days"):
        assert "{n}" in words[f"validity.{name}"]


def test_expired_is_said_of_the_certificate_that_is_known() -> None:
    assert i18n.words("vi")["validity.expired"] == "Hết hạn (theo giấy chứng nhận đã biết)"
