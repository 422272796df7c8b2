"""The only reader of `products/`: files → records and problems, never an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from scripts.records import explain, guard, paths
from scripts.records.findings import Finding, RefusedError
from scripts.records.marks import Marks
from scripts.records.parse import parse
from scripts.records.types import Mark, Problem, Reading, Record
from scripts.schema import LISTS, RECORDS

Treat = Callable[[bytes], bytes]


def read(products: Path, treat: Treat = bytes) -> Reading:
    """All records, lists, files and problems below the folder `products/`; never raises.

    `treat` is done to the content of each file before it is looked at.
    """
    files, problems = paths.walk(products)
    records: list[Record[Any]] = []
    broken: set[tuple[str, str]] = set()
    for file in files:
        parts = file.relative_to(products).parts
        path = paths.relative(products, file)
        named = paths.name_of(parts)
        if named is None:
            problems.extend(_misplaced(path, parts))
            continue
        record, findings = _read_file(file, path, named, treat)
        problems.extend(finding.at(path) for finding in findings)
        if record is None:
            broken.add(named)
        else:
            records.append(record)
    return Reading(
        records=tuple(record for record in records if record.kind != "list"),
        lists={record.id: record for record in records if record.kind == "list"},
        problems=tuple(sorted(problems, key=lambda problem: (problem.path, problem.mark))),
        files=tuple(files),
        broken=frozenset(broken),
    )


def model_of(kind: str, id: str) -> type[BaseModel]:
    """The field list of a record, or of the list with that id."""
    models: Mapping[str, type[BaseModel]] = LISTS if kind == "list" else RECORDS
    return models[id if kind == "list" else kind]


def _read_file(
    file: Path, path: str, named: paths.Named, treat: Treat
) -> tuple[Record[Any] | None, list[Finding]]:
    try:
        with file.open("rb") as stream:
            raw = treat(stream.read(guard.MAX_BYTES + 1))
    except OSError as error:
        return None, [_unreadable(error)]
    value, findings = interpret(raw, model_of(*named))
    if value is None:
        return None, findings
    return _record(raw, named, file, path, value), findings


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
        parsed = parse(text)
    except RefusedError as refused:
        return None, [refused.finding]
    findings = [*findings, *parsed.findings]
    try:
        return model.model_validate(parsed.data), findings
    except ValidationError as error:
        marks = parse(text, with_marks=True).marks
        known = {finding.mark for finding in parsed.findings}
        details = error.errors(include_url=False)
        shape = explain.explain(details, model, parsed.data, marks)
        return None, [*findings, *(one for one in shape if one.mark not in known)]


def _misplaced(path: str, parts: tuple[str, ...]) -> Iterator[Problem]:
    if not paths.is_attachment(parts):
        yield Problem(
            path=path,
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
