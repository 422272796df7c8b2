"""A word on work that cannot say how far it has come: nothing for quick ones."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

PATIENCE = 2.0


@contextmanager
def waiting(what: str, out: TextIO | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Say every `patience` seconds, on stderr, what is being done and since when."""
    done = threading.Event()
    stream = out or sys.stderr

    def speak() -> None:
        began = time.monotonic()
        while not done.wait(patience):
            print(f"… {what} ({time.monotonic() - began:.0f} giây)", file=stream, flush=True)

    speaker = threading.Thread(target=speak, daemon=True)
    speaker.start()
    try:
        yield
    finally:
        done.set()
        speaker.join()
