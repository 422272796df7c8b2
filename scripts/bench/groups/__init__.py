"""Every group of rows, in the order of the report; each is a module with a function `rows`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.bench.bench import Bench
from scripts.bench.groups import absent, building, keys, records, searching, serving, sizes, views
from scripts.bench.table import Row

Group = Callable[[Bench], Iterator[Row]]
GROUPS: tuple[tuple[str, Group], ...] = (
    ("build", building.rows),
    ("records", records.rows),
    ("sizes", sizes.rows),
    ("views", views.rows),
    ("search", searching.rows),
    ("keys", keys.rows),
    ("serve", serving.rows),
    ("absent", absent.rows),
)
