"""Which kinds of page a built site has, and one or two pages of each to look at.

The kind of a page is what its template says: `<div class="page page-KIND">`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

KIND = re.compile(rb'class="page page-([a-z-]+)"')
ENGLISH = "/en"
# These lead on before they are seen.
PASSING = frozenset(("moved",))
# Hand-written pages without a kind of their own: no two are alike.
WRITTEN = "editorial"


def kinds(site: Path) -> dict[str, tuple[str, ...]]:
    """Kind → addresses of its Vietnamese pages, the lightest first; the error page is "lost"."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        if path.startswith("en/"):
            continue
        content = file.read_bytes()
        if match := KIND.search(content):
            address = "/" + path.removesuffix("index.html")
            found[match[1].decode()].append((len(content), address))
    return {
        kind: tuple(address for _, address in sorted(pages))
        for kind, pages in sorted(found.items())
        if kind not in PASSING
    }


def heaviest(pages: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Name → address: the heaviest page of each kind, and every one of those that are not alike."""
    written = {f"{WRITTEN} {address.strip('/')}": address for address in pages.get(WRITTEN, ())}
    return {kind: of[-1] for kind, of in pages.items() if kind != WRITTEN} | written


def typical(pages: Sequence[str]) -> str:
    """The page in the middle of the order of weight."""
    return pages[len(pages) // 2]


def english(site: Path, address: str) -> str | None:
    """The page in English, where there is one."""
    path = ENGLISH + address
    file = site / (path[1:] + "index.html" if path.endswith("/") else path[1:])
    return path if file.is_file() else None
