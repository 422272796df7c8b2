"""Builds killed at random moments: all of their processes, the first alone, a helper alone."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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


def run(folder: Path, times: int, chance: random.Random) -> Iterator[str]:
    """Kill `times` builds; after each, the last good site is whole and the next build is right."""
    shop = Workshop(folder)
    digests = shop.good()
    site = folder / "killed" / "site"
    began = time.monotonic()
    builds.expect(shop.build(site, DAYS[0]), 0)
    length = time.monotonic() - began
    stages: Counter[str] = Counter()
    for number in range(times):
        victim = list(VICTIMS)[number % len(VICTIMS)]
        command = shop.command(site, DAYS[1])
        stage = _killed(site, command, VICTIMS[victim], chance.uniform(0, 1.1) * length)
        stages[stage] += 1
        if builds.digest(site) not in digests.values():
            raise TroubleError(f"lần {number + 1} ({victim}, {stage}): trang không còn nguyên vẹn")
        builds.expect(shop.patient(site, DAYS[0]), 0)
        if builds.digest(site) != digests[DAYS[0]]:
            raise TroubleError(f"lần {number + 1} ({victim}, {stage}): lần dựng sau không đúng")
        builds.alone(site)
        yield f"{number + 1}/{times} lần giết"
    said = ", ".join(f"{count} {stage}" for stage, count in stages.most_common())
    yield f"{times} lần giết ({said}): trang luôn nguyên vẹn, lần dựng sau luôn đúng"


def _killed(site: Path, command: Sequence[str], victim: Callable[[int], None], after: float) -> str:
    """Kill a build after some seconds; how far it had come."""
    process = builds.start(command)
    time.sleep(after)
    writing = any(site.parent.glob(f".{site.name}-new-*"))
    ended = process.poll() is not None
    victim(process.pid)
    builds.finish(process)
    if ended:
        return "khi đã xong"
    return "đang ghi" if writing else "chưa ghi"
