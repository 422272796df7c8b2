"""robots.txt: everything may be read, of a trial nothing; names the sitemap where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.exports.sitemap import ADDRESS as SITEMAP
from scripts.pages.types import Asset, Settings

ADDRESS = "/robots.txt"


def assets(settings: Settings) -> Iterator[Asset]:
    """The one file, RFC 9309."""
    lines = ["User-agent: *", "Disallow: /" if settings.trial else "Allow: /"]
    if settings.site_url and not settings.trial:
        lines.append(f"Sitemap: {settings.site_url.rstrip('/')}{SITEMAP}")
    content = "\n".join([*lines, ""]).encode()
    yield Asset(address=ADDRESS, content=lambda: content)
