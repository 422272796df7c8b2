"""Every group of rows, in the order of the report; each is a module with a function `rows`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.bench import GROUPS
from scripts.bench.bench import Bench
from scripts.bench.groups import absent, building, keys, records, searching, serving, sizes, views
from scripts.bench.table import Row

Group = Callable[[Bench], Iterator[Row]]
MODULES = (building, records, sizes, views, searching, keys, serving, absent)
ROWS: dict[str, Group] = {name: module.rows for name, module in zip(GROUPS, MODULES, strict=True)}
