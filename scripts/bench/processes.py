"""Runs a program to its end: how long it took, how much it computed, the most memory it held."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from scripts.bench.table import told

ROOT = Path(__file__).resolve().parents[2]
PAUSE = 0.25
MIB = 1024 * 1024
LINES_OF_ERROR = 15


class BenchError(Exception):
    """A program that was to be measured failed; the message holds what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: wall and processor seconds, peak memory in MiB of all its processes together."""

    seconds: float
    cpu: float
    peak: float
    said: str = ""

    @property
    def told(self) -> str:
        """The run in words."""
        peak = told(self.peak, 0)
        return f"{told(self.seconds, 2)} s (CPU {told(self.cpu, 2)} s), {peak} MiB"


def python(*words: str | Path) -> list[str]:
    """The command that runs our Python with these arguments."""
    return [sys.executable, *map(str, words)]


def run(
    command: Sequence[str | Path], *, cwd: Path = ROOT, env: Mapping[str, str] | None = None
) -> Run:
    """Run once; BenchError where it fails."""
    with tempfile.TemporaryFile() as out:
        began = time.perf_counter()
        child = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env={**os.environ, **(env or {})},
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        with _watched(child.pid) as watch:
            _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode(errors="replace")
    if child.returncode:
        last = "\n".join(said.splitlines()[-LINES_OF_ERROR:])
        raise BenchError(f"{' '.join(map(str, command[:4]))} … : {child.returncode}\n{last}")
    return Run(
        seconds=seconds,
        cpu=usage.ru_utime + usage.ru_stime,
        peak=max(watch.peak, usage.ru_maxrss * 1024) / MIB,
        said=said,
    )


def middle(times: int, once: Callable[[], Run]) -> Run:
    """Run several times: the medians of time, the highest peak."""
    runs = [once() for _ in range(times)]
    return Run(
        seconds=median(each.seconds for each in runs),
        cpu=median(each.cpu for each in runs),
        peak=max(each.peak for each in runs),
        said=runs[-1].said,
    )


@dataclass(slots=True)
class _Watch:
    """Looks a few times a second at the memory of a process and of all that it started.

    Pages that processes share count once (proportional set size). Linux only; elsewhere the peak
    of the largest single process stands.
    """

    pid: int
    peak: int = 0
    done: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def __enter__(self) -> _Watch:
        self.thread = threading.Thread(target=self._look, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        if self.thread:
            self.thread.join()

    def _look(self) -> None:
        while not self.done.wait(PAUSE):
            members = list(family(self.pid))
            if len(members) > 1:
                self.peak = max(self.peak, sum(map(_held, members)))


def _watched(pid: int) -> _Watch:
    return _Watch(pid)


def family(pid: int) -> Iterator[int]:
    """A process and all below it."""
    yield pid
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                for child in (task / "children").read_text().split():
                    yield from family(int(child))


def _held(pid: int) -> int:
    with suppress(OSError, ValueError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
