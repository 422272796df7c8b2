"""Proof that everything is found: by its name, without marks, by its maker, by its places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scripts.model import addresses
from scripts.model.types import Catalogue, Location, Producer
from scripts.text.fold import fold
from scripts.text.search import find
from scripts.text.search_index import Index, address_of, load


def unfound(catalogue: Catalogue, columns: Mapping[str, Any]) -> list[str]:
    """What a visitor would look for in vain: each query with the address it does not find.

    A name must find its row before all others but those of the same folded name.
    """
    index = load(columns)
    rows = {address_of(columns, row): row for row, shown in enumerate(index.shown) if shown}
    english = columns["prefix"] != ""
    wanted = {
        (addresses.english(address) if english else address): queries
        for address, queries in _wanted(catalogue)
    }
    missing = [f"no row for {address}" for address in wanted if address not in rows]
    named = [
        f"{query!r} does not find {address} first"
        for address, row in rows.items()
        for query in (columns["names"][row], index.names[row])
        if not _first(index, query, row)
    ]
    related = [
        f"{query!r} does not find {address}"
        for address, queries in wanted.items()
        for query in queries
        if address in rows and rows[address] not in find(index, query).rows
    ]
    return missing + named + related


def _first(index: Index, query: str, row: int) -> bool:
    folded = fold(query)
    alike = sum(folded in (name, name[index.heads[i] :]) for i, name in enumerate(index.names))
    return row in find(index, query).rows[:alike]


def _wanted(catalogue: Catalogue) -> Iterator[tuple[str, list[str]]]:
    """The address of each record, with what else must find it."""
    for product in catalogue.products:
        maker = _maker(product.producer) if product.producer else []
        packs = product.written.trade.packs if product.written.trade else []
        numbers = [pack.gtin for pack in packs if pack.gtin]
        yield product.address, [*maker, *_places(product.location), *numbers]
    for producer in catalogue.producers.values():
        yield producer.address, [*_maker(producer), *_places(producer.location)]
    for decision in catalogue.decisions.values():
        yield decision.address, [decision.written.number] if decision.written.number else []
    for craft in catalogue.crafts.values():
        yield craft.address, _places(craft.location)
    for area in catalogue.areas.values():
        if area.kind == "commune":
            yield area.address, []


def _maker(producer: Producer) -> list[str]:
    others = [] if producer.written.withheld else producer.written.other_names
    names = [producer.name, *others]
    return [*names, *map(fold, names)]


def _places(location: Location | None) -> list[str]:
    areas = (*location.communes, *location.former) if location else ()
    return [query for area in areas for query in (area.name, fold(area.name))]
