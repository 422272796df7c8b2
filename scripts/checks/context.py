"""What the rules look things up in: built once, so that no rule searches a list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from scripts import schema
from scripts.checks.nearest import Vocabulary
from scripts.checks.places import Places
from scripts.checks.spans import Span, span
from scripts.records import paths
from scripts.records.types import Reading, Record
from scripts.schema import lists
from scripts.schema.product import Certificate

_List = TypeVar("_List", bound=BaseModel)
Location: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """A certificate with its product, its place in the record and the decision it names."""

    record: Record[schema.Product]
    index: int
    value: Certificate
    decision: Record[schema.Decision] | None

    def at(self, *inside: str | int) -> Location:
        """The location of a field of the certificate in its record."""
        return ("certificates", self.index, *inside)


@dataclass(frozen=True, kw_only=True)
class Context:
    """The catalogue as read, on a day. Indexes are made when a rule first asks for them."""

    reading: Reading
    today: date

    @cached_property
    def by_kind(self) -> Mapping[str, tuple[Record[Any], ...]]:
        """The records of each kind, in the order of their paths."""
        kinds: dict[str, list[Record[Any]]] = {kind: [] for kind in schema.RECORDS}
        for record in self.reading.records:
            kinds[record.kind].append(record)
        return {kind: tuple(records) for kind, records in kinds.items()}

    @property
    def products(self) -> tuple[Record[schema.Product], ...]:
        """All products."""
        return self.by_kind["product"]

    @property
    def producers(self) -> tuple[Record[schema.Producer], ...]:
        """All producers."""
        return self.by_kind["producer"]

    @property
    def decisions(self) -> tuple[Record[schema.Decision], ...]:
        """All decisions."""
        return self.by_kind["decision"]

    @property
    def crafts(self) -> tuple[Record[schema.Craft], ...]:
        """All crafts."""
        return self.by_kind["craft"]

    @property
    def shops(self) -> tuple[Record[schema.Shop], ...]:
        """All points of sale."""
        return self.by_kind["shop"]

    @property
    def videos(self) -> tuple[Record[schema.Video], ...]:
        """All videos."""
        return self.by_kind["video"]

    @cached_property
    def everything(self) -> tuple[Record[Any], ...]:
        """All records and all lists."""
        return (*self.reading.records, *self.reading.lists.values())

    @cached_property
    def ids(self) -> Mapping[str, Mapping[str, Record[Any]]]:
        """Kind → id → record; of two records with one id the first."""
        found: dict[str, dict[str, Record[Any]]] = {kind: {} for kind in schema.RECORDS}
        for record in self.reading.records:
            found[record.kind].setdefault(record.id, record)
        return found

    @cached_property
    def aliases(self) -> Mapping[str, Mapping[str, tuple[Record[Any], ...]]]:
        """Kind → old id → the records that claim it."""
        found: dict[str, dict[str, tuple[Record[Any], ...]]] = {kind: {} for kind in schema.RECORDS}
        for record in self.reading.records:
            for alias in record.value.aliases:
                claimed = found[record.kind].get(alias, ())
                found[record.kind][alias] = (*claimed, record)
        return found

    @cached_property
    def memo(self) -> dict[str, Any]:
        """What rules work out once and look up again."""
        return {}

    def vocabulary(self, name: str, words: Mapping[str, Any]) -> Vocabulary:
        """The words of an index, made searchable once under that name."""
        found: Vocabulary = self.memo.setdefault(f"vocabulary {name}", None) or Vocabulary(words)
        self.memo[f"vocabulary {name}"] = found
        return found

    @cached_property
    def certificates(self) -> tuple[Certified, ...]:
        """Every certificate of every product."""
        return tuple(self._certificates())

    def _certificates(self) -> Iterator[Certified]:
        decisions = self.ids["decision"]
        for record in self.products:
            for index, value in enumerate(record.value.certificates):
                decision = decisions.get(value.decision) if value.decision else None
                yield Certified(record=record, index=index, value=value, decision=decision)

    def _list(self, name: str, model: type[_List]) -> _List | None:
        record = self.reading.lists.get(name)
        return record.value if record and isinstance(record.value, model) else None

    @cached_property
    def groups(self) -> lists.Groups | None:
        """The list of groups; None where it is missing or broken."""
        return self._list("groups", lists.Groups)

    @cached_property
    def leaves(self) -> Mapping[str, lists.Leaf]:
        """Leaf id → leaf."""
        groups = self.groups.groups if self.groups else []
        return {leaf.id: leaf for group in groups for leaf in group.leaves}

    @cached_property
    def group_ids(self) -> frozenset[str]:
        """The ids of the groups themselves."""
        return frozenset(group.id for group in (self.groups.groups if self.groups else []))

    @cached_property
    def issuers(self) -> Mapping[str, lists.Issuer]:
        """Issuer id → issuer."""
        found = self._list("issuers", lists.Issuers)
        return {issuer.id: issuer for issuer in (found.issuers if found else [])}

    @cached_property
    def law(self) -> tuple[lists.LawPeriod, ...]:
        """The periods of the law, in the order of the list."""
        found = self._list("law", lists.Law)
        return tuple(found.periods) if found else ()

    @cached_property
    def _days_of_law(self) -> Mapping[str, Span]:
        return {
            period.id: Span(
                span(period.first).first, span(period.last).last if period.last else date.max
            )
            for period in self.law
        }

    def days_of(self, period: lists.LawPeriod) -> Span:
        """The days on which a period of the law is in force."""
        return self._days_of_law[period.id]

    def months(self, begin: Span) -> int | None:
        """How many months a certificate of those days is valid; None where the law differs."""
        terms = {period.months for period in self.law if self.days_of(period).meets(begin)}
        return terms.pop() if len(terms) == 1 else None

    @cached_property
    def communes(self) -> lists.Communes | None:
        """The list of communes; None where it is missing or broken."""
        return self._list("communes", lists.Communes)

    @cached_property
    def earlier(self) -> lists.EarlierUnits | None:
        """The list of earlier units; None where it is missing or broken."""
        return self._list("communes-earlier", lists.EarlierUnits)

    @cached_property
    def places(self) -> Places | None:
        """Names of places, of today and before; None where a list is missing or broken."""
        return Places(self.communes, self.earlier) if self.communes and self.earlier else None

    @cached_property
    def root(self) -> Path | None:
        """The folder that holds `products/`; None where nothing could be read."""
        record = next(iter(self.everything), None)
        return record.file.parents[len(PurePosixPath(record.path).parts) - 1] if record else None

    @cached_property
    def name(self) -> str:
        """The name of the folder of the records, as paths of problems begin."""
        record = next(iter(self.everything), None)
        return PurePosixPath(record.path).parts[0] if record else "products"

    @cached_property
    def docs(self) -> Path:
        """The site's own files: `docs/` beside `products/`, else that of this repository."""
        beside = self.root / "docs" if self.root else None
        own = Path(__file__).resolve().parents[2] / "docs"
        return beside if beside and beside.is_dir() else own

    @cached_property
    def illustrations(self) -> frozenset[str]:
        """The ids of the drawings in docs/assets/illustrations."""
        return frozenset(
            path.stem for path in (self.docs / "assets" / "illustrations").glob("*.svg")
        )

    @cached_property
    def attachments(self) -> Mapping[Path, frozenset[str]]:
        """Folder → the names of the files in it that are no records."""
        found: dict[Path, set[str]] = defaultdict(set)
        for file in self.reading.files:
            # Most files are records, and taking their paths apart is slow.
            if not file.name.endswith(".yml"):
                parts = PurePosixPath(self.path_of(file)).parts[1:]
                if paths.is_attachment(parts):
                    found[file.parent].add(file.name)
        return {folder: frozenset(names) for folder, names in found.items()}

    def path_of(self, file: Path) -> str:
        """The path of a file as problems name it."""
        return file.relative_to(self.root).as_posix() if self.root else file.name
