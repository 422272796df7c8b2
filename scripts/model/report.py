"""How much of the programme the catalogue knows: counts by place, group, star, year, evidence.

A product stands under every key that may be its own, as on the pages of those keys: sums may
exceed the whole. The key "" counts what stands under none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial

from scripts.model import indexes
from scripts.model.area import Area
from scripts.model.catalogue import Catalogue, Products
from scripts.model.entities import Product
from scripts.model.validity import Status
from scripts.schema.lists import Figures
from scripts.text.dates import parse_partial

UNKNOWN = ""
EVIDENCE = ("decision", "council", "press", "named")
# As published totals count makers: groups of households together with households.
MAKERS: Mapping[str, tuple[str, ...]] = {
    "cooperative": ("cooperative",),
    "enterprise": ("enterprise",),
    "household": ("household", "group"),
}
_PUBLISHED_MAKERS: Mapping[str, Callable[[Figures], int | None]] = {
    "cooperative": lambda figures: figures.cooperatives,
    "enterprise": lambda figures: figures.enterprises,
    "household": lambda figures: figures.households,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A published total, the partial date it speaks of, and the keys of its sources."""

    count: int
    date: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A key and what stands under it; `in_force` speaks of the catalogue's day.

    `parts` split the line further. Makers are in force on no day: None.
    """

    key: str
    count: int
    in_force: int | None = None
    published: Published | None = None
    parts: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The catalogue in figures.

    `whole`: all products, `makers`: all producers, both beside the published totals. `states`:
    what may be said of each product on the catalogue's day. `expiring`: the products whose
    certificate ends within 90 days of it, the earliest first.
    """

    whole: Line
    makers: Line
    withdrawn: int
    communes: int
    communes_known: int
    states: Mapping[Status, int]
    expiring: Products
    provinces: tuple[Line, ...]
    groups: tuple[Line, ...]
    stars: tuple[Line, ...]
    years: tuple[Line, ...]
    evidence: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Counter:
    """Counts products under keys, with those in force."""

    catalogue: Catalogue
    figures: Mapping[str | None, Figures] = field(default_factory=dict)

    def line(
        self,
        key: str,
        products: Products,
        published: Published | None = None,
        parts: tuple[Line, ...] = (),
    ) -> Line:
        in_force = self.catalogue.in_force(products)
        return Line(
            key=key, count=len(products), in_force=in_force, published=published, parts=parts
        )

    def rest(self, all_products: Iterable[Product], known: Iterable[Products]) -> tuple[Line, ...]:
        """A line for the products under none of the keys; nothing where there is none."""
        ids = {product.id for products in known for product in products}
        left = tuple(product for product in all_products if product.id not in ids)
        return (self.line(UNKNOWN, left),) if left else ()


def build(catalogue: Catalogue) -> Report:
    """The figures of a catalogue, all that speaks of validity on the catalogue's day."""
    count = _Counter(catalogue, _latest_figures(catalogue.programme.figures))
    communes = [area for area in catalogue.areas.values() if area.kind == "commune"]
    whole = count.figures.get(None)
    return Report(
        whole=count.line(UNKNOWN, catalogue.products, _published(whole, lambda f: f.products)),
        makers=_makers(catalogue, whole),
        withdrawn=len(catalogue.withdrawn),
        communes=len(communes),
        communes_known=sum(bool(catalogue.by_area[area.id]) for area in communes),
        states=Counter(catalogue.states[product.id] for product in catalogue.products),
        expiring=_expiring(catalogue),
        provinces=_provinces(count),
        groups=_groups(count),
        stars=_stars(count, whole),
        years=_keyed(count, catalogue.by_year),
        evidence=_keyed(count, indexes.index(catalogue.products, _evidence, EVIDENCE)),
    )


def _latest_figures(figures: Iterable[Figures]) -> dict[str | None, Figures]:
    """The latest totals of each area; None is the whole province of today.

    An area is named as in "Tỉnh Hà Nam (trước 1/7/2025)"; what stands in brackets is left out.
    """
    by_day = sorted(figures, key=lambda one: parse_partial(one.date)[1])
    return {one.area.partition(" (")[0] if one.area else None: one for one in by_day}


