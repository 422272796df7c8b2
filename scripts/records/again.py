"""Reads `products/` again after a few files changed: only these files are opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from operator import attrgetter
from pathlib import Path
from typing import Any

from scripts.records import paths
from scripts.records.reading import read_file, reading_of
from scripts.records.types import Problem, Reading, Record


def reread(
    before: Reading, products: Path, changed: Collection[str], *, moved: bool = True
) -> Reading:
    """What `read` would give now, where `before` is what it gave earlier.

    `changed` are the paths, as in `Record.path`, of all files that differ since then; `moved`:
    some of them came or went. Records of other files are the same objects as before.
    """
    # A look at the whole folder tells which files are there, and which of them are broken.
    whole = moved or bool(before.broken)
    everything = (*before.records, *before.lists.values())
    known = {record.path: record for record in everything if record.path not in changed}
    found, problems = paths.walk(products) if whole else _kept(before, products, changed)
    told: dict[str, list[Problem]] = defaultdict(list)
    for problem in before.problems:
        told[problem.path].append(problem)
    records: list[Record[Any]] = [] if whole else list(known.values())
    broken: set[paths.Named] = set()
    top = products.absolute().name
    for one in found:
        path, named = f"{top}/{one.inside}", paths.name_of(one.parts)
        kept = known.get(path)
        record, said = (kept, told[path]) if kept else read_file(one, path)
        problems.extend(said)
        if record is not None:
            records.append(record)
        elif named is not None:
            broken.add(named)
    files = [one.file for one in found] if whole else before.files
    return reading_of(sorted(records, key=attrgetter("path")), problems, files, broken)


def _kept(
    before: Reading, products: Path, changed: Collection[str]
) -> tuple[list[paths.Found], list[Problem]]:
    """The changed files, and the problems of all others."""
    parts = [tuple(path.split("/")[1:]) for path in sorted(changed)]
    found = [paths.Found(products.joinpath(*inside), inside) for inside in parts]
    return found, [problem for problem in before.problems if problem.path not in changed]
