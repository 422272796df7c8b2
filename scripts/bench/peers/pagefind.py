"""Pagefind over the pages of products and makers, as its own command line makes its index."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

GLOB = "**/{san-pham,chu-the}/*/index.html"
PAGE = Path(__file__).with_name("pagefind.html")
FOLDER = "pagefind"


def installed() -> bool:
    """Whether the package is there."""
    return find_spec("pagefind") is not None


def command(tree: Path) -> list[str]:
    """The command that writes the index of what stands in <main> beside the site."""
    words = ["-m", "pagefind", "--site", str(tree), "--glob", GLOB, "--root-selector", "main"]
    return [sys.executable, *words, "--output-subdir", FOLDER]


def add_page(tree: Path) -> str:
    """Put a page that asks it into the site; its address."""
    shutil.copy(PAGE, tree / PAGE.name)
    return f"/{PAGE.name}"
