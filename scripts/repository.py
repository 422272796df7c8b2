"""What git says of the folder that holds the records: the commit, and why a change was made.

Reading only. Where there is no git, no repository or no commit, nothing is known, and no command
fails of it: a catalogue unpacked from an archive is built like any other.
"""

from __future__ import annotations

import os
import re
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from scripts.pages.types import Commit

# What a site is made of; a change anywhere else makes no other site.
SOURCES = ("products", "docs", "scripts", "mkdocs.yml", "requirements.txt")
# Of git's variables, those that are not about one repository.
_KEPT = ("GIT_CONFIG_",)
_REASON = re.compile(r"^Gate:[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)


def head(folder: Path) -> Commit | None:
    """The commit that is checked out where `folder` is tracked; None where none is."""
    named = _git(folder, "rev-list", "-1", "--format=%H %ct", "HEAD")
    if not named or not _git(folder, "ls-tree", "HEAD"):
        return None
    hash, _, seconds = named.splitlines()[-1].partition(" ")
    try:
        time = datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return Commit(hash=hash, time=time, changed=_changed(folder))


def _changed(folder: Path) -> bool:
    """Whether files that a site is made of differ from the commit, new files included."""
    paths = [".", *(f":(top){name}" for name in SOURCES)]
    said = _git(folder, "--no-optional-locks", "status", "--porcelain", "--", *paths)
    return said is None or bool(said.strip())


def reasons(file: Path) -> tuple[str, ...]:
    """The lines "Gate: reason" in the messages of the commits since that which last wrote `file`.

    Of all commits where none has.
    """
    last = _git(file.parent, "log", "-1", "--format=%H", "--", file.name)
    since = f"{last.strip()}..HEAD" if last and last.strip() else "HEAD"
    messages = _git(file.parent, "log", "--reverse", "--no-show-signature", "--format=%B", since)
    return tuple(dict.fromkeys(_REASON.findall(messages or "")))


def _git(folder: Path, *words: str) -> str | None:
    """What a git command prints; None where it fails or there is no git.

    A hook's variables would lead git to another repository. Whoever builds runs this repository's
    programs already, so its being owned by another user (a container's mount) is no reason to
    stop; that the records' folder decides what git runs by itself is.
    """
    trusted = ("-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", "log.showSignature=0")
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT)
    }
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *trusted, *words],
            env={**kept, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout.decode("utf-8", "replace") if not done.returncode else None
