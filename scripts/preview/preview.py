"""Keeps the process whose pages are shown, and its successor until that is ready."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from scripts.preview.messages import Answer, News
from scripts.preview.state import State
from scripts.preview.watch import Changes
from scripts.preview.worker import GoneError, Job, Worker

DIED = "Tiến trình soạn trang dừng đột ngột; lưu lại một tệp để khởi động lại"


class NothingYetError(Exception):
    """There is no edition to show: the first one is being made, or cannot be."""


@dataclass(slots=True)
class Preview:
    """What the server shows. `say` prints a line for whoever started it."""

    job: Job
    say: Callable[[str], None] = print
    state: State = field(default_factory=State)
    shown: Worker | None = None
    coming: Worker | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)

    def renew(self) -> None:
        """Start a process of the code as it is now; it is shown as soon as it has an edition."""
        with self.lock:
            if self.coming:
                self.coming.stop()
            self.coming = Worker(self.job, self._hear)
            self.coming.listen()

    def change(self, changes: Changes) -> None:
        """Hand on a change; a process that has died is replaced."""
        with self.lock:
            for worker in filter(None, (self.shown, self.coming)):
                try:
                    worker.tell(changes)
                except GoneError:
                    self._drop(worker)
            if not (self.shown or self.coming):
                self.renew()

    def ask(self, address: str) -> Answer | None:
        """What there is at an address, None for nothing; NothingYetError."""
        worker = self.shown
        if worker is None:
            raise NothingYetError
        try:
            return worker.ask(address)
        except GoneError as error:
            raise NothingYetError from error

    def stop(self) -> None:
        """End both processes."""
        with self.lock:
            workers = [worker for worker in (self.shown, self.coming) if worker]
            self.shown = self.coming = None
        for worker in workers:
            worker.stop()

    def _hear(self, worker: Worker, news: News | None) -> None:
        with self.lock:
            if worker not in (self.shown, self.coming):
                return
            if news is None:
                self._drop(worker)
                self.state.show(DIED, (DIED,))
                self.say(DIED)
            else:
                self._tell(worker, news)

    def _tell(self, worker: Worker, news: News) -> None:
        """Show what a process has made, or what keeps it from making something."""
        # While a successor is made, what it says counts.
        if news.said and worker is (self.coming or self.shown):
            self.say(news.said)
        if worker is self.coming and news.shown:
            last, self.shown, self.coming = self.shown, worker, None
            if last:
                last.stop()
        if news.shown or news.problems or self.state.problems:
            self.state.show(news.title, news.problems)
        if news.failed:
            self._drop(worker)

    def _drop(self, worker: Worker) -> None:
        """Forget a process that has ended or cannot work."""
        if worker is self.shown:
            self.shown = None
        if worker is self.coming:
            self.coming = None
        worker.stop()
