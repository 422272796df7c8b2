"""Hugo's site of the same pages: its content and templates are made from our own rendered ones."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from scripts.bench.peers.hugo.site import write as write

PACKAGE = "hugo"


def command(site: Path, out: Path) -> list[str]:
    """The command that builds the project in the folder `site` into `out`.

    The program itself: the package's own start in Python would count against it.
    """
    return [str(program()), "build", "--quiet", "--source", str(site), "--destination", str(out)]


def program() -> Path:
    """The program that the package brings; ModuleNotFoundError where it is not installed."""
    found = find_spec(PACKAGE)
    folders = (found.submodule_search_locations if found else None) or ()
    programs = (file for folder in folders for file in Path(folder).glob("binaries/hugo*"))
    program = next(programs, None)
    if program is None:
        raise ModuleNotFoundError(PACKAGE)
    return program
