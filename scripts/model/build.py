"""From checked records to the catalogue: one pass over the records, then one for each index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, TypeVar

from scripts.model import addresses, areas, indexes, others, redirects
from scripts.model.catalogue import Catalogue
from scripts.model.certificates import Certificates
from scripts.model.entities import Product
from scripts.model.indexes import index
from scripts.model.places import Places
from scripts.records.types import Reading, Record
from scripts.schema import lists
from scripts.text.order import vietnamese_key

ListT = TypeVar("ListT", bound=lists.ListFile)
Facts = dict[str, Any]
_FORMER = "addresses"


def build(reading: Reading, today: date) -> Catalogue:
    """The catalogue of records that the checks found without error; KeyError for a missing list.

    `today` is the day that `states` speak of; everything else is true on any day.
    """
    kinds: dict[str, list[Record[Any]]] = defaultdict(list)
    for record in reading.records:
        kinds[record.kind].append(record)
    law = _list(reading, "law", lists.Law)
    communes = _list(reading, "communes", lists.Communes)
    units = areas.build(communes, _list(reading, "communes-earlier", lists.EarlierUnits))
    places = Places(units)
    issuers = others.issuers(_list(reading, "issuers", lists.Issuers))
    groups, leaves = others.groups(_list(reading, "groups", lists.Groups))
    known: Facts = {
        "areas": units,
        "issuers": issuers,
        "groups": groups,
        "leaves": leaves,
        "decisions": others.decisions(kinds["decision"], issuers),
        "producers": others.producers(kinds["producer"], places),
        "crafts": others.crafts(kinds["craft"], places),
        "shops": others.shops(kinds["shop"], places),
        "videos": others.videos(kinds["video"]),
    }
    certificates = Certificates(known["decisions"], issuers, law)
    products = _products(kinds["product"], known, places, certificates)
    return _catalogue(reading, today, known, law, products)


def _list(reading: Reading, name: str, model: type[ListT]) -> ListT:
    value = reading.lists[name].value
    assert isinstance(value, model)
    return value


def _products(
    records: Iterable[Record[Any]], known: Facts, places: Places, certificates: Certificates
) -> list[Product]:
    """All products in Vietnamese order of their names; equal names by id."""

    def product(record: Record[Any]) -> Product:
        written = record.value
        return Product(
            id=record.id,
            address=addresses.product(record.id),
            path=record.path,
            written=written,
            producer=known["producers"][written.producer] if written.producer else None,
            leaf=known["leaves"][written.group] if written.group else None,
            location=places.locate(written.place),
            craft=known["crafts"][written.craft] if written.craft else None,
            certificates=certificates.series(written),
        )

    return sorted(map(product, records), key=lambda one: (vietnamese_key(one.name), one.id))


def _catalogue(
    reading: Reading, today: date, known: Facts, law: lists.Law, products: list[Product]
) -> Catalogue:
    listed = tuple(product for product in products if not product.written.withdrawn)
    return Catalogue(
        today=today,
        products=listed,
        law=law,
        programme=_list(reading, "programme", lists.Programme),
        synonyms=_list(reading, "synonyms", lists.Synonyms),
        publisher=_list(reading, "publisher", lists.Publisher),
        withdrawn=tuple(product for product in products if product.written.withdrawn),
        states={product.id: product.status(today) for product in products},
        former=_former(reading),
        redirects=redirects.build(_with_old_ids(known), products),
        by_id={product.id: product for product in products},
        **known,
        **_indexes(known, listed),
    )


def _former(reading: Reading) -> lists.FormerAddresses | None:
    return _list(reading, _FORMER, lists.FormerAddresses) if _FORMER in reading.lists else None


def _with_old_ids(known: Facts) -> Iterator[redirects.Target]:
    for kind in ("producers", "decisions", "crafts", "shops", "videos"):
        yield from known[kind].values()


def _indexes(known: Facts, products: tuple[Product, ...]) -> Facts:
    years = index(products, indexes.year)
    carried = {id: shop.written.carries for id, shop in known["shops"].items()}
    return {
        "by_producer": index(products, indexes.producer, known["producers"]),
        "by_leaf": index(products, indexes.leaf, known["leaves"]),
        "by_group": index(products, indexes.group, [group.id for group in known["groups"]]),
        "by_area": index(products, indexes.area, known["areas"]),
        "by_decision": index(products, indexes.decision, known["decisions"]),
        "by_star": index(products, indexes.star, indexes.STARS),
        "by_craft": index(products, indexes.craft, known["crafts"]),
        "by_year": dict(sorted(years.items(), reverse=True)),
        "by_shop": indexes.shops(products, carried),
        "videos_of": indexes.videos_of(known["videos"].values()),
    }
