"""What traders read: bar codes, prices, channels."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context, Location
from scripts.checks.registry import Found, at, rule
from scripts.records.types import Record
from scripts.schema import Product
from scripts.text.numbers import format_number

_ONLINE = frozenset({"website", "platform"})
_CHEAPEST, _DEAREST = 1_000, 100_000_000


def check_digit(digits: str) -> int:
    """The last digit that GS1 demands behind these digits (General Specifications, 7.9)."""
    weighted = (int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits)))
    return -sum(weighted) % 10


@rule("gtin-digit", "error", "Mã vạch sai số kiểm tra")
def gtin_has_its_check_digit(context: Context) -> Iterator[Found]:
    """The last digit of a bar code agrees with the others."""
    for record, location, gtin in _gtins(context):
        if check_digit(gtin[:-1]) != int(gtin[-1]):
            yield at(
                record,
                location,
                f"mã vạch {gtin} sai số kiểm tra: số cuối phải là "
                f"{check_digit(gtin[:-1])}, không phải {gtin[-1]}",
                "hãy đọc lại dãy số in dưới mã vạch",
            )


def _gtins(context: Context) -> Iterator[tuple[Record[Product], Location, str]]:
    """Every bar code, also those of packs that are no longer sold."""
    for record in context.products:
        trade = record.value.trade
        for index, pack in enumerate(trade.packs if trade else []):
            if pack.gtin:
                yield record, ("trade", "packs", index, "gtin"), pack.gtin
        for index, gtin in enumerate(trade.former_gtins if trade else []):
            yield record, ("trade", "former_gtins", index), gtin


@rule("gtin-twice", "error", "Mã vạch dùng hai lần")
def gtin_belongs_to_one_pack(context: Context) -> Iterator[Found]:
    """A bar code means one pack of one product."""
    seen: dict[str, str] = {}
    for record, location, gtin in _gtins(context):
        code = gtin.zfill(14)
        if code in seen:
            message = f"mã vạch {gtin} đã dùng ở {seen[code]}"
            yield at(record, location, message, "hãy xem lại; mỗi quy cách có mã vạch riêng")
        seen.setdefault(code, record.path)


@rule("price-amount", "warning", "Giá khác thường")
def price_is_plausible(context: Context) -> Iterator[Found]:
    """A price is written in đồng, not in thousands."""
    for record in context.products:
        price = record.value.price
        if price and not _CHEAPEST <= price.amount <= _DEAREST:
            message = f"giá {format_number(price.amount, 'vi')} đồng cho {price.per}"
            yield at(record, ("price", "amount"), message, "hãy viết đủ số đồng, ví dụ 120000")


@rule("outlet-url", "error", "Nơi bán trên mạng không có địa chỉ")
def online_outlet_has_address(context: Context) -> Iterator[Found]:
    """A website or platform that sells the product has an address."""
    for record in context.products:
        for index, outlet in enumerate(record.value.where_to_buy):
            if outlet.kind in _ONLINE and not outlet.url:
                message = f"“{outlet.name}” là nơi bán trên mạng mà thiếu url"
                fix = "hãy ghi địa chỉ của trang bán hàng, hoặc bỏ nơi bán này"
                yield at(record, ("where_to_buy", index, "kind"), message, fix)
