"""What pydantic finds, as one Vietnamese sentence for each mistake."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scripts.records import letters, wording
from scripts.records.findings import Finding
from scripts.records.types import KEY, Location, Mark
from scripts.schema import fields


class _Shape(NamedTuple):
    """A record that has not the right shape."""

    model: type[BaseModel]
    data: Mapping[str, Any]
    marks: Mapping[Location, Mark]


def faults(model: type[BaseModel], name: str, value: Any) -> list[Finding]:
    """What is wrong with the value of one field, whatever the others hold; no positions."""
    data = {name: value}
    found = letters.suspicious(value) if isinstance(value, str) else []
    try:
        model.model_validate(data)
    except ValidationError as error:
        details = [one for one in error.errors(include_url=False) if one["loc"][0] == name]
        found = [*found, *explain(details, model, data, {})]
    return found


def explain(
    details: Iterable[ErrorDetails],
    model: type[BaseModel],
    data: Mapping[str, Any],
    marks: Mapping[Location, Mark],
) -> list[Finding]:
    """One finding for each mistake in the shape of a record, in the order of the file."""
    shape = _Shape(model, data, marks)
    places = list(_once(details, data))
    meant = dict(_meant(shape, places))
    found = [
        _finding(shape, detail, location, meant)
        for detail, location in places
        if not (detail["type"] == "missing" and location in meant.values())
    ]
    return sorted(found, key=lambda finding: finding.mark)


def _once(
    details: Iterable[ErrorDetails], data: Mapping[str, Any]
) -> Iterator[tuple[ErrorDetails, Location]]:
    """The first error at each place of the data; the branches of a union are one place."""
    seen: set[Location] = set()
    for detail in details:
        location = _written(detail["loc"], data)
        if detail["type"] == "missing":
            location = (*location, detail["loc"][-1])
        if location not in seen:
            seen.add(location)
            yield detail, location


def _written(location: Location, data: Any) -> Location:
    """As much of a location as the data has."""
    for depth, name in enumerate(location):
        inside = isinstance(data, dict) and name in data
        if not inside and not (isinstance(data, list) and isinstance(name, int)):
            return location[:depth]
        data = data[name]
    return location


def _meant(
    shape: _Shape, details: list[tuple[ErrorDetails, Location]]
) -> Iterator[tuple[Location, Location]]:
    """Unknown field → the known field that was probably meant, missing ones first."""
    missing = {location for detail, location in details if detail["type"] == "missing"}
    for detail, location in details:
        if detail["type"] != "extra_forbidden":
            continue
        around, name = location[:-1], str(location[-1])
        model = fields.model_at(shape.model, around)
        known = list(fields.ordered(model)) if model else []
        absent = [one for one in known if (*around, one) in missing]
        near = _nearest(name, absent) or _nearest(name, known)
        if near:
            yield location, (*around, near)


def _finding(
    shape: _Shape,
    detail: ErrorDetails,
    location: Location,
    meant: Mapping[Location, Location],
) -> Finding:
    kind = detail["type"]
    near = meant.get(location)
    name = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    words = wording.Words(
        name=name,
        input=detail["input"],
        context=detail.get("ctx", {}),
        model=fields.model_at(shape.model, location),
        around=fields.model_at(shape.model, _container(location)),
        near=str(near[-1]) if near else None,
    )
    rule, message, fix = wording.say(kind, words, detail["msg"])
    return Finding(mark=_mark(shape, location, kind), rule=rule, message=message, fix=fix)


def _container(location: Location) -> Location:
    """The location of the part whose field is meant: list positions of the field do not count."""
    while location and isinstance(location[-1], int):
        location = location[:-1]
    return location[:-1]


def _mark(shape: _Shape, location: Location, kind: str) -> Mark:
    if kind == "extra_forbidden":
        location = (*location, KEY)
    while location and location not in shape.marks:
        location = location[:-1]
    return shape.marks.get(location, Mark())


def _nearest(word: str, known: list[str]) -> str | None:
    return next(iter(difflib.get_close_matches(word, known, 1, 0.6)), None)
