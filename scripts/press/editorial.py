"""The hand-written pages of docs/: what their front matter says, and their links."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from scripts.pages.types import Editorial, Language, Page
from scripts.press.edition import PressError

KIND = "editorial"
FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
ROOTED = re.compile(r'(?P<attribute>\s(?:href|src)=")/(?!/)(?P<path>[^"#?]*)')


class EditorialError(PressError):
    """A hand-written page lacks something; the message names the file."""


def read(docs: Path) -> tuple[Editorial, ...]:
    """All hand-written pages below `docs`, by address. EditorialError: one has no title."""
    sources = {file: file.relative_to(docs).as_posix() for file in sorted(docs.rglob("*.md"))}
    addresses = frozenset(map(address_of, sources.values()))
    made = (_page(file, source, addresses) for file, source in sources.items())
    return tuple(sorted(made, key=lambda page: page.address))


def _page(file: Path, source: str, addresses: Collection[str]) -> Editorial:
    found = FRONT_MATTER.match(file.read_text(encoding="utf-8"))
    meta = yaml.load(found.group(1), Loader=yaml.CSafeLoader) if found else {}
    address = address_of(source)
    return Editorial(
        address=address,
        language=language_of(address),
        title=_required(meta, "title", source),
        alternate=counterpart(address, addresses),
        lastmod=str(meta["lastmod"]) if "lastmod" in meta else None,
    )


def page_of(source: str, meta: Mapping[str, Any], addresses: Collection[str]) -> Page:
    """The page of a source ("en/lien-he.md"); EditorialError: no title or description."""
    address = address_of(source)
    return Page(
        address=address,
        language=language_of(address),
        kind=str(meta.get("kind", KIND)),
        title=_required(meta, "title", source),
        describe=partial(str, _required(meta, "description", source)),
        render=str,
        alternate=counterpart(address, addresses),
        source=f"docs/{source}",
    )


def address_of(source: str) -> str:
    """The address of a source below docs/: "en/lien-he.md" → "/en/lien-he/"."""
    path = PurePosixPath(source).with_suffix("")
    parts = path.parts[:-1] if path.name == "index" else path.parts
    return "".join(f"/{part}" for part in parts) + "/"


def language_of(address: str) -> Language:
    """English below /en/, else Vietnamese."""
    return "en" if address.startswith("/en/") else "vi"


def counterpart(address: str, addresses: Collection[str]) -> str | None:
    """The same page in the other language, where there is one."""
    other = address[3:] if language_of(address) == "en" else f"/en{address}"
    return other if other in addresses else None


def relink(html: str, root: str) -> tuple[str, tuple[str, ...]]:
    """Root-absolute links made relative to the page, and the addresses that they lead to."""
    led: list[str] = []

    def relative(link: re.Match[str]) -> str:
        led.append(f"/{link['path']}")
        return link["attribute"] + (root + link["path"] or "./")

    return ROOTED.sub(relative, html), tuple(led)


def _required(meta: Mapping[str, Any], field: str, source: str) -> str:
    if not meta.get(field):
        raise EditorialError(f"docs/{source}: thiếu `{field}` trong phần đầu trang")
    return str(meta[field])
