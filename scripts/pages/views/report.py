"""The tables of the data report: names, links and words beside the counts of the model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from scripts.model import addresses
from scripts.model.report import UNKNOWN, Line, Published, Report
from scripts.model.types import Status
from scripts.pages.site import Site
from scripts.pages.views.sources import Notes
from scripts.text import dates

# A name, its page, and whether the name is Vietnamese on every page.
Name = tuple[str | Markup, str | None, bool]
Namer = Callable[[Site, str], Name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A published total with its day in words and its footnotes."""

    count: int
    date: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table; `inner` ones split the line above them."""

    label: str | Markup
    address: str | None
    vietnamese: bool
    inner: bool
    count: int
    in_force: int | None
    published: Figure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of counts; columns that no row fills are left out. `of` heads the names."""

    title: Markup
    counted: Markup
    rows: tuple[Row, ...]
    of: Markup | None = None
    note: Markup | None = None

    @property
    def has_in_force(self) -> bool:
        """Whether it tells how many are in force."""
        return any(row.in_force is not None for row in self.rows)

    @property
    def has_published(self) -> bool:
        """Whether a published total stands beside a count."""
        return any(row.published for row in self.rows)


def tables(site: Site, report: Report, notes: Notes) -> Mapping[str, Table]:
    """The tables of coverage by what they count by."""
    lines = {
        "states": _states(report),
        "evidence": report.evidence,
        "provinces": report.provinces,
        "stars": report.stars,
        "years": report.years,
        "groups": report.groups,
        "makers": report.makers.parts,
    }
    return {name: _table(site, name, listed, notes) for name, listed in lines.items()}


def gaps(site: Site, name: str, counts: Mapping[str, int]) -> Table:
    """How many records of a kind ("products", "makers") have each kind of gap."""
    return Table(
        title=site.t(f"report.gaps.{name}"),
        counted=_counted(site, name),
        of=site.t("report.gap"),
        rows=tuple(
            _row(Line(key=kind, count=count), (site.t(f"gap.{kind}"), None, False), None, False)
            for kind, count in counts.items()
        ),
    )


def figure(site: Site, published: Published | None, notes: Notes) -> Figure | None:
    """A published total as the page shows it."""
    if published is None:
        return None
    return Figure(
        count=published.count,
        date=dates.format_partial(published.date, site.language),
        notes=notes.cite(published.sources),
    )


def _table(site: Site, name: str, lines: Iterable[Line], notes: Notes) -> Table:
    namer = _NAMERS[name]
    return Table(
        title=site.t(f"report.by.{name}"),
        counted=_counted(site, name),
        rows=tuple(_rows(site, lines, namer, notes)),
        note=site.t(f"report.note.{name}", date=site.as_of) if name in _NOTED else None,
    )


def _counted(site: Site, name: str) -> Markup:
    return site.t("report.counted.makers" if name == "makers" else "report.counted.products")


def _rows(
    site: Site, lines: Iterable[Line], namer: Namer, notes: Notes, inner: bool = False
) -> Iterator[Row]:
    for line in lines:
        unknown: Name = (site.t("report.unknown"), None, False)
        name = namer(site, line.key) if line.key != UNKNOWN else unknown
        yield _row(line, name, figure(site, line.published, notes), inner)
        yield from _rows(site, line.parts, namer, notes, inner=True)


def _row(line: Line, name: Name, published: Figure | None, inner: bool) -> Row:
    label, address, vietnamese = name
    return Row(
        label=label,
        address=address,
        vietnamese=vietnamese,
        inner=inner,
        count=line.count,
        in_force=line.in_force,
        published=published,
    )


def _states(report: Report) -> tuple[Line, ...]:
    """What may be said on the day; valid ones together, those of the next 90 days among them."""
    states = report.states
    expiring = Line(key=Status.EXPIRING.value, count=states.get(Status.EXPIRING, 0))
    valid = Line(
        key=Status.VALID.value,
        count=states.get(Status.VALID, 0) + expiring.count,
        parts=(expiring,),
    )
    others = (Status.EXPIRED, Status.REVOKED, Status.UNKNOWN)
    return (valid, *(Line(key=one.value, count=states.get(one, 0)) for one in others))


def _area(site: Site, id: str) -> Name:
    area = site.catalogue.areas[id]
    return area.label, area.address, site.foreign


def _group(site: Site, id: str) -> Name:
    leaf = site.catalogue.leaves.get(id)
    if leaf is not None:
        return site.say(leaf.written.name, leaf.written.name_en), leaf.address, False
    group = next(group for group in site.catalogue.groups if group.id == id)
    return site.say(group.written.name, group.written.name_en), group.address, False


def _star(site: Site, key: str) -> Name:
    return site.t("stars", n=int(key)), addresses.star(int(key)), False


def _year(site: Site, key: str) -> Name:
    return key, addresses.year(int(key)), False


def _words(prefix: str) -> Namer:
    return lambda site, key: (site.t(f"{prefix}.{key}"), None, False)


_NAMERS: Mapping[str, Namer] = {
    "states": _words("js.validity"),
    "evidence": _words("evidence"),
    "provinces": _area,
    "stars": _star,
    "years": _year,
    "groups": _group,
    "makers": _words("report.makers"),
}
_NOTED = frozenset({"states", "evidence", "provinces", "stars", "years"})
