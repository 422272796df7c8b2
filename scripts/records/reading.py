"""The only reader of `products/`: files → records and problems, never an exception."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from scripts.records import explain, guard, paths
from scripts.records.findings import Finding, RefusedError
from scripts.records.marks import Marks
from scripts.records.parse import parse
from scripts.records.types import Mark, Problem, Reading, Record
from scripts.schema import LISTS, RECORDS


def read(products: Path) -> Reading:
    """All records, lists, files and problems below the folder `products/`."""
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
        record, findings = read_file(file, path, named)
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


def model_of(named: paths.Named) -> type[BaseModel]:
    """The field list of a record or list."""
    models: Mapping[str, type[BaseModel]] = LISTS if named.kind == "list" else RECORDS
    return models[named.id if named.kind == "list" else named.kind]


def read_file(
    file: Path, path: str, named: paths.Named
) -> tuple[Record[Any] | None, list[Finding]]:
    """The record of one file, None where it has not the right shape, and what is wrong with it."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(guard.MAX_BYTES + 1)
    except OSError as error:
        return None, [_unreadable(error)]
    return read_bytes(raw, file, path, named)


def read_bytes(
    raw: bytes, file: Path, path: str, named: paths.Named
) -> tuple[Record[Any] | None, list[Finding]]:
    """As `read_file`, for content that is not (yet) on disk."""
    try:
        text, findings = guard.decode(raw)
        parsed = parse(text)
    except RefusedError as refused:
        return None, [refused.finding]
    findings = [*findings, *parsed.findings]
    try:
        value = model_of(named).model_validate(parsed.data)
    except ValidationError as error:
        marks = parse(text, with_marks=True).marks
        return None, [*findings, *explain.explain(error, model_of(named), parsed.data, marks)]
    record = Record(
        kind=named.kind,
        id=named.id,
        path=path,
        file=file,
        value=value,
        marks=Marks(raw),
        raw=raw,
    )
    return record, findings


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
