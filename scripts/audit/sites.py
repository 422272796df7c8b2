"""The site that is looked at, behind a server that compresses as the real one does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import pipeline
from scripts.bench import web
from scripts.bench.web import chromium

__all__ = ["build", "chromium", "served"]


def build(products: Path, tree: Path, address: str | None = None) -> Path:
    """Make the site of these records as of today, perhaps with its public address; its folder."""
    day = pipeline.today()
    checked = pipeline.check(products, day)
    photos = pipeline.album(pipeline.photographs(checked))
    origin = pipeline.origin(checked.reading, products)
    made = pipeline.catalogue(checked, day)
    edition = pipeline.edition(made, address, photos=photos, origin=origin)
    pipeline.print_site(edition, tree)
    return tree


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of the site, without a slash at the end, for as long as the block runs."""
    with web.served(site) as server:
        yield server.address
