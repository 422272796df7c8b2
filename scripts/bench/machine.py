"""What the figures depend on: the machine, the programs and the state of the repository."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from scripts.bench.processes import ROOT
from scripts.bench.table import told

PACKAGES = ("hugo", "mkdocs", "mkdocs-material", "pagefind", "jinja2", "pyyaml", "pydantic",
            "pillow", "playwright")  # fmt: skip
GIB = 1024**3


def lines() -> Iterator[str]:
    """The facts, one a line."""
    size = told(memory() / GIB, 0)
    yield f"- Máy: {cores()} nhân, {processor()}, {size} GiB, {platform.system()}"
    yield f"- Python {platform.python_version()}; {', '.join(map(_version, PACKAGES))}"
    yield f"- Bản mã nguồn: {commit()}"


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processor() -> str:
    """The name of the processor."""
    known = Path("/proc/cpuinfo")
    if known.is_file():
        for line in known.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def memory() -> int:
    """Bytes of memory; 0 where the system does not tell."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return 0


def load() -> float | None:
    """How many processes wanted a processor in the last minute."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def commit() -> str:
    """The commit, and whether files differ from it."""
    try:
        name = _git("rev-parse", "--short=10", "HEAD")
        return name + (
            " và sửa đổi chưa lưu" if _git("status", "--porcelain", "--", ".", ":!reports") else ""
        )
    except (OSError, subprocess.CalledProcessError):
        return "không rõ"


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} (chưa cài)"
