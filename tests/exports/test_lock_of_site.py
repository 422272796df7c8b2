"""What was published is still served by the records and pages of today."""

from __future__ import annotations

from pathlib import Path

from scripts import pipeline
from scripts.exports import addresses
from tests.builder import TODAY

LOCK = Path(__file__).parents[2] / "addresses.lock"


def test_every_promise_is_kept() -> None:
    """In the way of the gates, but without rendering a page; these look at the finished site."""
    made = pipeline.edition(
        pipeline.catalogue(pipeline.check(pipeline.PRODUCTS, TODAY), TODAY), "https://ocop.example/"
    )
    served = {one.address for some in (made.pages, made.assets) for one in some}
    served |= {page.address for page in made.settings.editorial}
    locked = addresses.read(LOCK.read_text("utf-8"))
    onward = {page.address: page.onward for page in made.pages if page.onward}
    assert addresses.lost(locked, served) == ()
    assert addresses.reused(locked, served, onward) == ()


def test_the_lock_is_as_the_machine_writes_it() -> None:
    content = LOCK.read_text("utf-8")
    locked = addresses.read(content)
    onward = dict(line[2:].split(addresses.LEADS) for line in locked if addresses.LEADS in line)
    assert addresses.text(addresses.extended(locked, (), onward)) == content
