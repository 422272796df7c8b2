"""A word on work that cannot say how far it has come: nothing for quick ones."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TextIO

PATIENCE = 2.0


@contextmanager
def waiting(what: str, out: TextIO | None = None, patience: float = PATIENCE) -> Iterator[None]:
    """Say on stderr what is being done and since when: first after `patience` seconds.

    On a terminal one line is rewritten; in a log the pauses grow.
    """
    began = time.monotonic()
    stream = out or sys.stderr
    live, due = stream.isatty(), patience

    def speak() -> None:
        nonlocal due
        passed = time.monotonic() - began
        if live or passed >= due:
            due = 2 * passed
            said = f"… {what} ({passed:.0f} giây)"
            print(f"\r{said}" if live else said, end="" if live else "\n", file=stream, flush=True)

    with _every(speak, patience):
        yield
    if live:
        print("\r\x1b[K", end="", file=stream, flush=True)


def _every(speak: Callable[[], None], pause: float) -> AbstractContextManager[None]:
    """Call `speak` again and again: by the system's alarm where there is one, else by a thread.

    A process with threads must not be forked, and reading and checking do fork.
    """
    main = threading.current_thread() is threading.main_thread()
    way = _by_alarm if main and sys.platform != "win32" else _by_thread
    return way(speak, pause)


@contextmanager
def _by_alarm(speak: Callable[[], None], pause: float) -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, lambda number, frame: speak())
    signal.setitimer(signal.ITIMER_REAL, pause, pause)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _by_thread(speak: Callable[[], None], pause: float) -> Iterator[None]:
    done = threading.Event()

    def go_on() -> None:
        while not done.wait(pause):
            speak()

    speaker = threading.Thread(target=go_on, daemon=True)
    speaker.start()
    try:
        yield
    finally:
        done.set()
        speaker.join()
