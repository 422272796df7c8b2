"""Two processes share the writing: each work is done once, and a failure of either is raised."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from functools import partial
from pathlib import Path

import pytest

from scripts.press import writers
from scripts.press.write import BodyError


@pytest.fixture(autouse=True, params=[True, False], ids=["two", "one"])
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Every test runs with a helper and without."""
    two = bool(request.param) and sys.platform.startswith("linux")
    monkeypatch.setattr(writers, "_may_fork", lambda: two)
    return two


def leave(folder: Path, number: int, pause: float = 0.0) -> int:
    time.sleep(pause)
    with (folder / str(number)).open("a") as file:
        file.write(f"{os.getpid()}\n")
    return 2


def test_each_work_is_done_once_and_counted(tmp_path: Path, processes: bool) -> None:
    told: list[int] = []
    writers.share([partial(leave, tmp_path, n, 0.01) for n in range(20)], told.append)
    by = {n: (tmp_path / str(n)).read_text().split() for n in range(20)}
    assert all(len(writers) == 1 for writers in by.values())
    assert len({process for (process,) in by.values()}) == (2 if processes else 1)
    assert told == sorted(told)
    assert told[-1] <= 40


def test_without_a_helper_the_last_count_is_the_whole(processes: bool) -> None:
    told: list[int] = []
    writers.share([lambda: 1, lambda: 2], told.append)
    assert processes or told == [1, 3]


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
        writers.share([lambda work=work: work() or 1 for work in works])
    assert str(raised.value) == str(error)


def test_a_failure_in_the_helper_says_where(tmp_path: Path, processes: bool) -> None:
    def fail() -> int:
        raise BodyError("cannot render /a/")

    with pytest.raises(BodyError) as raised:
        writers.share([partial(leave, tmp_path, 0, 0.2), fail])
    notes = "".join(getattr(raised.value, "__notes__", []))
    assert ("in fail" in notes) == processes


def test_a_helper_that_is_killed_is_a_failure(processes: bool) -> None:
    def die() -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    if processes:
        with pytest.raises(RuntimeError, match="-9"):
            writers.share([lambda: time.sleep(0.2) or 1, die])


def test_a_helper_does_not_outlive_its_parent(tmp_path: Path) -> None:
    code = f"""
        import os, time
        from pathlib import Path
        from scripts.press import writers
        writers._may_fork = lambda: True
        def work():
            time.sleep(0.05)
            (Path({str(tmp_path)!r}) / str(os.getpid())).write_text("")
            return 1
        writers.share([work] * 400)
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
