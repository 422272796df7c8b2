"""Which process is shown: the old one until the new one is ready, and another where one died."""

from __future__ import annotations

from dataclasses import replace

from scripts.preview.messages import Answer, News
from scripts.preview.preview import DIED
from scripts.preview.worker import Job
from tests.preview.conftest import STUB, Scene, until


def text(scene: Scene, address: str) -> str:
    found = scene.preview.ask(address)
    return found.content.decode() if isinstance(found, Answer) else ""


def test_a_change_reaches_the_process_and_open_pages_hear_of_it(ready: Scene) -> None:
    edition = ready.preview.state.edition
    ready.change("moi=Mới")
    ready.until_said("moi")
    assert text(ready, "/moi/") == "Mới"
    until(lambda: ready.preview.state.edition > edition)


def test_problems_come_and_go(ready: Scene) -> None:
    ready.change("wrong")
    ready.until_said("sai")
    until(lambda: ready.preview.state.problems == ("a.yml:1:1: sai",))
    assert text(ready, "/a/") == "<h1>A</h1>"
    ready.change("moi=Mới")
    until(lambda: ready.preview.state.problems == ())


def test_a_process_that_died_is_said_and_replaced_at_the_next_change(ready: Scene) -> None:
    dead = ready.preview.shown
    ready.change("die")
    ready.until_said(DIED)
    assert ready.preview.state.problems == (DIED,)
    ready.change("anything=")
    ready.until_said("ready")
    until(lambda: ready.preview.shown not in (None, dead))
    assert text(ready, "/a/") == "<h1>A</h1>"
    assert not ready.preview.state.problems


def test_new_code_takes_over_when_it_is_ready(ready: Scene) -> None:
    old = ready.preview.shown
    ready.change("moi=Cũ")
    ready.until_said("moi")
    ready.preview.renew()
    assert text(ready, "/moi/") == "Cũ"
    ready.until_said("ready")
    until(lambda: ready.preview.shown is not old)
    assert text(ready, "/moi/") == ""


def test_new_code_that_fails_leaves_the_old_one(ready: Scene) -> None:
    good = ready.preview.job
    ready.preview.job = Job(target="tests.preview.stub:refuse")
    ready.preview.renew()
    until(lambda: any("RuntimeError: broken code" in line for line in ready.said))
    until(lambda: "RuntimeError: broken code" in ready.preview.state.problems)
    assert text(ready, "/a/") == "<h1>A</h1>"
    ready.preview.job = good
    ready.preview.renew()
    until(lambda: not ready.preview.state.problems)


def test_new_code_that_cannot_even_be_loaded_is_said(ready: Scene) -> None:
    ready.preview.job = replace(ready.preview.job, target="tests.preview.nowhere:work")
    ready.preview.renew()
    until(lambda: any("ModuleNotFoundError" in line for line in ready.said))
    assert text(ready, "/a/") == "<h1>A</h1>"


def test_a_change_meanwhile_reaches_both(ready: Scene) -> None:
    """The successor waits with its first edition, for the records are broken."""
    old = ready.preview.shown
    broken = News(title="Có lỗi", problems=("x",), said="broken")
    ready.preview.job = Job(target=STUB, values=(broken,))
    ready.preview.renew()
    ready.until_said("broken")
    assert ready.preview.shown is old
    ready.change("moi=Mới")
    until(lambda: ready.preview.shown is not old)
    assert text(ready, "/moi/") == "Mới"
