"""Addresses that lead on to the page of a record: its old ids, and the bar codes of its packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from scripts.model import addresses
from scripts.model.entities import Craft, Decision, Producer, Product, Shop, Video

Target: TypeAlias = Product | Producer | Decision | Craft | Shop | Video
Why = Literal["renamed", "merged", "gtin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """Why an address leads on and to what; `word` is the old id or the digits of the bar code."""

    target: Target
    why: Why
    word: str


def build(records: Iterable[Target], products: Iterable[Product]) -> dict[str, Redirect]:
    """What lies at each address that is no page of its own; withdrawn products have them too."""
    return {**dict(_old_ids(records)), **dict(_old_ids(products)), **dict(_bar_codes(products))}


def _old_ids(records: Iterable[Target]) -> Iterator[tuple[str, Redirect]]:
    for record in records:
        folder = record.address.removesuffix(f"{record.id}/")
        for alias in record.written.aliases:
            why: Why = "merged" if alias in record.written.merged else "renamed"
            yield f"{folder}{alias}/", Redirect(target=record, why=why, word=alias)


def _bar_codes(products: Iterable[Product]) -> Iterator[tuple[str, Redirect]]:
    for product in products:
        trade = product.written.trade
        sold = [pack.gtin for pack in trade.packs if pack.gtin] if trade else []
        for code in (*sold, *(trade.former_gtins if trade else ())):
            yield addresses.gtin(code), Redirect(target=product, why="gtin", word=code)
