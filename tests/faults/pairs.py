"""Two builds of one site at once."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults import builds
from tests.faults.builds import DAYS, TroubleError, Workshop

TIMES = 10


def run(folder: Path, chance: random.Random) -> Iterator[str]:
    """Whichever wins, the site is one of the two, whole; the other is told why it must wait."""
    shop = Workshop(folder)
    digests = shop.good()
    site = folder / "pair" / "site"
    refused = 0
    for number in range(1, TIMES + 1):
        processes = []
        for day in DAYS:
            processes.append(builds.start(shop.command(site, day)))
            time.sleep(chance.uniform(0, 0.3))
        outcomes = [builds.finish(process) for process in processes]
        if all(outcome.code for outcome in outcomes):
            said = "\n".join(line for outcome in outcomes for line in outcome.said)
            raise TroubleError(f"lần {number}: không lệnh nào dựng được:\n{said}")
        for outcome in outcomes:
            if outcome.code:
                builds.expect(outcome, 1, builds.BUSY)
                refused += 1
        if builds.digest(site) not in digests.values():
            raise TroubleError(f"lần {number}: trang lẫn lộn của hai lần dựng")
        builds.alone(site)
        yield f"{number}/{TIMES} cặp"
    builds.expect(shop.build(site, DAYS[0]), 0)
    if builds.digest(site) != digests[DAYS[0]]:
        raise TroubleError("lần dựng sau không đúng")
    if not refused:
        raise TroubleError("không cặp nào gặp nhau, nên chưa chứng minh được gì; hãy chạy lại")
    yield f"{TIMES} cặp dựng cùng lúc, {refused} lần bị từ chối: trang luôn nguyên vẹn"
