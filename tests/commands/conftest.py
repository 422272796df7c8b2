from __future__ import annotations

import pytest

from tests.commands.edits import Desk


@pytest.fixture
def desk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The catalogue `full`, to be edited by commands."""
    return Desk(capsys, monkeypatch)
