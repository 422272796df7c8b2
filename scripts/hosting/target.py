"""Where releases lie: a folder of this machine, or of one that ssh reaches; and what is done there.

What runs there is server.sh, sent along each time, so the server needs nothing of ours.
"""

from __future__ import annotations

import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("server.sh")
_REMOTE = re.compile(r"(?P<host>(?:[\w.-]+@)?[A-Za-z0-9][\w.-]*):(?P<folder>.*)", re.ASCII)
_FOLDER = re.compile(r"(?:/(?!\.\.?(?:/|$))[\w.-]+)+/?", re.ASCII)


class TargetError(ValueError):
    """A target that is none; the message says in Vietnamese what to write."""


class ServerError(Exception):
    """A command failed; the message says which, and what it complained of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The folder that holds all releases; `host` is None where that is this machine."""

    host: str | None
    folder: str

    @classmethod
    def parse(cls, text: str) -> Target:
        """From "user@host:/srv/ocop" or a path of this machine; TargetError."""
        remote = _REMOTE.fullmatch(text)
        folder = remote["folder"] if remote else str(Path(text).resolve())
        if not _FOLDER.fullmatch(folder):
            raise TargetError(
                f"{text!r} không dùng làm nơi đặt trang được; hãy viết như nguoi-dung@may-chu:"
                "/srv/ocop hoặc một thư mục trên máy này, chỉ gồm chữ không dấu, số, . _ -"
            )
        return cls(host=remote["host"] if remote else None, folder=folder.rstrip("/"))

    def __str__(self) -> str:
        return self.destination("").rstrip("/")

    def destination(self, below: str) -> str:
        """A path below the folder as rsync wants it."""
        return f"{self.host}:{self.folder}/{below}" if self.host else f"{self.folder}/{below}"

    def command(self, *words: str) -> list[str]:
        """A command, to be run where the folder is; ssh hands on one line to a shell."""
        return ["ssh", self.host, shlex.join(words)] if self.host else list(words)

    def run(self, verb: str, *values: str) -> str:
        """What a verb of server.sh prints; ServerError."""
        words = self.command("sh", "-s", "--", verb, self.folder, *values)
        return run(words, SCRIPT.read_text(encoding="utf-8"))

    def shell(self, line: str) -> str:
        """What a line of shell prints; ServerError."""
        return run(self.command("sh", "-c", line))


def run(words: list[str], given: str = "") -> str:
    """What a command prints; ServerError where it fails or is not installed."""
    try:
        done = subprocess.run(
            words, input=given, capture_output=True, text=True, encoding="utf-8", check=False
        )
    except OSError as error:
        raise ServerError(f"Không chạy được {words[0]}: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.strip() or f"mã {done.returncode}"
        raise ServerError(f"Lệnh {words[0]} không xong: {said}")
    return done.stdout
