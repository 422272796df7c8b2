"""Shares work between two processes where the system can fork one, from both ends of the list.

Rendering is all computing, and the two languages of the site hardly meet: one process takes the
Vietnamese pages at the front, the other the English ones at the back, each compiles its own
templates, and whoever is done first helps the other.
"""

from __future__ import annotations

import mmap
import multiprocessing
import os
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

Report = Callable[[int], None]
Work = Callable[[], int]
COUNT = struct.Struct("q")


def share(works: Sequence[Work], report: Report = lambda done: None) -> None:
    """Do all works, each once; each returns how many things it has done, `report` their sum.

    The first exception of either process is raised here. Works must not depend on each other.
    """
    if len(works) > 1 and _may_fork():
        _two(works, report)
    else:
        done = 0
        for work in works:
            done += work()
            report(done)


def _may_fork() -> bool:
    """On Linux, with a second processor, and no thread that might hold a lock at that moment."""
    return (
        sys.platform.startswith("linux")
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """What both processes see: which works are taken, how many things each has done."""

    lock: Any
    shared: mmap.mmap

    @classmethod
    def laid(cls, context: Any, works: int) -> _Table:
        shared = mmap.mmap(-1, 4 * COUNT.size)
        table = cls(context.Lock(), shared)
        table.put(1, works)
        return table

    def get(self, place: int) -> int:
        number: int = COUNT.unpack_from(self.shared, place * COUNT.size)[0]
        return number

    def put(self, place: int, number: int) -> None:
        COUNT.pack_into(self.shared, place * COUNT.size, number)

    def claims(self, *, back: bool) -> Iterator[int]:
        """The numbers of works from one end, until the other process has taken the rest."""
        while True:
            with self.lock:
                front, end = self.get(0), self.get(1)
                if front >= end:
                    return
                self.put(1, end - 1) if back else self.put(0, front + 1)
            yield end - 1 if back else front

    def add(self, place: int, done: int) -> int:
        """Add to what one process has done; the sum of both."""
        self.put(place, self.get(place) + done)
        return self.get(2) + self.get(3)


def _two(works: Sequence[Work], report: Report) -> None:
    context = multiprocessing.get_context("fork")
    table = _Table.laid(context, len(works))
    here, there = context.Pipe(duplex=False)
    helper = context.Process(target=_help, args=(works, table, there, os.getpid()), daemon=True)
    helper.start()
    there.close()
    try:
        for number in table.claims(back=False):
            report(table.add(2, works[number]()))
            if here.poll():
                break
        _finish(here, helper)
    finally:
        helper.terminate()
        helper.join()


def _finish(here: Connection, helper: Any) -> None:
    """Wait for the helper's last word; raise what it raised."""
    try:
        error = here.recv()
    except EOFError:
        helper.join()
        error = RuntimeError(f"a writer ended with code {helper.exitcode}")
    if error is not None:
        raise error


def _help(works: Sequence[Work], table: _Table, there: Connection, parent: int) -> None:
    """The helper's side: from the back, until all is done or nobody waits for it any more."""
    error: BaseException | None = None
    try:
        for number in table.claims(back=True):
            table.add(3, works[number]())
            if os.getppid() != parent:
                os._exit(1)
    except (KeyboardInterrupt, SystemExit):
        os._exit(1)
    except OSError as raised:
        error = raised
    except Exception as raised:
        raised.add_note(traceback.format_exc())
        error = raised
    there.send(error)
