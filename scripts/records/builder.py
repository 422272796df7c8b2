"""Parser events → plain values, without recursion and within limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

from yaml import events

from scripts.records import letters, plain, sentences
from scripts.records.findings import Finding, RefusedError, shown
from scripts.records.types import KEY, Location, Mark

MAX_DEPTH = 12
MAX_NODES = 20_000

_NO_KEY: Any = object()
_AGAIN = "#again"


def mark_of(event: Any) -> Mark:
    """Where an event begins, line and column from 1."""
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


@dataclass(slots=True)
class Builder:
    """Fed with the events of one document; `data` is then its value, None where it is empty.

    `marks` are the positions of keys and values (see `types.Record`).
    """

    marks: dict[Location, Mark] = field(default_factory=dict)
    escapes: bool = False
    data: dict[str, Any] | None = None
    findings: list[Finding] = field(default_factory=list)
    _container: Any = None
    _key: Any = _NO_KEY
    _location: Location = ()
    _outer: list[tuple[Any, Location]] = field(default_factory=list)
    _nodes: int = 0

    def handlers(self) -> dict[type, Callable[[Any], None]]:
        """What to do at each kind of event; other kinds need nothing."""
        return {
            events.DocumentStartEvent: self._document,
            events.ScalarEvent: self._scalar,
            events.MappingStartEvent: self._mapping,
            events.SequenceStartEvent: self._sequence,
            events.MappingEndEvent: self._end,
            events.SequenceEndEvent: self._end,
            events.AliasEvent: self._alias,
        }

    def _document(self, event: Any) -> None:
        if event.version or event.tags:
            raise _refused("yaml-directive", event)
        if self._nodes:
            raise _refused("yaml-documents", event)

    def _alias(self, event: Any) -> None:
        raise _refused("yaml-anchor", event, f"*{event.anchor}")

    def _scalar(self, event: Any) -> None:
        self._nodes += 1
        if event.tag is not None or event.anchor is not None or self._nodes > MAX_NODES:
            self._refuse(event)
        if self._container is None:
            raise _refused("yaml-not-mapping" if event.value else "file-empty", event)
        if self.escapes and event.style == '"':
            self._check_escaped(event)
        if self._key is _NO_KEY and type(self._container) is dict:
            self._take_key(event)
        else:
            value = event.value if event.style else self._plain(event)
            self._put(value, event)

    def _plain(self, event: Any) -> Any:
        if event.value[:1] not in plain.FIRST:
            return event.value
        try:
            return plain.resolve(event.value)
        except plain.OddNumberError:
            self._report("yaml-number", event, shown(event.value, 24))
            return event.value

    def _check_escaped(self, event: Any) -> None:
        """Escapes such as \\u202e may bring in what `letters` refuses in the open."""
        known = {found.rule for found in self.findings}
        for found in letters.suspicious(event.value):
            if found.rule not in known:
                self.findings.append(found.moved(mark_of(event)))

    def _take_key(self, event: Any) -> None:
        key: str = event.value
        if key == "<<":
            raise _refused("yaml-merge", event)
        if not key:
            raise _refused("yaml-key", event)
        if key in self._container:
            first = self.marks[(*self._location, key, KEY)]
            self._report("yaml-duplicate-key", event, shown(key), first.line)
            key = _AGAIN
        self._key = key
        self.marks[(*self._location, key, KEY)] = mark_of(event)

    def _put(self, value: Any, event: Any) -> None:
        """Place a value into the open container: under the key that was read, or at its end."""
        self.marks[self._here()] = mark_of(event)
        if type(self._container) is list:
            self._container.append(value)
        elif self._key is not _AGAIN:
            self._container[self._key] = value
        self._key = _NO_KEY

    def _here(self) -> Location:
        """The location of the value that comes next."""
        part = len(self._container) if type(self._container) is list else self._key
        return (*self._location, part)

    def _mapping(self, event: Any) -> None:
        self._open({}, event)

    def _sequence(self, event: Any) -> None:
        if self._container is None:
            raise _refused("yaml-not-mapping", event)
        self._open([], event)

    def _open(self, inner: Any, event: Any) -> None:
        self._nodes += 1
        if event.tag is not None or event.anchor is not None:
            self._refuse(event)
        if len(self._outer) >= MAX_DEPTH:
            raise _refused("yaml-too-deep", event, MAX_DEPTH)
        self._outer.append((self._container, self._location))
        if self._container is None:
            self.data = inner
        elif self._key is _NO_KEY and type(self._container) is dict:
            raise _refused("yaml-key", event)
        else:
            location = self._here()
            self._put(inner, event)
            self._location = location
        self._container = inner

    def _end(self, event: Any) -> None:
        self._container, self._location = self._outer.pop()

    def _refuse(self, event: Any) -> NoReturn:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            raise _refused("yaml-tag", event, shown(tag))
        if event.anchor is not None:
            raise _refused("yaml-anchor", event, f"&{shown(event.anchor)}")
        raise _refused("yaml-too-many", event, MAX_NODES)

    def _report(self, rule: str, event: Any, *words: object) -> None:
        self.findings.append(sentences.finding(rule, mark_of(event), *words))


def _refused(rule: str, event: Any, *words: object) -> RefusedError:
    return RefusedError(sentences.finding(rule, mark_of(event), *words))
