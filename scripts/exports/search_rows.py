"""What can be found: a row for everything in the catalogue that has a page in a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from scripts import i18n
from scripts.exports.search_columns import Kind, Row
from scripts.model import addresses
from scripts.model.types import (
    Area,
    Catalogue,
    Craft,
    Decision,
    Group,
    Issuer,
    Leaf,
    Location,
    Producer,
    Product,
    Shop,
    Video,
)
from scripts.pages.types import Editorial, Language, Page
from scripts.text.dates import format_partial

# Issuers are never shown, but lead to their decisions.
ISSUER = "issuer"
_KINDS: Mapping[str, Mapping[str, int]] = {
    "product": {"called": True},
    "producer": {"called": True},
    "commune": {"place": True},
    "group": {},
    "leaf": {},
    "craft-village": {"called": True},
    "geographical-indication": {"called": True},
    "collective-mark": {"called": True},
    "decision": {"called": True},
    "former-district": {"place": True, "former": 0},
    "former-province": {"place": True, "former": 0},
    "former-commune": {"place": True, "former": 1},
    "shop": {},
    "video": {"called": True},
    "page": {},
    ISSUER: {},
}
# Pages that no record stands for but a visitor may look for; those of one letter are too many.
_LISTS = frozenset(
    {"catalogue", "makers", "places", "groups", "stars", "star", "years", "year", "decisions"}
    | {"crafts", "shops", "videos", "verify", "traders", "media"}
)
_LATER = re.compile(r"/trang-\d+/$")
_Thing = Area | Craft | Decision | Group | Issuer | Leaf | Producer | Product | Shop | Video
_HYPHENATED = re.compile(r"\w+(?:-\w+)+")


def kinds(language: Language) -> list[Kind]:
    """The kinds of rows in the order in which equal ones are shown, hidden kinds last."""
    texts = i18n.table(language)
    return [
        Kind(id=id, label=texts.get(f"search.kind.{id}", ""), **features)  # type: ignore[arg-type]
        for id, features in _KINDS.items()
    ]


class Rows:
    """The rows of one language; what has no page in it gets no row, or one that is never shown."""

    def __init__(self, catalogue: Catalogue, language: Language, pages: Iterable[Page]) -> None:
        self._catalogue = catalogue
        self._language = language
        self._pages = [page for page in pages if page.language == language]
        self._addresses = frozenset(page.address for page in self._pages if page.indexed)
        self._formed_from = _formed_from(catalogue.areas.values())

    def all(self, editorial: Iterable[Editorial]) -> Iterator[Row]:
        """Every row, each kind in the catalogue's order."""
        catalogue = self._catalogue
        yield from map(self._product, catalogue.products)
        yield from map(self._producer, catalogue.producers.values())
        yield from self._areas()
        yield from self._groups()
        yield from map(self._craft, catalogue.crafts.values())
        yield from map(self._decision, catalogue.decisions.values())
        yield from self._issuers()
        yield from self._others()
        yield from self._titles(editorial)

    def _address(self, address: str) -> str | None:
        here = address if self._language == "vi" else addresses.english(address)
        return here if here in self._addresses else None

    def _places(self, location: Location | None) -> tuple[str, ...]:
        """The communes of today, then the former units that have a page, the nearest first.

        The others are further names of the communes of today, and so lead to the record too.
        """
        areas = (*location.communes, *location.former) if location else ()
        return tuple(_key(area) for area in areas if self._address(area.address))

    def _translated(self, name: str, name_en: str | None) -> tuple[str, tuple[str, ...]]:
        """The name in this language, and the one in the other as a further way to find it."""
        if self._language == "vi" or not name_en:
            return name, ()
        return name_en, (name,)

    def _product(self, product: Product) -> Row:
        written = product.written
        gloss = written.name_en if self._language == "en" else None
        crafts = [_key(product.craft)] if product.craft else []
        packs = written.trade.packs if written.trade else []
        return Row(
            key=_key(product),
            kind="product",
            name=product.name,
            address=self._address(product.address),
            also=_unique([gloss, *written.keywords, *_joined(product.name)]),
            numbers=_unique(pack.gtin for pack in packs),
            producer=_key(product.producer) if product.producer else None,
            leaf=_key(product.leaf) if product.leaf else None,
            places=(*self._places(product.location), *crafts),
        )

    def _producer(self, producer: Producer) -> Row:
        name = producer.name_in(self._language)
        others = [] if producer.written.withheld else producer.written.other_names
        return Row(
            key=_key(producer),
            kind="producer",
            name=name,
            address=self._address(producer.address),
            also=_unique([*others, *_joined(name)]),
            places=self._places(producer.location),
        )

    def _areas(self) -> Iterator[Row]:
        """Places; a former commune without a page is only another name of today's commune."""
        areas = self._catalogue.areas.values()
        for area in areas:
            address = self._address(area.address)
            if area.kind == "commune":
                yield self._commune(area, address)
            elif address:
                places = self._around(area)
                yield Row(
                    key=_key(area), kind=area.kind, name=area.name, address=address, places=places
                )

    def _commune(self, area: Area, address: str | None) -> Row:
        """A commune with the former communes in it and the districts these were of."""
        former = self._formed_from[area.id]
        shown = [one for one in former if self._address(one.address)]
        districts = dict.fromkeys(area for one in former for area in self._around(one)[:1])
        return Row(
            key=_key(area),
            kind=area.kind,
            name=area.name,
            address=address,
            also=_unique(one.name for one in former if one not in shown and one.name != area.name),
            places=(*map(_key, shown), *districts),
        )

    def _around(self, area: Area) -> tuple[str, ...]:
        """The district and the province of a former unit, the nearer first."""
        if area.within is None:
            return ()
        around = self._catalogue.areas[area.within]
        here = (_key(around),) if self._address(around.address) else ()
        return (*here, *self._around(around))

    def _groups(self) -> Iterator[Row]:
        for group in self._catalogue.groups:
            name, also = self._translated(group.written.name, group.written.name_en)
            address = self._address(group.address)
            yield Row(key=_key(group), kind="group", name=name, address=address, also=also)
        for leaf in self._catalogue.leaves.values():
            name, also = self._translated(leaf.written.name, leaf.written.name_en)
            address = self._address(leaf.address)
            yield Row(key=_key(leaf), kind="leaf", name=name, address=address, also=also)

    def _craft(self, craft: Craft) -> Row:
        gloss = craft.written.name_en if self._language == "en" else None
        return Row(
            key=_key(craft),
            kind=craft.written.kind,
            name=craft.written.name,
            address=self._address(craft.address),
            also=_unique([gloss]),
            places=self._places(craft.location),
        )

    def _decision(self, decision: Decision) -> Row:
        day = decision.written.date
        return Row(
            key=_key(decision),
            kind="decision",
            name=decision.label_in(self._language),
            address=self._address(decision.address),
            note=format_partial(day, self._language) if day else "",
            places=(_key(decision.issuer),),
        )

    def _issuers(self) -> Iterator[Row]:
        """Who decides: never shown, but a decision is found by its issuer."""
        for issuer in self._catalogue.issuers.values():
            name, also = self._translated(issuer.name, issuer.name_en)
            yield Row(key=_key(issuer), kind=ISSUER, name=name, also=also)

    def _others(self) -> Iterator[Row]:
        for shop in self._catalogue.shops.values():
            if address := self._address(shop.address):
                places = self._places(shop.location)
                name = shop.written.name
                yield Row(key=_key(shop), kind="shop", name=name, address=address, places=places)
        for video in self._catalogue.videos.values():
            if address := self._address(video.address):
                name, also = self._translated(video.written.title, video.written.title_en)
                yield Row(key=_key(video), kind="video", name=name, address=address, also=also)

    def _titles(self, editorial: Iterable[Editorial]) -> Iterator[Row]:
        """Hand-written pages, and those lists that no record stands for."""
        lists = [page for page in self._pages if page.kind in _LISTS and page.indexed]
        written = [page for page in editorial if page.language == self._language]
        firsts = [page for page in lists if not _LATER.search(page.address)]
        titles = [(page.address, page.title) for page in written]
        titles += [(page.address, page.title) for page in firsts]
        for address, title in titles:
            yield Row(key=address, kind="page", name=title, address=address)


def _key(thing: _Thing) -> str:
    return f"{type(thing).__name__} {thing.id}"


def _formed_from(areas: Iterable[Area]) -> Mapping[str, list[Area]]:
    """For each commune of today the former communes in it."""
    found: dict[str, list[Area]] = defaultdict(list)
    for area in areas:
        if area.kind == "former-commune":
            for commune in area.today:
                found[commune].append(area)
    return found


def _joined(name: str) -> Iterator[str]:
    """Hyphenated words as people may type them: i-ốt as iốt."""
    return (word.replace("-", "") for word in _HYPHENATED.findall(name))


def _unique(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
