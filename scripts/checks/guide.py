"""The staff guide's list of rules: one row a rule, with the anchor that its id names."""

from __future__ import annotations

from collections.abc import Iterator

from scripts import records
from scripts.checks.registry import RULES

SEVERITIES = {"error": "lỗi", "warning": "cảnh báo"}


def guide_markdown() -> str:
    """A table of all rules by id; the id is the anchor, as in `CONTRIBUTING.md#stars-score`."""
    rows = [
        f'| <a id="{id}"></a>`{id}` | {SEVERITIES[severity]} | {title} |'
        for id, severity, title in sorted(_rules())
    ]
    return "\n".join(["| Mã | Mức | Điều sai |", "| --- | --- | --- |", *rows]) + "\n"


def _rules() -> Iterator[tuple[str, str, str]]:
    yield from ((rule.id, rule.severity, rule.title) for rule in RULES.values())
    # What the reader refuses is never a warning.
    yield from ((id, "error", title) for id, title in records.RULES.items())
