"""What traders read: bar codes, prices, channels."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.checks.context import Context
from scripts.checks.registry import Found, at, rule
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
    for record in context.products:
        for index, pack in enumerate(record.value.trade.packs if record.value.trade else []):
            if pack.gtin and check_digit(pack.gtin[:-1]) != int(pack.gtin[-1]):
                yield at(
                    record,
                    ("trade", "packs", index, "gtin"),
                    f"mã vạch {pack.gtin} sai số kiểm tra: số cuối phải là "
                    f"{check_digit(pack.gtin[:-1])}, không phải {pack.gtin[-1]}",
                    "hãy đọc lại dãy số in dưới mã vạch",
                )


@rule("gtin-twice", "error", "Mã vạch dùng hai lần")
def gtin_belongs_to_one_pack(context: Context) -> Iterator[Found]:
    """A bar code means one pack of one product."""
    seen: dict[str, str] = {}
    for record in context.products:
        for index, pack in enumerate(record.value.trade.packs if record.value.trade else []):
            if not pack.gtin:
                continue
            code, location = pack.gtin.zfill(14), ("trade", "packs", index, "gtin")
            if code in seen:
                message = f"mã vạch {pack.gtin} đã dùng ở {seen[code]}"
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
