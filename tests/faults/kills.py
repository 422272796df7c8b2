"""Builds killed at random moments: all of their processes, the first alone, a helper alone."""

from __future__ import annotations

import random
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.faults import builds
from tests.faults.builds import DAYS, TroubleError, Workshop


def _helpers(process: int) -> None:
    for child in builds.children(process):
        builds.kill(child)


# Which processes die: all, the one that was started, those that it started.
VICTIMS: dict[str, Callable[[int], None]] = {
    "cả nhóm": builds.kill_group,
    "tiến trình đầu": builds.kill,
    "tiến trình phụ": _helpers,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How many seconds a build takes before it writes, and while it does."""

    before: float
    writing: float

    def moment(self, number: int, chance: random.Random) -> tuple[bool, float]:
        """When to kill: whether from the first file on, and how many seconds later.

        Every second one at any moment; the others while files are written, which is short.
        """
        if number % 2:
            return True, chance.uniform(0, 1.1 * self.writing)
        return False, chance.uniform(0, 1.1 * (self.before + self.writing))


def run(folder: Path, times: int, chance: random.Random) -> Iterator[str]:
    """Kill `times` builds; after each, the last good site is whole and the next build is right."""
    shop = Workshop(folder)
    digests = shop.good()
    site = folder / "killed" / "site"
    course = _course(site, shop.command(site, DAYS[0]))
    stages: Counter[str] = Counter()
    for number in range(times):
        victim = list(VICTIMS)[number % len(VICTIMS)]
        command, moment = shop.command(site, DAYS[1]), course.moment(number, chance)
        stage = _killed(site, command, VICTIMS[victim], *moment)
        stages[stage] += 1
        told = f"lần {number + 1} ({victim}, {stage})"
        if builds.digest(site) not in digests.values():
            raise TroubleError(f"{told}: trang không còn nguyên vẹn")
        builds.expect(shop.patient(site, DAYS[0]), 0)
        if builds.digest(site) != digests[DAYS[0]]:
            raise TroubleError(f"{told}: lần dựng sau không đúng")
        builds.alone(site)
        yield f"{number + 1}/{times} lần giết"
    said = ", ".join(f"{count} {stage}" for stage, count in stages.most_common())
    yield f"{times} lần giết ({said}): trang luôn nguyên vẹn, lần dựng sau luôn đúng"


def _writing(site: Path) -> bool:
    return any(site.parent.glob(f".{site.name}-new-*"))


def _await_writing(site: Path, process: subprocess.Popen[str]) -> None:
    while process.poll() is None and not _writing(site):
        time.sleep(0.005)


def _course(site: Path, command: Sequence[str]) -> Course:
    """A whole build, watched."""
    site.parent.mkdir(parents=True)
    began = time.monotonic()
    process = builds.start(command)
    _await_writing(site, process)
    wrote = time.monotonic()
    builds.expect(builds.finish(process), 0)
    return Course(before=wrote - began, writing=time.monotonic() - wrote)


def _killed(
    site: Path, command: Sequence[str], victim: Callable[[int], None], writing: bool, after: float
) -> str:
    """Kill a build after some seconds; how far it had come."""
    process = builds.start(command)
    if writing:
        _await_writing(site, process)
    time.sleep(after)
    stage = "khi đang ghi" if _writing(site) else "trước khi ghi"
    if process.poll() is not None:
        stage = "khi đã xong"
    victim(process.pid)
    outcome = builds.finish(process)
    if outcome.code > 0:  # it lived on without its helper, and must have said so
        builds.expect(outcome, 1, "Tiến trình phụ")
    return stage
