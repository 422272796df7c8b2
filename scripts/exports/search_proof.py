"""Proof that everything is found: by its name, without marks, by its maker, by its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from scripts.model import addresses
from scripts.model.types import Catalogue, Location, Producer
from scripts.pages.types import Language
from scripts.text.fold import fold
from scripts.text.search import find
from scripts.text.search_index import Index, address_of, load


def unfound(catalogue: Catalogue, columns: Mapping[str, Any]) -> list[str]:
    """What a visitor would look for in vain: each query with the address that it does not find.

    A name must find its row before all others but those of the same folded name.
    """
    index = load(columns)
    rows = {address_of(columns, row): row for row, shown in enumerate(index.shown) if shown}
    wanted = list(_wanted(catalogue, "en" if columns["prefix"] else "vi"))
    missing = [f"no row for {record.address}" for record in wanted if record.address not in rows]
    names = [(address, columns["names"][row]) for address, row in rows.items()]
    names += [(record.address, record.name) for record in wanted if record.address in rows]
    named = [
        f"{query!r} does not find {address} first"
        for address, name in dict.fromkeys(names)
        for query in (name, fold(name))
        if not _first(index, query, rows[address])
    ]
    related = [
        f"{query!r} does not find {record.address}"
        for record in wanted
        for query in record.related
        if record.address in rows and rows[record.address] not in find(index, query).rows
    ]
    return missing + named + related


def _first(index: Index, query: str, row: int) -> bool:
    folded = fold(query)
    alike = sum(folded in (name, name[index.heads[i] :]) for i, name in enumerate(index.names))
    return row in find(index, query).rows[:alike]


class _Wanted(NamedTuple):
    """The address of a record, its name, and what else must find it."""

    address: str
    name: str
    related: list[str]


def _wanted(catalogue: Catalogue, language: Language) -> Iterator[_Wanted]:
    for address, name, related in _records(catalogue, language):
        yield _Wanted(addresses.english(address) if language == "en" else address, name, related)


def _records(catalogue: Catalogue, language: Language) -> Iterator[tuple[str, str, list[str]]]:
    for product in catalogue.products:
        maker = _maker(product.producer, language) if product.producer else []
        packs = product.written.trade.packs if product.written.trade else []
        numbers = [pack.gtin for pack in packs if pack.gtin]
        related = [*maker, *_places(product.location), *numbers]
        yield product.address, product.name, related
    for producer in catalogue.producers.values():
        related = [*_maker(producer, language), *_places(producer.location)]
        yield producer.address, producer.name_in(language), related
    for decision in catalogue.decisions.values():
        numbers = [decision.written.number] if decision.written.number else []
        yield decision.address, decision.label_in(language), numbers
    for craft in catalogue.crafts.values():
        yield craft.address, craft.written.name, _places(craft.location)
    for area in catalogue.areas.values():
        if area.kind == "commune":
            yield area.address, area.name, []


def _maker(producer: Producer, language: Language) -> list[str]:
    others = [] if producer.written.withheld else producer.written.other_names
    names = [producer.name_in(language), *others]
    return [*names, *map(fold, names)]


def _places(location: Location | None) -> list[str]:
    areas = (*location.communes, *location.former) if location else ()
    return [query for area in areas for query in (area.name, fold(area.name))]
