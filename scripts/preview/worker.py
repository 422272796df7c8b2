"""The server's end of a process that makes pages."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass

from scripts.preview import child
from scripts.preview.messages import Answer, News
from scripts.preview.watch import Changes

CONTEXT = multiprocessing.get_context("spawn")


class GoneError(Exception):
    """The process has ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a process is to run: "module:function" and the values behind both pipes."""

    target: str
    values: tuple[object, ...] = ()


Hear = Callable[["Worker", News | None], None]


class Worker:
    """One process. `hear` is called with all news of it, and with None when it has ended."""

    def __init__(self, job: Job, hear: Hear) -> None:
        self._orders, orders = CONTEXT.Pipe()
        self._questions, questions = CONTEXT.Pipe()
        self._hear = hear
        self._lock = threading.Lock()
        self._process = CONTEXT.Process(
            target=child.run, args=(job.target, orders, questions, *job.values)
        )
        self._process.start()
        # Of each pipe the other end is the child's alone, so that its end is the pipe's end.
        orders.close()
        questions.close()

    def listen(self) -> None:
        """Begin to hear."""
        threading.Thread(target=self._listen, daemon=True).start()

    def tell(self, changes: Changes) -> None:
        """Hand on a change; news of it will follow. GoneError where nobody takes it."""
        try:
            self._orders.send(changes)
        except OSError as error:
            raise GoneError from error

    def ask(self, address: str) -> Answer | None:
        """What there is at an address, None for nothing; GoneError."""
        with self._lock:
            try:
                self._questions.send(address)
                answer: Answer | None = self._questions.recv()
            except (EOFError, OSError) as error:
                raise GoneError from error
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()

    def _listen(self) -> None:
        try:
            while True:
                self._hear(self, self._orders.recv())
        except (EOFError, OSError):
            self._process.join()
            self._hear(self, None)
