"""The only reader of `products/`: files → records and problems, never an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from scripts import processes
from scripts.records import explain, guard, paths
from scripts.records.findings import Finding, RefusedError
from scripts.records.marks import Marks
from scripts.records.parse import parse
from scripts.records.quick import quick
from scripts.records.sharing import share
from scripts.records.types import Content, Mark, Problem, Reading, Record
from scripts.schema import LISTS, RECORDS

Treat = Callable[[bytes], bytes]
Data = dict[str, Any]
Opened = tuple[bytes, Data | None, bytes]
"""The content, its values where nothing is to be said of how they are written, its SHA-256."""
Looked = Opened | Finding | None
Made = tuple[Record[Any] | None, list[Problem]]
BATCH = 64
# With fewer files it takes longer to start a second process than to do without one.
MANY = 300


def read(products: Path, treat: Treat = bytes) -> Reading:
    """All records, lists, files and problems below the folder `products/`; never raises.

    `treat` is done to the content of each file before it is looked at.
    """
    found, problems = paths.walk(products)
    with processes.without_collector():
        made = list(chain.from_iterable(_in_batches(found, products.absolute().name, treat)))
    broken: set[paths.Named] = set()
    for one, (record, said) in zip(found, made, strict=True):
        problems.extend(said)
        if record is None and (named := paths.name_of(one.parts)):
            broken.add(named)
    records = [record for record, _ in made if record is not None]
    return reading_of(records, problems, [one.file for one in found], broken)


def _in_batches(found: Sequence[paths.Found], top: str, treat: Treat) -> list[list[Made]]:
    """The records of all files: two processes take them apart, this one makes the values."""
    size = BATCH if len(found) >= MANY else MANY
    batches = [found[start : start + size] for start in range(0, len(found), size)]
    made: dict[int, list[Made]] = {}

    def take(number: int, contents: list[Looked]) -> None:
        pairs = zip(batches[number], contents, strict=True)
        made[number] = [_made(one, f"{top}/{one.inside}", content, treat) for one, content in pairs]

    processes.share([partial(_opened, batch, treat) for batch in batches], take)
    return [made[number] for number in range(len(batches))]


def _opened(batch: Sequence[paths.Found], treat: Treat) -> list[Looked]:
    return [_open(one, treat) for one in batch]


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


def model_of(kind: str, id: str) -> type[BaseModel]:
    """The field list of a record, or of the list with that id."""
    models: Mapping[str, type[BaseModel]] = LISTS if kind == "list" else RECORDS
    return models[id if kind == "list" else kind]


def read_file(found: paths.Found, path: str) -> Made:
    """The record of one file, None where it has none, and the problems with the file."""
    return _made(found, path, _open(found, bytes), bytes)


def _open(found: paths.Found, treat: Treat) -> Looked:
    """What is in a file; nothing of one that is no record."""
    if paths.name_of(found.parts) is None:
        return None
    try:
        raw = treat(_content(found.file))
    except OSError as error:
        return _unreadable(error)
    return raw, _quickly(raw), sha256(raw).digest()


def _content(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(guard.MAX_BYTES + 1)


def _made(found: paths.Found, path: str, content: Looked, treat: Treat) -> Made:
    named = paths.name_of(found.parts)
    if named is None:
        return None, [] if paths.is_attachment(found.parts) else [_misplaced().at(path)]
    if not isinstance(content, tuple):
        return None, [content.at(path)] if content else []
    raw, data, digest = content
    value, findings = _interpret(raw, model_of(*named), data)
    said = [finding.at(path) for finding in findings]
    if value is None:
        return None, said
    kept: Content = found.file if treat is bytes else raw
    return _record(named, found.file, path, value, digest, kept), said


def record_of(raw: bytes, kind: str, id: str, file: Path, path: str) -> Record[Any]:
    """The record that a file with this content would give; ValueError where it has mistakes."""
    value, findings = interpret(raw, model_of(kind, id))
    if value is None:
        raise ValueError("; ".join(finding.message for finding in findings))
    return _record(paths.Named(kind, id), file, path, value, sha256(raw).digest(), raw)


def _record(
    named: paths.Named,
    file: Path,
    path: str,
    value: BaseModel,
    digest: bytes,
    content: Content,
) -> Record[Any]:
    return Record(
        kind=named.kind,
        id=named.id,
        path=path,
        file=file,
        value=value,
        marks=Marks(content),
        digest=digest,
        content=content,
    )


def interpret(raw: bytes, model: type[BaseModel]) -> tuple[BaseModel | None, list[Finding]]:
    """The value of a file's content, None where it has not the right shape; what is wrong."""
    return _interpret(raw, model, _quickly(raw))


def _interpret(
    raw: bytes, model: type[BaseModel], data: Data | None
) -> tuple[BaseModel | None, list[Finding]]:
    """As `interpret`; `data` are the values where nothing is to be said of how they are written."""
    value = _valid(data, model) if data is not None else None
    if value is not None:
        return value, []
    try:
        text, findings = guard.decode(raw)
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


def _quickly(raw: bytes) -> Data | None:
    """The values of a file of which there is nothing to say; None where it needs a closer look."""
    try:
        text, findings = guard.decode(raw)
    except RefusedError:
        return None
    return None if findings else quick(text)


def _valid(data: Data, model: type[BaseModel]) -> BaseModel | None:
    try:
        value = model.model_validate(data)
    except ValidationError:
        return None
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
