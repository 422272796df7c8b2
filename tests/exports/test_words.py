"""The texts of late scripts stand in one file a language, the same keys in both."""

from __future__ import annotations

import json

from scripts import i18n
from scripts.exports import words


def test_each_language_has_its_file_with_every_late_text() -> None:
    files = {asset.address: json.loads(asset.content()) for asset in words.assets()}
    assert files.keys() == {"/assets/words/vi.json", "/assets/words/en.json"}
    for language in i18n.LANGUAGES:
        late = {key for key in i18n.table(language) if key.startswith("late.")}
        told = files[f"/assets/words/{language}.json"]
        assert {f"late.{key}" for key in told} == late
        assert all(told[key.removeprefix("late.")] == i18n.table(language)[key] for key in late)
