"""YAML text → plain values, the position of every key and value, and what is wrong.

Composing nodes recurses in C and crashes Python on deep nesting; one flat pass over the events
does the same work within limits. Scalars are resolved as in `plain`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml

from scripts.records import sentences, syntax
from scripts.records.builder import Builder
from scripts.records.findings import Finding, RefusedError, shown
from scripts.records.letters import position
from scripts.records.types import Location, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The value of a file, the mistakes met on the way, and the marks (see `types.KEY`)."""

    data: dict[str, Any]
    findings: tuple[Finding, ...]
    marks: dict[Location, Mark]


def parse(text: str) -> Parsed:
    """The one document of the text. Raises RefusedError where nothing sensible can be read."""
    builder = Builder(escapes="\\" in text)
    handlers = builder.handlers()
    with _events(text) as events:
        for event in events:
            handle = handlers.get(type(event))
            if handle:
                handle(event)
    if builder.data is None:
        raise RefusedError(sentences.finding("file-empty", Mark()))
    comments = _comments(text) if "#" in text else ()
    return Parsed(data=builder.data, findings=(*builder.findings, *comments), marks=builder.marks)


@contextmanager
def _events(text: str) -> Iterator[Iterator[Any]]:
    """The parser's events; what it does not understand becomes RefusedError."""
    loader = yaml.CSafeLoader(text)
    try:
        yield iter(loader.get_event, None)
    except yaml.MarkedYAMLError as error:
        raise RefusedError(syntax.explain(error)) from None
    except yaml.reader.ReaderError as error:
        raise RefusedError(syntax.unreadable(error)) from None
    finally:
        loader.dispose()


def _comments(text: str) -> list[Finding]:
    """Comments are what begins with # between two values."""
    found: list[Finding] = []
    behind = 0
    with _events(text) as events:
        for event in events:
            index = text.find("#", behind, event.start_mark.index)
            while index >= 0:
                line = text[index:].splitlines()[0]
                found.append(
                    sentences.finding("yaml-comment", position(text, index), shown(line, 40))
                )
                index = text.find("#", index + len(line), event.start_mark.index)
            behind = max(behind, event.end_mark.index)
    return found
