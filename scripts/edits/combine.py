"""Two records that speak of one thing, field by field: what one lacks the other gives.

Where they differ it is a conflict, which takes the side that was chosen for it, or is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from scripts.edits import series
from scripts.edits.types import Conflict, Data
from scripts.schema.product import Evidence
from scripts.text.fold import fold

FROM, INTO = "FROM", "INTO"
ALL = "*"
# Parts whose own fields are compared one by one; in all others text and sources belong together.
_DEEP = ("place", "trade")
# Nothing that one of them says may slip in unasked.
_ALWAYS_ASKED = ("withdrawn",)
_EVIDENCE = get_args(Evidence)
_EMPTY: tuple[Any, ...] = (None, [], "")


class Combiner:
    """Combines values; `conflicts` are those for which no side was chosen.

    `keep`: the side for a field by its name as conflicts print it ("place.commune"), or for ALL.
    """

    def __init__(self, keep: Mapping[str, str]) -> None:
        self._keep = keep
        self.conflicts: list[Conflict] = []
        self.used: set[str] = set()

    def fields(self, into: Data, other: Data, prefix: str = "") -> Data:
        """Both mappings as one, in the order of `into`."""
        return {name: self.field(f"{prefix}{name}", into[name], other[name]) for name in into}

    def field(self, name: str, into: Any, other: Any) -> Any:
        """Both values of a field as one; the value of `into` where a choice is missing."""
        if _same(into, other):
            return _with_sources(into, other)
        if name not in _ALWAYS_ASKED and (into in _EMPTY or other in _EMPTY):
            return other if into in _EMPTY else into
        if name in _DEEP:
            return self.fields(into, other, f"{name}.")
        join = _JOINED.get(name) or _JOINED.get(name.rpartition(".")[2])
        return join(self, into, other) if join else self._choose(name, into, other)

    def certificates(self, into: list[Data], other: list[Data]) -> list[Data]:
        """One series: a certificate that both have once, with what either knows of it."""
        made = list(into)
        for each in other:
            twin = next((n for n, one in enumerate(made) if series.same(one, each)), None)
            if twin is None:
                made = series.inserted(made, each)
            else:
                name = f"certificates.{series.begin(made[twin]) or twin + 1}."
                made[twin] = self.fields(made[twin], each, name)
        return made

    def _choose(self, name: str, into: Any, other: Any) -> Any:
        self.used |= {key for key in (name, ALL) if key in self._keep}
        side = self._keep.get(name, self._keep.get(ALL))
        if side is None:
            self.conflicts.append(Conflict(field=name, from_=_shown(other), into=_shown(into)))
        return other if side == FROM else into


def _union(key: Callable[[Any], object]) -> Callable[[Combiner, list[Any], list[Any]], list[Any]]:
    """Joins two lists; items with one key are one item, with the sources of both."""

    def join(_: Combiner, into: list[Any], other: list[Any]) -> list[Any]:
        made = {key(item): item for item in into}
        for item in other:
            known = made.get(key(item))
            made[key(item)] = item if known is None else _with_sources(known, item)
        return list(made.values())

    return join


def _words(item: Any) -> object:
    return fold(item)


def _bare(item: Any) -> object:
    """The item without its sources, for comparing."""
    if isinstance(item, dict):
        return tuple((name, _bare(one)) for name, one in item.items() if name != "sources")
    return tuple(map(_bare, item)) if isinstance(item, list) else item


_JOINED: Mapping[str, Callable[[Combiner, Any, Any], Any]] = {
    "certificates": Combiner.certificates,
    "trade.certificates": _union(_bare),
    "season": lambda _, into, other: sorted({*into, *other}),
    "keywords": _union(_words),
    "other_names": _union(_words),
    "former_gtins": _union(lambda gtin: gtin.zfill(14)),
    "withheld": lambda _, into, other: into or other,
    "weak": lambda _, into, other: into and other,
    "evidence": lambda _, into, other: min(into, other, key=_EVIDENCE.index),
    "reviewed": lambda _, into, other: min(into, other),
    "sources": _union(str),
} | dict.fromkeys(
    ("story", "facts", "doubts", "images", "where_to_buy", "packs", "property"), _union(_bare)
)


def _same(one: Any, other: Any) -> bool:
    return bool(_bare(one) == _bare(other))


def _with_sources(into: Any, other: Any) -> Any:
    """Of two values that say the same, the first, resting on the sources of both."""
    if isinstance(into, list):
        return [_with_sources(a, b) for a, b in zip(into, other, strict=True)]
    if not isinstance(into, dict):
        return into
    made = {name: _with_sources(value, other[name]) for name, value in into.items()}
    if isinstance(into.get("sources"), list):
        made["sources"] = list(dict.fromkeys([*into["sources"], *other["sources"]]))
    return made


def _shown(value: Any) -> str:
    """A value on one line, for a person who must choose."""
    if isinstance(value, dict):
        said = [_shown(one) for name, one in value.items() if name != "sources" and one]
        return ", ".join(said)
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    return "không có" if value in _EMPTY else str(value)
