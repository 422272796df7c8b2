"""What nginx is told of a site; above all its content security policy (CSP 3).

Which inline scripts are ours is told by their hash. Nothing else may run: neither a script from
another host, nor one that found its way into a page.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
HEADERS, NGINX = HERE / "headers.conf", HERE / "nginx.conf"
_SCRIPT = re.compile(rb"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(rb"(?:^|\s)src\s*=", re.IGNORECASE)
_TYPE = re.compile(rb"""(?:^|\s)type\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
# What a browser runs, by HTML 4.12.1; any other type is a block of data.
_RUN = frozenset({b"", b"module", b"text/javascript", b"application/javascript"})


def scripts(tree: Path) -> frozenset[str]:
    """The CSP source of each inline script that pages of a site run: "'sha256-…'"."""
    bodies: set[bytes] = set()
    for page in tree.rglob("*.html"):
        bodies |= inline(page.read_bytes())
    return frozenset(map(source, bodies))


def inline(html: bytes) -> set[bytes]:
    """The inline scripts of a page that a browser would run."""
    return {
        body
        for attributes, body in _SCRIPT.findall(html)
        if not _SOURCE.search(attributes) and _kind(attributes) in _RUN
    }


def _kind(attributes: bytes) -> bytes:
    named = _TYPE.search(attributes)
    return named[1].lower() if named else b""


def source(script: bytes) -> str:
    """The hash of a script as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"


def headers(sources: Iterable[str]) -> str:
    """nginx's file of headers for a site with these inline scripts; the same set, the same text."""
    return HEADERS.read_text(encoding="utf-8").replace("@scripts@", " ".join(sorted(sources)))


def nginx(**values: str) -> str:
    """nginx's configuration of a site: `root`, the folder of releases, `name`, `listen`."""
    text = NGINX.read_text(encoding="utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text
