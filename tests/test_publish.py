"""A published site is whole at every moment, whatever happens to a build."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import publish
from tests.press import numbered

KILLS = 30


def fill(content: str) -> Callable[[Path], str]:
    """What writes a tree of one file."""

    def make(tree: Path) -> str:
        (tree / "index.html").write_text(content)
        return content

    return make


@pytest.fixture(params=["one step", "two renames"])
def live(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The address of a site, on a system that can exchange folders in one step, and on another."""
    if request.param == "two renames":
        monkeypatch.setattr(publish, "_swap", lambda one, other: False)
    return tmp_path / "site"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_build_replaces_the_site_and_leaves_nothing_beside(live: Path) -> None:
    assert publish.publish(live, fill("one")) == "one"
    assert publish.publish(live, fill("two")) == "two"
    assert (live / "index.html").read_text() == "two"
    assert names(live.parent) == [".site-lock", "site"]


def test_the_old_files_are_not_written_to(live: Path) -> None:
    publish.publish(live, fill("one"))
    with (live / "index.html").open() as reading:
        publish.publish(live, fill("two"))
        assert reading.read() == "one"


def test_a_failed_build_leaves_the_site(live: Path) -> None:
    publish.publish(live, fill("one"))

    def fail(tree: Path) -> None:
        fill("half")(tree)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        publish.publish(live, fail)
    assert (live / "index.html").read_text() == "one"
    assert names(live.parent) == [".site-lock", "site"]


def test_a_second_build_is_refused_while_one_runs(live: Path) -> None:
    with publish.lock(live), pytest.raises(publish.BusyError):
        publish.publish(live, fill("two"))
    publish.publish(live, fill("three"))


def test_trees_of_dead_builds_are_deleted_and_other_files_kept(live: Path) -> None:
    for name in (".site-new-1", ".site-old-2", ".site-new-3/deep", ".other-new-4", "site-new-5"):
        (live.parent / name).mkdir(parents=True)
    publish.publish(live, fill("one"))
    assert names(live.parent) == [".other-new-4", ".site-lock", "site", "site-new-5"]


def test_the_new_tree_is_on_the_disk_before_it_is_published(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish.publish(live, fill("one"))
    real = publish.to_disk

    def watched(tree: Path) -> None:
        assert (tree / "index.html").read_text() == "two"
        assert (live / "index.html").read_text() == "one"
        real(tree)

    monkeypatch.setattr(publish, "to_disk", watched)
    publish.publish(live, fill("two"))
    assert (live / "index.html").read_text() == "two"


def test_a_disk_that_cannot_keep_the_new_tree_leaves_the_old_one(
    live: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk has no room for may show only now: writing was into memory."""
    publish.publish(live, fill("one"))

    def full(tree: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publish, "to_disk", full)
    with pytest.raises(OSError, match="No space"):
        publish.publish(live, fill("two"))
    assert (live / "index.html").read_text() == "one"
    assert names(live.parent) == [".site-lock", "site"]


def test_a_folder_is_brought_to_its_disk(tmp_path: Path) -> None:
    publish.to_disk(tmp_path)
    publish.name_to_disk(tmp_path)
    with pytest.raises(FileNotFoundError):
        publish.to_disk(tmp_path / "none")


@pytest.mark.parametrize("step", range(5))
def test_two_renames_recover_from_death_at_every_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    live = tmp_path / "site"
    publish.publish(live, fill("one"))
    monkeypatch.setattr(publish, "_swap", lambda one, other: False)
    process = multiprocessing.get_context("spawn").Process(target=die_at, args=(live, step))
    process.start()
    process.join()
    assert process.exitcode == (-signal.SIGKILL if step < 4 else 0)
    with publish.lock(live):
        publish.recover(live)
    # Until the old tree is moved away it stays, after that the new one is whole and takes over.
    assert (live / "index.html").read_text() == ("one" if step < 2 else "two")
    assert names(tmp_path) == [".site-lock", "site"]


def die_at(live: Path, step: int) -> None:
    """Publish by two renames and be killed just before the given step."""
    steps = iter(range(10))

    def counted(name: str) -> Callable[..., object]:
        real = getattr(Path, name)

        def call(*values: object) -> object:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*values)

        return call

    publish._swap = lambda one, other: False

    def make(tree: Path) -> None:
        fill("two")(tree)
        for name in ("replace", "rename", "unlink"):
            setattr(Path, name, counted(name))

    publish.publish(live, make)


def test_killed_at_random_moments_the_site_is_whole(tmp_path: Path) -> None:
    """Each build writes its own number everywhere: a mixed or missing tree shows."""
    live = tmp_path / "public" / "site"
    assert finished(live, 0) == 0
    began, chance, died = time.monotonic(), random.Random(), 0
    assert finished(live, 0) == 0
    length = time.monotonic() - began
    for number in range(1, KILLS + 1):
        died += finished(live, number, chance.uniform(0, 1.1) * length) == -signal.SIGKILL
        assert len(generations(live)) == 1, f"after {number} builds: {generations(live)}"
    assert died > KILLS / 2
    assert finished(live, KILLS + 1) == 0
    assert generations(live) == {str(KILLS + 1)}
    assert names(live.parent) == [".site-lock", "site"]


def finished(live: Path, number: int, kill_after: float | None = None) -> int | None:
    """The exit code of a real build of a small site in its own process, perhaps killed."""
    # Forked from a server that has imported all there is, so that the build itself is killed.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.press.numbered", "scripts.press.engine"])
    process = context.Process(target=numbered.publish_numbered, args=(live, str(number)))
    process.start()
    process.join(kill_after)
    process.kill()
    process.join()
    return process.exitcode


def generations(live: Path) -> set[str]:
    """The numbers that the pages and files of the site bear; an incomplete site has "missing"."""
    files = [live / name for name in ("index.html", "en/index.html", "number.txt")]
    return {
        file.read_text().partition("number:")[2].partition(";")[0] if file.exists() else "missing"
        for file in [*files, *live.glob("page-*/index.html")]
    } | ({"missing"} if len(list(live.glob("page-*"))) != 200 else set())
