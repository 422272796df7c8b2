"""Which addresses lead on, and where to: for the gates, and for servers that can answer 301."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from scripts.pages.types import Asset, Page

ADDRESS = "/assets/redirects.json"


def assets(pages: Sequence[Page]) -> Iterator[Asset]:
    """The one file: an object of old address → new address, in both languages, sorted."""
    led = {page.address: page.onward for page in pages if page.onward}
    content = json.dumps(led, sort_keys=True, indent=0).encode() + b"\n"
    yield Asset(address=ADDRESS, content=lambda: content)


def read(content: bytes) -> dict[str, str]:
    """What such a file says; ValueError where it is none."""
    led = json.loads(content)
    if not isinstance(led, dict):
        raise ValueError(f"{ADDRESS}: not an object")
    return {str(old): str(new) for old, new in led.items()}
