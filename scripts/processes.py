"""Shares work between two processes where the system can fork one, from both ends of the list.

What a build does is computing, and Python computes on one processor. The helper is a copy of this
process at that moment, so that nothing need be handed to it; only what it makes is handed back.
One process begins at the front of the list, the other at the back: whoever is done first helps
the other, and each meets mostly its own kind of work (the two languages of the site, say).
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import mmap
import multiprocessing
import os
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")
Report = Callable[[int], None]
NUMBER = struct.Struct("q")
PR_SET_PDEATHSIG = 1
F_SETPIPE_SZ = 1031  # Linux; fcntl names it only on some builds
PIPE = 1 << 20
END = -1


class HelperError(RuntimeError):
    """The helping process was ended from outside, for instance because memory ran out."""


def gather(works: Sequence[Callable[[], T]], report: Report = lambda done: None) -> list[T]:
    """What each work returns, in the order of the works; `report` is told how many are done."""
    results: dict[int, T] = {}

    def take(number: int, result: T) -> None:
        results[number] = result
        report(len(results))

    share(works, take)
    return [results[number] for number in range(len(works))]


def share(works: Sequence[Callable[[], T]], take: Callable[[int, T], None]) -> None:
    """Do all works, each once; `take` is given the number and the result of each, in any order.

    Works must not depend on each other, and results must be picklable. The first exception of
    either process is raised here; `take` is called in this process only.
    """
    if len(works) > 1 and may_fork():
        with quiet_collector():
            _two(works, take)
    else:
        for number, work in enumerate(works):
            take(number, work())


def may_fork() -> bool:
    """On Linux, with a second processor, and no thread that might hold a lock at that moment."""
    return (
        sys.platform.startswith("linux")
        and len(os.sched_getaffinity(0)) > 1
        and threading.active_count() == 1
    )


@contextlib.contextmanager
def quiet_collector() -> Iterator[None]:
    """The search for reference cycles leaves alone what is there already.

    It would walk through a whole catalogue again and again, and so make the two processes hold
    two copies of what they share.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextlib.contextmanager
def without_collector() -> Iterator[None]:
    """No search for reference cycles at all: for work that makes very many things to keep.

    Records, the model and lists of pages hold none, and looking for some again and again takes
    a third more.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@dataclass(frozen=True, slots=True)
class _Table:
    """Which works are taken, from the front and from the back; both processes see it.

    It is a file in memory, whose lock goes with the process that holds it: where one is killed
    at that moment, the other does not wait for ever.
    """

    file: int
    shared: mmap.mmap

    @classmethod
    def laid(cls, works: int) -> _Table:
        file = os.memfd_create("works")
        os.ftruncate(file, 2 * NUMBER.size)
        table = cls(file, mmap.mmap(file, 2 * NUMBER.size))
        table._put(0, works)
        return table

    def clear(self) -> None:
        """Give the file back."""
        self.shared.close()
        os.close(self.file)

    def claims(self, *, back: bool) -> Iterator[int]:
        """The numbers of works from one end, until the other process has taken the rest."""
        while (number := self._claim(back)) is not None:
            yield number

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        import fcntl  # only where processes fork

        fcntl.lockf(self.file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.lockf(self.file, fcntl.LOCK_UN)

    def _claim(self, back: bool) -> int | None:
        with self._locked():
            front, end = NUMBER.unpack_from(self.shared, 0)[0], self._end()
            if front >= end:
                return None
            self._put(front, end - 1) if back else self._put(front + 1, end)
        number: int = end - 1 if back else front
        return number

    def _end(self) -> int:
        end: int = NUMBER.unpack_from(self.shared, NUMBER.size)[0]
        return end

    def _put(self, front: int, end: int) -> None:
        NUMBER.pack_into(self.shared, 0, front)
        NUMBER.pack_into(self.shared, NUMBER.size, end)


def _two(works: Sequence[Callable[[], T]], take: Callable[[int, T], None]) -> None:
    context = multiprocessing.get_context("fork")
    table = _Table.laid(len(works))
    here, there = context.Pipe(duplex=False)
    _widen(there)
    helper = context.Process(target=_help, args=(works, table, there, os.getpid()), daemon=True)
    helper.start()
    there.close()
    try:
        ended = False
        for number in table.claims(back=False):
            take(number, works[number]())
            while not ended and here.poll():
                ended = _receive(here, helper, take)
        while not ended:
            ended = _receive(here, helper, take)
    finally:
        helper.terminate()
        helper.join()
        here.close()
        table.clear()


def _widen(pipe: Connection) -> None:
    """Room for several results, so that the helper need not wait until one is taken."""
    import fcntl  # only where processes fork

    with contextlib.suppress(OSError):
        fcntl.fcntl(pipe.fileno(), F_SETPIPE_SZ, PIPE)


def _receive(here: Connection, helper: Any, take: Callable[[int, Any], None]) -> bool:
    """Take one result of the helper; True where it has done its last. Raises what it raised."""
    try:
        number, result = here.recv()
    except EOFError:
        helper.join()
        raise HelperError(f"a helping process ended with code {helper.exitcode}") from None
    if number != END:
        take(number, result)
        return False
    if result is not None:
        raise result
    return True


def _die_with(parent: int) -> None:
    """Have the system kill this process with its parent, whose open files and locks it shares.

    prctl(2) with PR_SET_PDEATHSIG; where it is missing, the helper looks for itself now and then.
    """
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _help(works: Sequence[Callable[[], T]], table: _Table, there: Connection, parent: int) -> None:
    """The helper's side: from the back, until all is done or nobody waits for it any more."""
    _die_with(parent)
    error: BaseException | None = None
    try:
        for number in table.claims(back=True):
            there.send((number, works[number]()))
            if os.getppid() != parent:
                os._exit(1)
    except (KeyboardInterrupt, SystemExit, BrokenPipeError):
        os._exit(1)
    except Exception as raised:
        if not isinstance(raised, OSError):
            raised.add_note(traceback.format_exc())
        error = raised
    there.send((END, error))
