"""THE field list: validation, JSON Schema, guide tables and canonical order derive from it."""

from __future__ import annotations

from typing import Literal

from scripts.schema.common import Record
from scripts.schema.craft import Craft
from scripts.schema.decision import Decision
from scripts.schema.lists import (
    Communes,
    EarlierUnits,
    FormerAddresses,
    Groups,
    Issuers,
    Law,
    ListFile,
    Programme,
    Publisher,
    Synonyms,
)
from scripts.schema.producer import Producer
from scripts.schema.product import Product
from scripts.schema.shop import Shop
from scripts.schema.video import Video

__all__ = [
    "LISTS",
    "OPTIONAL_LISTS",
    "RECORDS",
    "Craft",
    "Decision",
    "Kind",
    "ListFile",
    "Producer",
    "Product",
    "Record",
    "Shop",
    "Video",
]

Kind = Literal["product", "producer", "decision", "craft", "shop", "video", "list"]

RECORDS: dict[str, type[Record]] = {
    "product": Product,
    "producer": Producer,
    "decision": Decision,
    "craft": Craft,
    "shop": Shop,
    "video": Video,
}

LISTS: dict[str, type[ListFile]] = {
    "groups": Groups,
    "communes": Communes,
    "communes-earlier": EarlierUnits,
    "issuers": Issuers,
    "law": Law,
    "programme": Programme,
    "synonyms": Synonyms,
    "publisher": Publisher,
    "addresses": FormerAddresses,
}

OPTIONAL_LISTS = frozenset({"addresses"})
"""Lists that may be missing: there is nothing to say."""
