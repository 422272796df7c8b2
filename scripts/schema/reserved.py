"""Ids that no record may bear: their address is that of another page of the site."""

from __future__ import annotations

import re
from collections.abc import Mapping

A_TO_Z, BY_KIND = "a-z", "loai"
RESERVED: Mapping[str, frozenset[str]] = {
    "product": frozenset({A_TO_Z}),
    "producer": frozenset({BY_KIND}),
}
"""By kind of record: the names of pages that lie beside its own pages."""

_PAGE_OF_LIST = re.compile("trang-[0-9]+")


def is_reserved(kind: str, id: str) -> bool:
    """Whether an id or old id would take the place of a page that lies beside those of its kind.

    The pages of every list are `trang-2`, `trang-3` and so on.
    """
    return id in RESERVED.get(kind, ()) or bool(_PAGE_OF_LIST.fullmatch(id))
