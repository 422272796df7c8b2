"""What a record does not tell yet, or tells on weak grounds: one name for each kind of gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from pydantic import BaseModel

from scripts.model.entities import Certificate, Producer, Product
from scripts.model.validity import NOTHING
from scripts.schema import fields

Gaps = tuple[str, ...]
Record = Product | Producer
Certificates = Sequence[Certificate]


def of_product(product: Product) -> Gaps:
    """The gaps of a product, in the order of PRODUCT."""
    candidates = product.latest_candidates
    found = [kind for kind, lacks in _CERTIFICATES.items() if lacks(candidates)]
    found += [kind for kind, lacks in _PRODUCT.items() if lacks(product)]
    found += [kind for kind, lacks in _ANY.items() if lacks(product)]
    return tuple(found)


def of_producer(producer: Producer) -> Gaps:
    """The gaps of a producer, in the order of PRODUCER."""
    return (
        *(kind for kind, lacks in _PRODUCER.items() if lacks(producer)),
        *(kind for kind, lacks in _ANY.items() if lacks(producer)),
    )


def counted(kinds: Gaps, found_in: Iterable[Gaps]) -> dict[str, int]:
    """How many records have each kind of gap, kinds that none has too."""
    found = Counter(gap for gaps in found_in for gap in gaps)
    return {kind: found[kind] for kind in kinds}


def _each(lacks: Callable[[Certificate], bool]) -> Callable[[Certificates], bool]:
    """Whether one that may be the latest lacks something, or there is none at all."""
    return lambda candidates: not candidates or any(map(lacks, candidates))


def _vague(candidates: Certificates) -> bool:
    """Whether something is known of the day of issue, but not the day."""
    starts = [certificate.start for certificate in candidates]
    return any(start.first != start.last for start in starts)


def _no_commune(record: Record) -> bool:
    return record.location is None or not record.location.communes


def _unsure_commune(record: Record) -> bool:
    where = record.location
    return where is not None and bool(where.communes) and not where.certain


def _earlier_list(record: Record) -> bool:
    """Whether the commune was derived from a unit that was gone before 30 June 2025."""
    where = record.location
    if where is None or where.written.code_basis != "derived":
        return False
    return any(area.earlier for area in where.former if area.kind == "former-commune")


def _weak(record: Record) -> bool:
    return any(source.weak for source in record.written.sources)


def _http(record: Record) -> bool:
    return any((source.url or "").startswith("http:") for source in record.written.sources)


def _untranslated(record: Record) -> bool:
    return _lacks_english(record.written)


def _lacks_english(part: BaseModel) -> bool:
    """Whether a text that may have an English one beside it has none."""
    pairs, inner = _shape(type(part))
    values = part.__dict__
    for text, english in pairs:
        if values[text] and not values[english]:
            return True
    for name in inner:
        held = values[name]
        for one in held if isinstance(held, list) else [held] if held else []:
            if _lacks_english(one):
                return True
    return False


@cache
def _shape(model: type[BaseModel]) -> tuple[tuple[tuple[str, str], ...], Gaps]:
    """The fields that come in two languages, and those whose parts hold such fields."""
    inside = {name: fields.part(field.annotation) for name, field in model.model_fields.items()}
    inner = tuple(name for name, found in inside.items() if found and any(_shape(found)))
    return tuple(_bilingual(model)), inner


def _bilingual(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """("vi", "en") of a passage, ("name", "name_en") and the like of anything."""
    for name in model.model_fields:
        if name == "en":
            yield "vi", name
        elif name.endswith("_en"):
            yield name.removesuffix("_en"), name


_CERTIFICATES: Mapping[str, Callable[[Certificates], bool]] = {
    "stars": _each(lambda certificate: certificate.written.stars is None),
    "date": _each(lambda certificate: certificate.start == NOTHING),
    "day": _vague,
    "order": lambda candidates: len(candidates) > 1,
    "decision": _each(lambda certificate: certificate.decision is None),
}
_PRODUCT: Mapping[str, Callable[[Product], bool]] = {
    "maker": lambda product: product.producer is None,
    "group": lambda product: product.leaf is None,
    "commune": _no_commune,
    "choice": _unsure_commune,
    "photo": lambda product: all(image.kind != "photo" for image in product.written.images),
    "summary": lambda product: product.written.summary is None,
    "doubts": lambda product: bool(product.written.doubts),
}
# Nothing is asked of a household that wants not to be named, but its kind and commune.
_PRODUCER: Mapping[str, Callable[[Producer], bool]] = {
    "kind": lambda producer: producer.written.kind is None,
    "commune": _no_commune,
    "choice": _unsure_commune,
    "website": lambda maker: not (maker.written.website or maker.written.withheld),
    "summary": lambda maker: not (maker.written.summary or maker.written.withheld),
}
_ANY: Mapping[str, Callable[[Record], bool]] = {
    "english": _untranslated,
    "earlier": _earlier_list,
    "weak": _weak,
    "http": _http,
}
PRODUCT: Gaps = (*_CERTIFICATES, *_PRODUCT, *_ANY)
PRODUCER: Gaps = (*_PRODUCER, *_ANY)
