"""Which addresses may be written, and that no two pages or files claim the same one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scripts.press.edition import PressError

# A folder has no dot and a file has one, so that a file can never stand where a folder must.
SAFE = re.compile(r"/(?:[a-z0-9-]+/)*(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+)?")


class AddressError(PressError):
    """Two things have one address, or an address is not one."""


def file_of(address: str) -> str:
    """The path below the site's folder: "/a/b/" → "a/b/index.html", "/404.html" → "404.html".

    AddressError for anything but lower-case letters, digits, hyphens, and dots in a file's name.
    """
    if not SAFE.fullmatch(address):
        raise AddressError(f"{address!r} không dùng làm địa chỉ trang được")
    return address[1:] + ("index.html" if address.endswith("/") else "")


def claim(claims: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> frozenset[str]:
    """All files of (address, claimant) pairs and those already `taken` by the engine.

    AddressError naming both claimants where two want the same file.
    """
    owners = dict.fromkeys(taken, "tệp trong docs/ hoặc của giao diện")
    for address, claimant in claims:
        file = file_of(address)
        if file in owners:
            raise AddressError(f"hai nơi cùng dùng địa chỉ {address}: {owners[file]}; {claimant}")
        owners[file] = claimant
    return frozenset(owners)
