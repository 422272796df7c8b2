"""Our scripts are sent without comments and indentation, and nothing else is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.press.engine import SCRIPT_REMARKS

SOURCES = sorted((Path(__file__).parents[2] / "docs" / "assets" / "js").glob("*.js"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_script_is_sent_stripped(source: Path, full_site: Path) -> None:
    written = source.read_text(encoding="utf-8")
    sent = (full_site / "assets" / "js" / source.name).read_text(encoding="utf-8")
    assert len(sent) < 0.9 * len(written)
    assert not re.search(r"^\s*(//|/\*|\*)|^ ", sent, re.MULTILINE)
    code = [line.strip() for line in written.splitlines()]
    assert [line for line in sent.splitlines() if line.strip() not in code] == []


def test_texts_of_several_lines_would_be_harmed() -> None:
    """So there is none: every template literal ends in its line."""
    for source in SOURCES:
        for line in source.read_text(encoding="utf-8").splitlines():
            assert line.count("`") % 2 == 0, f"{source.name}: {line}"


def test_comments_have_lines_of_their_own() -> None:
    code = b"// a\nlet a = 1 // b\n/** c\n * d\n */\nlet u = 'http://x'\n    /* e */\n  f()\n"
    assert SCRIPT_REMARKS.sub(b"", code) == b"let a = 1 // b\nlet u = 'http://x'\nf()\n"
