"""References: what a record names must exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.checks.context import Context, Location
from scripts.checks.nearest import guess
from scripts.checks.registry import Found, at, rule
from scripts.records.types import Record

_Reference = tuple[Record[Any], Location, str | None]

_WORDS = {
    "product": "sản phẩm",
    "producer": "chủ thể",
    "decision": "quyết định",
    "craft": "làng nghề, chỉ dẫn địa lý",
    "shop": "điểm bán",
}
_FOLDERS = {
    "product": "products/<chữ đầu>/",
    "producer": "products/_producers/<chữ đầu>/",
    "decision": "products/_decisions/",
    "craft": "products/_crafts/",
    "shop": "products/_shops/",
}


def _unknown(context: Context, kind: str, references: Iterator[_Reference]) -> Iterator[Found]:
    """What is said of each reference to a record that is not there."""
    known = context.ids[kind]
    for record, location, id in references:
        if id is None or id in known or (kind, id) in context.reading.broken:
            continue
        renamed = context.aliases[kind].get(id)
        near = renamed[0].id if renamed else context.vocabulary(kind, known).nearest(id)
        message = f"không có {_WORDS[kind]} “{id}”"
        yield at(record, location, message, guess(near, f"hoặc thêm bản ghi vào {_FOLDERS[kind]}"))


@rule("producer-unknown", "error", "Không có chủ thể được nêu")
def producer_exists(context: Context) -> Iterator[Found]:
    """The producer of a product is a record."""
    references = ((record, ("producer",), record.value.producer) for record in context.products)
    yield from _unknown(context, "producer", references)


@rule("decision-unknown", "error", "Không có quyết định được nêu")
def decision_exists(context: Context) -> Iterator[Found]:
    """The decision that certifies, is inferred or revokes is a record."""
    yield from _unknown(context, "decision", _decisions(context))


def _decisions(context: Context) -> Iterator[_Reference]:
    for certified in context.certificates:
        value, record = certified.value, certified.record
        yield record, certified.at("decision"), value.decision
        if value.decision_inferred:
            inferred = value.decision_inferred.decision
            yield record, certified.at("decision_inferred", "decision"), inferred
        if value.revoked:
            yield record, certified.at("revoked", "decision"), value.revoked.decision


@rule("craft-unknown", "error", "Không có làng nghề, chỉ dẫn địa lý được nêu")
def craft_exists(context: Context) -> Iterator[Found]:
    """The craft of a product is a record."""
    references = ((record, ("craft",), record.value.craft) for record in context.products)
    yield from _unknown(context, "craft", references)


@rule("shop-unknown", "error", "Không có điểm bán được nêu")
def shop_exists(context: Context) -> Iterator[Found]:
    """A point of sale that a product names is a record."""
    references: Iterator[_Reference] = (
        (record, ("where_to_buy", index, "shop"), outlet.shop)
        for record in context.products
        for index, outlet in enumerate(record.value.where_to_buy)
    )
    yield from _unknown(context, "shop", references)


@rule("product-unknown", "error", "Không có sản phẩm được nêu")
def product_exists(context: Context) -> Iterator[Found]:
    """A product that a shop carries or a video shows is a record."""
    yield from _unknown(context, "product", _products(context))


def _products(context: Context) -> Iterator[_Reference]:
    for shop in context.shops:
        for index, id in enumerate(shop.value.carries):
            yield shop, ("carries", index), id
    for video in context.videos:
        for index, chapter in enumerate(video.value.chapters):
            yield video, ("chapters", index, "product"), chapter.product


@rule("carries-twice", "error", "Điểm bán nêu một sản phẩm hai lần")
def carries_once(context: Context) -> Iterator[Found]:
    """A shop names each product once."""
    for record in context.shops:
        seen: set[str] = set()
        for index, id in enumerate(record.value.carries):
            if id in seen:
                message = f"sản phẩm “{id}” đã có trong danh sách carries"
                yield at(record, ("carries", index), message, "hãy xoá dòng lặp")
            seen.add(id)


@rule("group-unknown", "error", "Không có phân nhóm được nêu")
def group_exists(context: Context) -> Iterator[Found]:
    """The group of a product is one of the 26 leaves, never one of the six groups."""
    for record in context.products:
        id = record.value.group
        if id is None or id in context.leaves or context.groups is None:
            continue
        if id in context.group_ids:
            message = f"“{id}” là một trong sáu nhóm, không phải phân nhóm"
            fix = "hãy chọn một trong 26 phân nhóm (leaves) của nhóm đó trong _lists/groups.yml"
        else:
            message = f"không có phân nhóm “{id}”"
            near = context.vocabulary("leaf", context.leaves).nearest(id)
            fix = guess(near, "hãy chọn một trong 26 phân nhóm trong _lists/groups.yml")
        yield at(record, ("group",), message, fix)


@rule("issuer-unknown", "error", "Không có cơ quan được nêu")
def issuer_exists(context: Context) -> Iterator[Found]:
    """The authority that certifies is in the list of issuers."""
    if "issuers" not in context.reading.lists:
        return
    for record, location, id in _issuers(context):
        if id is not None and id not in context.issuers:
            near = context.vocabulary("issuer", context.issuers).nearest(id)
            fix = guess(near, "hoặc thêm cơ quan vào _lists/issuers.yml")
            yield at(record, location, f"không có cơ quan “{id}” trong danh sách", fix)


def _issuers(context: Context) -> Iterator[_Reference]:
    for decision in context.decisions:
        yield decision, ("issuer",), decision.value.issuer
    for certified in context.certificates:
        yield certified.record, certified.at("issuer"), certified.value.issuer


@rule("illustration-unknown", "error", "Không có hình minh hoạ được nêu")
def illustration_exists(context: Context) -> Iterator[Found]:
    """An illustration that a product or a group names is drawn in docs/assets/illustrations."""
    known = dict.fromkeys(sorted(context.illustrations))
    for record, location, id in _illustrations(context):
        if id is not None and id not in known:
            near = context.vocabulary("illustration", known).nearest(id)
            fix = guess(near, f"các hình hiện có: {', '.join(known) or 'chưa có hình nào'}")
            yield at(record, location, f"không có hình minh hoạ “{id}”", fix)


def _illustrations(context: Context) -> Iterator[_Reference]:
    for record in context.products:
        yield record, ("illustration",), record.value.illustration
    groups = context.groups.groups if context.groups else []
    for index, group in enumerate(groups):
        listed = context.reading.lists["groups"]
        yield listed, ("groups", index, "illustration"), group.illustration
        for inside, leaf in enumerate(group.leaves):
            location = ("groups", index, "leaves", inside, "illustration")
            yield listed, location, leaf.illustration
