"""The same site by another version of Python, in an environment made for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.faults import builds
from tests.faults.builds import DAYS, ROOT, TroubleError, Workshop

VERSIONS = ("3.13", "3.12", "3.11")


def other() -> str:
    """A Python of another version that this machine has. TroubleError where it has none."""
    own = f"{sys.version_info[0]}.{sys.version_info[1]}"
    for version in VERSIONS:
        found = shutil.which(f"python{version}")
        # A version manager's stand-in may be there without the version behind it.
        if found and version != own and _runs(found):
            return found
    raise TroubleError(
        f"máy này chỉ có Python {own}; hãy cài thêm một bản khác (3.11 đến 3.13) rồi nêu đường "
        "dẫn, ví dụ: python -m scripts faults --python /usr/bin/python3.13"
    )


def _runs(python: str) -> bool:
    probe = [python, "-c", "import ensurepip, sys; sys.exit(sys.version_info < (3, 11))"]
    return not subprocess.run(probe, check=False, capture_output=True).returncode


def run(folder: Path, python: str | None) -> Iterator[str]:
    """Build the sample with both; the same bytes."""
    chosen = python or other()
    if not _runs(chosen):
        raise TroubleError(f"{chosen} không chạy được hoặc cũ hơn Python 3.11")
    yield "đang cài các gói cho bản Python kia"
    environment = folder / "environment"
    interpreter = str(environment / "bin" / "python")
    _do([chosen, "-m", "venv", str(environment)])
    pip = [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _do([*pip, "--require-hashes", "-r", str(ROOT / "requirements.txt")])
    shop = Workshop(folder)
    digests = set[str]()
    for number, who in enumerate((sys.executable, interpreter)):
        out = folder / str(number) / "site"
        words = [who, *shop.command(out, DAYS[0])[1:]]
        builds.expect(builds.finish(builds.start(words)), 0)
        digests.add(builds.digest(out))
    if len(digests) != 1:
        raise TroubleError("hai bản Python dựng ra hai trang khác nhau")
    version = subprocess.run([interpreter, "-V"], check=True, capture_output=True, text=True)
    yield f"{version.stdout.strip()} và Python {sys.version.split()[0]}: cùng một trang, từng byte"


def _do(words: list[str]) -> None:
    done = subprocess.run(words, check=False, capture_output=True, text=True)
    if done.returncode:
        raise TroubleError(f"{' '.join(words[:4])}…: {done.stderr.strip()}")
