"""MkDocs and Material as one uses them: a generated Markdown page for each of ours, not in the nav.

Its pages say what ours say, in the theme's own layout.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.bench.peers.material.markdown import page

HERE = Path(__file__).parent
PAGES = "pages.jsonl"


def write(tree: Path, folder: Path, *, search: bool = False, empty: bool = False) -> Path:
    """Make a MkDocs project of our built site, or of its home page only; its configuration file."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    settings = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(
        settings.replace("plugins: []", "plugins: [search]" if search else "plugins: []")
    )
    shutil.copy(HERE / "generated.py", folder)
    (docs / "index.md").write_text("# OCOP\n\nOCOP.\n", encoding="utf-8")
    with (folder / PAGES).open("w", encoding="utf-8") as out:
        for told in () if empty else pages(tree):
            print(json.dumps(told, ensure_ascii=False), file=out)
    return config


def pages(tree: Path) -> Iterator[tuple[str, str]]:
    """The source path and the Markdown of each page of the site, but the home and error pages."""
    for file in sorted(tree.rglob("index.html")):
        address = file.relative_to(tree).parent.as_posix()
        if address != ".":
            yield f"{address}.md", page(file.read_text(encoding="utf-8"))


def command(config: Path, out: Path) -> list[str]:
    """The command that builds the project."""
    words = ["-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]
    return [sys.executable, *words, "--site-dir", str(out)]
