"""The contact sheet: all pictures of a run on one page, to look at."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from scripts.audit.shots import Shot

HERE = Path(__file__).parent
NAME = "index.html"


def write(folder: Path, title: str, shots: Sequence[Shot]) -> Path:
    """Write the sheet beside its pictures; its path."""
    environment = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True)
    rows = [(scene, list(of)) for scene, of in groupby(shots, key=lambda shot: shot.scene)]
    complaints = sum(bool(shot.complaints) for shot in shots)
    html = environment.get_template("sheet.html").render(
        title=title, rows=rows, count=len(shots), complaints=complaints
    )
    file = folder / NAME
    file.write_text(html, encoding="utf-8")
    return file