def _published(figures: Figures | None, part: Callable[[Figures], int | None]) -> Published | None:
    count = part(figures) if figures else None
    if figures is None or count is None:
        return None
    return Published(count=count, date=figures.date, sources=tuple(figures.sources))


def _makers(catalogue: Catalogue, whole: Figures | None) -> Line:
    kinds: Counter[str | None] = Counter(
        producer.written.kind for producer in catalogue.producers.values()
    )
    parts = [
        Line(
            key=key,
            count=sum(kinds[kind] for kind in together),
            published=_published(whole, _PUBLISHED_MAKERS[key]),
        )
        for key, together in MAKERS.items()
    ]
    if kinds[None]:
        parts.append(Line(key=UNKNOWN, count=kinds[None]))
    return Line(
        key=UNKNOWN,
        count=len(catalogue.producers),
        published=_published(whole, lambda figures: figures.producers),
        parts=tuple(parts),
    )


def _provinces(count: _Counter) -> tuple[Line, ...]:
    """The former provinces, each with its former districts."""
    catalogue = count.catalogue
    by_area = catalogue.by_area
    areas = [area for area in catalogue.areas.values() if area.kind == "former-province"]
    lines = [
        count.line(
            area.id,
            by_area[area.id],
            _published(count.figures.get(area.name), lambda figures: figures.products),
            _districts(count, area),
        )
        for area in areas
    ]
    known = [by_area[area.id] for area in areas]
    return (*lines, *count.rest(catalogue.products, known))


def _districts(count: _Counter, province: Area) -> tuple[Line, ...]:
    """The districts of 30 June 2025, and earlier ones where a product lies in them."""
    by_area = count.catalogue.by_area
    districts = [count.catalogue.areas[id] for id in province.parts]
    shown = [area for area in districts if by_area[area.id] or not area.earlier]
    known = [by_area[area.id] for area in shown]
    lines = [count.line(area.id, by_area[area.id]) for area in shown]
    return (*lines, *count.rest(by_area[province.id], known))


def _groups(count: _Counter) -> tuple[Line, ...]:
    """The groups, each with its product sets, in the order of the decision."""
    catalogue = count.catalogue
    lines = [
        count.line(
            group.id,
            catalogue.by_group[group.id],
            parts=tuple(
                count.line(leaf.id, catalogue.by_leaf[leaf.id]) for leaf in group.written.leaves
            ),
        )
        for group in catalogue.groups
    ]
    return (*lines, *count.rest(catalogue.products, catalogue.by_group.values()))


def _stars(count: _Counter, whole: Figures | None) -> tuple[Line, ...]:
    """The ranks by the latest known certificate."""
    by_star = count.catalogue.by_star
    lines = [
        count.line(str(rank), products, _published(whole, partial(_of_rank, rank)))
        for rank, products in by_star.items()
    ]
    return (*lines, *count.rest(count.catalogue.products, by_star.values()))


def _of_rank(rank: int, figures: Figures) -> int | None:
    return next((each.count for each in figures.by_star if each.stars == rank), None)


def _keyed(
    count: _Counter, found: Mapping[int, Products] | Mapping[str, Products]
) -> tuple[Line, ...]:
    lines = [count.line(str(key), products) for key, products in found.items()]
    return (*lines, *count.rest(count.catalogue.products, found.values()))


def _evidence(product: Product) -> list[str]:
    """The evidence of its latest known certificate, or of each that may be the latest."""
    return [certificate.written.evidence for certificate in product.latest_candidates]


def _expiring(catalogue: Catalogue) -> Products:
    """In the order of the first day that may be the last valid one."""
    due = [
        (certificate.end.first, product)
        for product in catalogue.products
        if catalogue.states[product.id] is Status.EXPIRING
        if (certificate := product.latest) and certificate.end.first
    ]
    return tuple(product for _, product in sorted(due, key=lambda pair: pair[0]))
