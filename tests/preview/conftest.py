"""A preview with the stub behind it, and its server."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from scripts.preview.preview import Preview
from scripts.preview.server import Server
from scripts.preview.watch import Changes
from scripts.preview.worker import Job

STUB = "tests.preview.stub:work"


def until(true: Callable[[], object], patience: float = 30.0) -> None:
    """Wait until something is so."""
    end = time.monotonic() + patience
    while not true():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.01)


@dataclass
class Scene:
    """A preview, what it said, and how to change something."""

    preview: Preview
    said: list[str] = field(default_factory=list)

    def change(self, *files: str) -> None:
        """Hand on a change of these files."""
        self.preview.change(Changes(files=frozenset(files), moved=False))

    def until_said(self, line: str) -> None:
        """Wait for a line, and take it away."""
        until(lambda: line in self.said)
        self.said.remove(line)


@pytest.fixture
def scene() -> Iterator[Scene]:
    said: list[str] = []
    scene = Scene(Preview(job=Job(target=STUB), say=said.append), said)
    yield scene
    scene.preview.stop()


@pytest.fixture
def ready(scene: Scene) -> Scene:
    """A preview that shows its first edition."""
    scene.preview.renew()
    scene.until_said("ready")
    until(lambda: scene.preview.shown)
    return scene


@pytest.fixture
def server(scene: Scene) -> Iterator[Server]:
    made = Server(scene.preview, 0)
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield made
    made.shutdown()
    made.server_close()
