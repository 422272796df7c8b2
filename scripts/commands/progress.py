"""How far a long work has come: nothing for quick ones, then one line that is rewritten."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from scripts.text import numbers

PATIENCE = 2.0
PAUSE = 0.5


@dataclass(slots=True)
class Progress:
    """Says "12.000/58.024 trang" on a terminal, or once every ten pauses in a log."""

    things: str
    total: int
    out: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], float] = time.monotonic
    began: float = field(init=False)
    due: float = field(init=False)
    shown: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.began = self.clock()
        self.due = self.began + PATIENCE

    def report(self, done: int) -> None:
        """Say how many are done, where it is time to."""
        now = self.clock()
        if now < self.due:
            return
        live = self.out.isatty()
        self.due = now + (PAUSE if live else 10 * PAUSE)
        self.shown = self.shown or live
        count, total = (numbers.format_number(n, "vi") for n in (done, self.total))
        print(f"\r{count}/{total} {self.things}" if live else f"… {count}/{total} {self.things}",
              end="" if live else "\n", file=self.out, flush=True)  # fmt: skip

    def end(self) -> None:
        """Wipe the line that was rewritten."""
        if self.shown:
            print("\r\x1b[K", end="", file=self.out, flush=True)
