"""robots.txt: everything may be read; the sitemap is named where the site has a URL."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.exports.sitemap import ADDRESS as SITEMAP
from scripts.pages.types import Asset, Settings

ADDRESS = "/robots.txt"


def assets(settings: Settings) -> Iterator[Asset]:
    """The one file, RFC 9309."""
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url:
        lines.append(f"Sitemap: {settings.site_url.rstrip('/')}{SITEMAP}")
    content = "\n".join([*lines, ""]).encode()
    yield Asset(address=ADDRESS, content=lambda: content)
