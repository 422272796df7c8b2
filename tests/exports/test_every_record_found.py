"""Over the real records: whoever looks for one by what is known of it finds it."""

from __future__ import annotations

import pytest

from scripts.exports import search_proof
from scripts.i18n import LANGUAGES
from scripts.pages.types import Language
from scripts.pipeline import DOCS, PRODUCTS
from tests.exports.made import search_data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_found(language: Language) -> None:
    catalogue, columns = search_data(PRODUCTS, DOCS, language)
    assert catalogue.products
    assert search_proof.unfound(catalogue, columns) == []
