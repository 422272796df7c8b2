"""Two processes share work: each piece is done once, and a failure of either is raised."""

from __future__ import annotations

import errno
import gc
import os
import signal
import subprocess
import sys
import textwrap
import time
from functools import partial
from pathlib import Path

import pytest

from scripts import processes
from scripts.press.write import BodyError


@pytest.fixture(autouse=True, params=[True, False], ids=["two", "one"])
def two(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Every test runs with a helper and without."""
    forks = bool(request.param) and sys.platform.startswith("linux")
    monkeypatch.setattr(processes, "may_fork", lambda: forks)
    return forks


def leave(folder: Path, number: int, pause: float = 0.0) -> int:
    time.sleep(pause)
    with (folder / str(number)).open("a") as file:
        file.write(f"{os.getpid()}\n")
    return 2


def test_each_work_is_done_once(tmp_path: Path, two: bool) -> None:
    taken: dict[int, int] = {}
    works = [partial(leave, tmp_path, n, 0.01) for n in range(20)]
    processes.share(works, lambda number, result: taken.update({number: result}))
    by = {n: (tmp_path / str(n)).read_text().split() for n in range(20)}
    assert all(len(workers) == 1 for workers in by.values())
    assert len({process for (process,) in by.values()}) == (2 if two else 1)
    assert taken == dict.fromkeys(range(20), 2)


def test_results_come_in_the_order_of_the_works() -> None:
    told: list[int] = []
    works = [lambda n=n: ("x" * 100_000, n) for n in range(60)]
    assert [n for _, n in processes.gather(works, told.append)] == list(range(60))
    assert told == list(range(1, 61))


def test_what_takes_the_results_may_fail(tmp_path: Path) -> None:
    def take(number: int, result: int) -> None:
        raise BodyError("no")

    with pytest.raises(BodyError):
        processes.share([partial(leave, tmp_path, n) for n in range(9)], take)


def test_the_collector_is_as_it_was(tmp_path: Path) -> None:
    processes.gather([lambda: 1, lambda: 2])
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()


@pytest.mark.parametrize("place", [0, -1])
@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device", "x"), BodyError("page /a/")]
)
def test_a_failure_of_either_end_is_raised(place: int, error: Exception) -> None:
    def fail() -> int:
        raise error

    works = [partial(time.sleep, 0.01) for _ in range(6)]
    works[place] = fail
    with pytest.raises(type(error)) as raised:
        processes.gather([lambda work=work: work() or 1 for work in works])
    assert str(raised.value) == str(error)


def test_a_failure_in_the_helper_says_where(tmp_path: Path, two: bool) -> None:
    def fail() -> int:
        raise BodyError("cannot render /a/")

    with pytest.raises(BodyError) as raised:
        processes.gather([partial(leave, tmp_path, 0, 0.2), fail])
    notes = "".join(getattr(raised.value, "__notes__", []))
    assert ("in fail" in notes) == two


def test_a_helper_that_is_killed_is_a_failure(two: bool) -> None:
    def die() -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    if two:
        with pytest.raises(RuntimeError, match="-9"):
            processes.gather([lambda: time.sleep(0.2) or 1, die])


def test_a_helper_that_is_killed_with_the_lock_does_not_stop_the_other(
    two: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, put = os.getpid(), processes._Table._put

    def die(table: processes._Table, front: int, end: int) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        put(table, front, end)

    monkeypatch.setattr(processes._Table, "_put", die)
    if two:
        with pytest.raises(processes.HelperError):
            processes.gather([lambda: time.sleep(0.1) or 1] * 4)


def test_a_helper_does_not_outlive_its_parent(tmp_path: Path) -> None:
    code = f"""
        import os, time
        from pathlib import Path
        from scripts import processes
        processes.may_fork = lambda: True
        def work():
            (Path({str(tmp_path)!r}) / str(os.getpid())).write_text("")
            time.sleep(60)
            return 1
        processes.gather([work] * 4)
    """
    build = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code)])
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.01)
    build.kill()
    build.wait()
    (helper,) = (int(file.name) for file in tmp_path.iterdir() if file.name != str(build.pid))
    for _ in range(100):
        if not Path(f"/proc/{helper}").exists():
            return
        time.sleep(0.05)
    pytest.fail("the helper still runs")
