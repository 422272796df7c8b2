"""What a buyer for resale asks: the known rows, and one line of what is not published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from scripts.pages.site import Site
from scripts.pages.views.sources import Notes, outside
from scripts.schema.product import OtherCertificate, Outlet, Pack, Product, Property, Trade
from scripts.text import dates, numbers

NO_TRADE = Trade.model_validate({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a row; `vietnamese` where it is in the words of its source."""

    text: str | Markup
    vietnamese: bool = False
    more: str | Markup | None = None
    url: str | None = None
    address: str | None = None
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One question and what is known of it."""

    label: Markup
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The answered questions, and the labels of those that nobody has answered in public."""

    rows: tuple[Row, ...]
    missing: tuple[Markup, ...]


def facts(site: Site, written: Product, notes: Notes) -> Facts:
    """The trade table of a product."""
    trade = written.trade or NO_TRADE
    answers = {
        "packs": [_pack(site, each, notes) for each in trade.packs],
        "shelf-life": _words(site, trade.shelf_life, notes.cite(trade.sources)),
        "storage": _words(site, trade.storage, notes.cite(trade.sources)),
        "capacity": _words(site, trade.capacity, notes.cite(trade.sources)),
        "ingredients": _words(site, written.ingredients),
        "allergens": _words(site, written.allergens),
        "season": _season(site, written.season),
        "certificates": [_other(site, each, notes) for each in trade.certificates],
        "declaration": list(_declaration(site, trade, notes)),
        "property": [_property(site, each, notes) for each in trade.property],
        "traceability": _link(trade.traceability),
        "price": list(_price(site, written, notes)),
    }
    rows = (Row(label=site.t(f"trade.{name}"), values=tuple(v)) for name, v in answers.items() if v)
    missing = (_inside(site, f"trade.{name}") for name, values in answers.items() if not values)
    return Facts(rows=tuple(rows), missing=tuple(missing))


def _inside(site: Site, key: str) -> Markup:
    """A label inside a sentence; made once, for most products have most of them."""
    made: dict[str, Markup] = site.memory.setdefault("labels", {})
    if key not in made:
        label = site.t(key)
        made[key] = label[:1].lower() + label[1:]
    return made[key]


def outlets(site: Site, written: Product, notes: Notes) -> tuple[Value, ...]:
    """The public channels where the product is sold."""
    return tuple(_outlet(site, each, notes) for each in written.where_to_buy)


def _outlet(site: Site, outlet: Outlet, notes: Notes) -> Value:
    shop = site.catalogue.shops.get(outlet.shop or "")
    return Value(
        text=outlet.name,
        vietnamese=site.foreign,
        more=site.part("phrase", "", text=outlet.address, vietnamese=site.foreign)
        if outlet.address
        else site.t(f"outlet.{outlet.kind}"),
        url=outside(outlet.url),
        address=shop.address if shop else None,
        notes=notes.cite(outlet.sources),
    )


def _words(site: Site, text: str | None, notes: tuple[int, ...] = ()) -> list[Value]:
    return [Value(text=text, vietnamese=site.foreign, notes=notes)] if text else []


def _pack(site: Site, pack: Pack, notes: Notes) -> Value:
    return Value(
        text=pack.net,
        vietnamese=site.foreign,
        more=site.t("trade.gtin", gtin=pack.gtin) if pack.gtin else None,
        notes=notes.cite(pack.sources),
    )


def _season(site: Site, months: Sequence[int]) -> list[Value]:
    if not months:
        return []
    names = ", ".join(site.plain(f"month.{month}") for month in sorted(set(months)))
    return [Value(text=site.t("trade.months", months=names))]


def _other(site: Site, certificate: OtherCertificate, notes: Notes) -> Value:
    parts = [
        certificate.number and site.t("trade.number", number=certificate.number),
        certificate.date and site.t("trade.from", date=_date(site, certificate.date)),
        certificate.valid_until
        and site.t("trade.until", date=_date(site, certificate.valid_until)),
    ]
    return Value(
        text=certificate.name,
        vietnamese=site.foreign,
        more=Markup("; ").join(part for part in parts if part) or None,
        notes=notes.cite(certificate.sources),
    )


def _declaration(site: Site, trade: Trade, notes: Notes) -> Iterator[Value]:
    if trade.declaration is not None:
        number = site.t("trade.number", number=trade.declaration.number)
        yield Value(
            text=site.t(f"declaration.{trade.declaration.kind}"),
            more=number,
            notes=notes.cite(trade.declaration.sources),
        )


def _property(site: Site, right: Property, notes: Notes) -> Value:
    kind = site.t(f"property.{right.kind}")
    parts = [
        right.number and site.t("trade.number", number=right.number),
        right.date and site.t("trade.from", date=_date(site, right.date)),
    ]
    return Value(
        text=right.name or kind,
        vietnamese=site.foreign and right.name is not None,
        more=Markup("; ").join(part for part in [right.name and kind, *parts] if part) or None,
        notes=notes.cite(right.sources),
    )


def _link(url: str | None) -> list[Value]:
    safe = outside(url)
    return [Value(text=safe, url=safe)] if safe else []


def _price(site: Site, written: Product, notes: Notes) -> Iterator[Value]:
    price = written.price
    if price is not None:
        yield Value(
            text=site.t(
                "trade.amount",
                amount=numbers.format_number(price.amount, site.language),
                per=site.part("phrase", "", text=price.per, vietnamese=site.foreign),
            ),
            more=site.t("trade.on", date=_date(site, price.date)),
            notes=notes.cite(price.sources),
        )


def _date(site: Site, partial: str) -> str:
    return dates.format_partial(partial, site.language)
