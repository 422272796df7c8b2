"""Progress is silent on quick work, rewrites one line on a terminal, and is sparing in logs."""

from __future__ import annotations

import io

from scripts.commands.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(out: io.StringIO, seconds: float, things: int = 100) -> str:
    """What is printed while things are done evenly over some seconds."""
    now = 0.0
    progress = Progress("trang", things, out, clock=lambda: now)
    for done in range(1, things + 1):
        now = seconds * done / things
        progress.report(done)
    progress.end()
    return out.getvalue()


def test_quick_work_prints_nothing() -> None:
    assert shown(io.StringIO(), 1.9) == shown(Terminal(), 1.9) == ""


def test_a_terminal_sees_one_line_that_changes_and_goes() -> None:
    text = shown(Terminal(), 4, things=1000)
    assert text.startswith("\r500/1.000 trang\r")
    assert text.endswith("\r\x1b[K")
    assert "\n" not in text


def test_a_log_gets_few_lines() -> None:
    lines = shown(io.StringIO(), 20).splitlines()
    assert lines[0] == "… 10/100 trang"
    assert len(lines) == 4
