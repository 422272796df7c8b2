"""A small site that bears a number on every page."""

from __future__ import annotations

from pathlib import Path

from scripts import pipeline, publish
from scripts.pages.types import Asset, Page
from tests.press.sample import edition, page, project, sample_pages


def numbered(number: str) -> tuple[list[Page], list[Asset]]:
    """Some 200 pages and a file whose text is `number:…;`."""
    text = f"number:{number};"
    pages = [
        *(page(made.address, made.language, made.kind, text) for made in sample_pages()),
        *(page(f"/page-{n}/", "vi", "product", text, alternate=None) for n in range(200)),
    ]
    return pages, [Asset(address="/number.txt", content=text.encode)]


def publish_numbered(live: Path, number: str) -> None:
    """Build the site of a number and put it in place."""
    made = edition(*numbered(number))
    config = live.parent.parent / "project" / "mkdocs.yml"
    if not config.exists():
        project(config.parent)
    publish.publish(live, lambda tree: pipeline.print_site(made, tree, config=config))
