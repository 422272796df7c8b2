"""Writing a sample: record after record, so that memory hardly grows with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scripts import records, schema
from scripts.samples import folder, lists
from scripts.samples.stream import drafts

Report = Callable[[int], None]


@dataclass(slots=True)
class Written:
    """What stands in the folder: records, all files with lists and pictures, bytes."""

    records: int = 0
    files: int = 0
    bytes: int = 0


def write(
    out: Path,
    count: int,
    seed: int = 1,
    report: Report = lambda done: None,
    real: Path = lists.REAL,
) -> Written:
    """Write a sample of `count` products; `out` itself becomes the folder of its records.

    The same count, seed and lists give the same bytes, and a longer sample begins with the shorter
    one. An earlier sample in `out` is replaced; NotASampleError where anything else is there.
    `report` hears how many products are done.
    """
    folder.clear(out)
    written = Written()
    for path, content in lists.files(real):
        _put(out / path, content, written)
    for made in drafts(count, seed, real):
        model = schema.RECORDS[made.draft.kind].model_validate(made.draft.data)
        file = out / records.file_of(made.draft.kind, made.draft.data["id"])
        _put(file, records.canonical(model), written)
        written.records += 1
        for name, content in made.beside.items():
            _put(file.parent / name, content, written)
        if made.draft.kind == "product":
            report(made.number + 1)
    return written


def _put(file: Path, content: bytes, written: Written) -> None:
    records.create(file, content)
    written.files += 1
    written.bytes += len(content)
