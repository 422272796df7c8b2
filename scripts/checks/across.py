"""Which rules look at more than one record: all others can be asked about a part of them."""

from __future__ import annotations

ACROSS = frozenset(
    {"id-duplicate", "alias-live", "alias-duplicate", "withheld-named", "gtin-twice"}
    | {"product-duplicate", "product-near", "product-same-name"}
    | {"producer-duplicate", "producer-near", "decision-duplicate"}
    | {"producer-unknown", "decision-unknown", "craft-unknown", "shop-unknown", "product-unknown"}
    | {"level-stars", "decision-and-issuer", "issued-decision"}  # they look at the decision, too
    | {"file-unused", "file-plain", "docs-link", "illustration-unknown"}
)
"""The rules that look at several records, or at files elsewhere."""
