"""The catalogue as frozen values: the names other rooms import."""

from __future__ import annotations

from scripts.model.area import Area, AreaKind, Location
from scripts.model.catalogue import Catalogue
from scripts.model.entities import (
    Certificate,
    Craft,
    Decision,
    Group,
    Issuer,
    Leaf,
    Level,
    Producer,
    Product,
    Shop,
    Video,
)
from scripts.model.redirects import Redirect
from scripts.model.validity import IN_FORCE, Span, Status

__all__ = [
    "IN_FORCE",
    "Area",
    "AreaKind",
    "Catalogue",
    "Certificate",
    "Craft",
    "Decision",
    "Group",
    "Issuer",
    "Leaf",
    "Level",
    "Location",
    "Producer",
    "Product",
    "Redirect",
    "Shop",
    "Span",
    "Status",
    "Video",
]
