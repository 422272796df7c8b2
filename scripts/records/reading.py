"""The only reader of `products/`: files → records and problems, never an exception."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from scripts.records import explain, guard, paths
from scripts.records.findings import Finding, RefusedError
from scripts.records.marks import Marks
from scripts.records.parse import parse
from scripts.records.quick import quick
from scripts.records.sharing import share
from scripts.records.types import Mark, Problem, Reading, Record
from scripts.schema import LISTS, RECORDS

Treat = Callable[[bytes], bytes]


def read(products: Path, treat: Treat = bytes) -> Reading:
    """All records, lists, files and problems below the folder `products/`; never raises.

    `treat` is done to the content of each file before it is looked at.
    """
    found, problems = paths.walk(products)
    records: list[Record[Any]] = []
    broken: set[tuple[str, str]] = set()
    top = products.absolute().name
    with _no_search_for_cycles():
        for one in found:
            named = paths.name_of(one.parts)
            record, said = read_file(one, f"{top}/{one.inside}", named, treat)
            problems.extend(said)
            if record is not None:
                records.append(record)
            elif named is not None:
                broken.add(named)
    return reading_of(records, problems, [file for file, _ in found], broken)


def reading_of(
    records: Sequence[Record[Any]],
    problems: Iterable[Problem],
    files: Iterable[Path],
    broken: Iterable[tuple[str, str]],
) -> Reading:
    """The reading that consists of records, lists among them, and files in the order of paths."""
    return Reading(
        records=tuple(record for record in records if record.kind != "list"),
        lists={record.id: record for record in records if record.kind == "list"},
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.mark))),
        files=tuple(files),
        broken=frozenset(broken),
    )


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Records hold no reference cycles; looking for some again and again takes a quarter more."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def model_of(kind: str, id: str) -> type[BaseModel]:
    """The field list of a record, or of the list with that id."""
    models: Mapping[str, type[BaseModel]] = LISTS if kind == "list" else RECORDS
    return models[id if kind == "list" else kind]


def read_file(
    found: paths.Found, path: str, named: paths.Named | None, treat: Treat = bytes
) -> tuple[Record[Any] | None, list[Problem]]:
    """The record of one file, None where it has none, and the problems with the file."""
    if named is None:
        return None, [] if paths.is_attachment(found.parts) else [_misplaced().at(path)]
    try:
        with found.file.open("rb") as stream:
            raw = treat(stream.read(guard.MAX_BYTES + 1))
    except OSError as error:
        return None, [_unreadable(error).at(path)]
    value, findings = interpret(raw, model_of(*named))
    record = _record(raw, named, found.file, path, value) if value is not None else None
    return record, [finding.at(path) for finding in findings]


def record_of(raw: bytes, kind: str, id: str, file: Path, path: str) -> Record[Any]:
    """The record that a file with this content would give; ValueError where it has mistakes."""
    value, findings = interpret(raw, model_of(kind, id))
    if value is None:
        raise ValueError("; ".join(finding.message for finding in findings))
    return _record(raw, paths.Named(kind, id), file, path, value)


def _record(raw: bytes, named: paths.Named, file: Path, path: str, value: BaseModel) -> Record[Any]:
    return Record(
        kind=named.kind, id=named.id, path=path, file=file, value=value, marks=Marks(raw), raw=raw
    )


def interpret(raw: bytes, model: type[BaseModel]) -> tuple[BaseModel | None, list[Finding]]:
    """The value of a file's content, None where it has not the right shape; what is wrong."""
    try:
        text, findings = guard.decode(raw)
        value = _quickly(text, model)
        if value is not None:
            return value, findings
        parsed = parse(text)
    except RefusedError as refused:
        return None, [refused.finding]
    findings = [*findings, *parsed.findings]
    try:
        value = model.model_validate(parsed.data)
    except ValidationError as error:
        known = {finding.mark for finding in parsed.findings}
        details = error.errors(include_url=False)
        shape = explain.explain(details, model, parsed.data, parsed.marks)
        return None, [*findings, *(one for one in shape if one.mark not in known)]
    return value, findings


def _quickly(text: str, model: type[BaseModel]) -> BaseModel | None:
    """The value of a file in which all is well; None where it needs a closer look."""
    data = quick(text)
    try:
        value = model.model_validate(data) if data is not None else None
    except ValidationError:
        return None
    if value is not None:
        share(value)
    return value


def _misplaced() -> Finding:
    return Finding(
        mark=Mark(),
        rule="file-unknown",
        message="không nhận ra tệp này thuộc loại bản ghi nào",
        fix=paths.WHERE,
    )


def _unreadable(error: OSError) -> Finding:
    return Finding(
        mark=Mark(),
        rule="file-unreadable",
        message=f"không đọc được tệp ({paths.reason(error)})",
        fix=paths.ALLOW,
    )
