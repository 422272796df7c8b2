"""Real builds of two versions of a catalogue, in their own processes, and what came of them."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.builder import CATALOGUES

ROOT = Path(__file__).resolve().parents[2]
# The day is on every page: a site of two builds shows.
DAYS = ("2026-11-24", "2026-11-25")
BUSY = "Đang có lệnh khác dựng"


class TroubleError(Exception):
    """What must hold does not; the message is for people, in Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a build ended; `said`: its lines on stderr that are not progress."""

    code: int
    printed: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Workshop:
    """A folder for one kind of trouble, with a catalogue that nobody else edits meanwhile."""

    folder: Path

    @property
    def products(self) -> Path:
        """The records, copied when they are first asked for."""
        copied = self.folder / "catalogue"
        if not copied.exists():
            shutil.copytree(CATALOGUES / "full", copied)
        return copied / "products"

    def command(self, out: Path, day: str) -> list[str]:
        """The command line of a build."""
        options = ["--products", str(self.products), "--out", str(out), "--today", day]
        return [sys.executable, "-m", "scripts", "build", *options]

    def build(self, out: Path, day: str, **more: Any) -> Outcome:
        """A whole build."""
        return finish(start(self.command(out, day), **more))

    def patient(self, out: Path, day: str, patience: float = 20) -> Outcome:
        """A whole build, tried again while a process of a killed one still ends."""
        until = time.monotonic() + patience
        while True:
            outcome = self.build(out, day)
            if not (any(BUSY in line for line in outcome.said) and time.monotonic() < until):
                return outcome
            time.sleep(0.1)

    def good(self) -> Mapping[str, str]:
        """The digest of each version, each built in peace; TroubleError where that fails."""
        digests = {}
        for day in DAYS:
            expect(self.build(self.folder / "good" / day, day), 0)
            digests[day] = digest(self.folder / "good" / day)
        return digests


def start(words: Sequence[str], **more: Any) -> subprocess.Popen[str]:
    """Start a build in a process group of its own."""
    return subprocess.Popen(
        words,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        **more,
    )


def finish(process: subprocess.Popen[str]) -> Outcome:
    """Wait for a build."""
    printed, said = process.communicate()
    lines = [line for line in said.splitlines() if line and not line.startswith("…")]
    return Outcome(code=process.returncode, printed=printed, said=tuple(lines))


def digest(site: Path) -> str:
    """One hash of all names and contents of a site."""
    made = hashlib.sha256()
    for file in sorted(site.rglob("*")):
        if file.is_file():
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            made.update(f"{file.relative_to(site).as_posix()}\0{content}\n".encode())
    return made.hexdigest()


def expect(outcome: Outcome, code: int, says: str = "") -> None:
    """TroubleError unless a build ended so; one that failed must say one clear sentence."""
    told = "\n".join(outcome.said)
    if outcome.code != code:
        raise TroubleError(f"mã thoát {outcome.code}, đúng ra là {code}:\n{outcome.printed}{told}")
    if code and (len(outcome.said) != 1 or says not in told):
        raise TroubleError(f"đúng ra chỉ nói một câu có “{says}”, mà nói:\n{told}")


def alone(site: Path) -> None:
    """TroubleError where a build has left anything beside the site but its lock."""
    left = sorted(file.name for file in site.parent.iterdir())
    if left != [f".{site.name}-lock", site.name]:
        raise TroubleError(f"còn sót lại: {', '.join(left)}")


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    file = Path(f"/proc/{process}/task/{process}/children")
    try:
        return [int(word) for word in file.read_text().split()]
    except OSError:
        return []


def kill(process: int) -> None:
    """SIGKILL to one process that may be gone."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return


def kill_group(process: int) -> None:
    """SIGKILL to a build and all that it started."""
    try:
        os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:
        return
