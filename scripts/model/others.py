"""Issuers, decisions, producers, crafts, shops, videos and groups from their records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from scripts.model import addresses, validity
from scripts.model.entities import (
    Craft,
    Decision,
    Group,
    Issuer,
    Leaf,
    Producer,
    Shop,
    Video,
)
from scripts.model.places import Places
from scripts.records.types import Record
from scripts.schema import lists
from scripts.text.order import vietnamese_key

Records = Iterable[Record[Any]]


def issuers(written: lists.Issuers) -> dict[str, Issuer]:
    """The authorities by their id, in the order of the list."""
    return {
        one.id: Issuer(id=one.id, name=one.name, name_en=one.name_en, level=one.level)
        for one in written.issuers
    }


def decisions(records: Records, known: Mapping[str, Issuer]) -> dict[str, Decision]:
    """The decisions, newest first, those without a day last."""
    built = [
        Decision(
            id=record.id,
            address=addresses.decision(record.id),
            path=record.path,
            written=record.value,
            issuer=known[record.value.issuer],
        )
        for record in records
    ]
    built.sort(key=lambda decision: vietnamese_key(decision.label))
    built.sort(key=lambda decision: _day(decision.written.date), reverse=True)
    return {decision.id: decision for decision in built}


def producers(records: Records, places: Places) -> dict[str, Producer]:
    """The producers in the order of their printable names."""
    built = [
        Producer(
            id=record.id,
            address=addresses.producer(record.id),
            path=record.path,
            written=record.value,
            location=places.locate(record.value.place),
        )
        for record in records
    ]
    built.sort(key=lambda producer: vietnamese_key(producer.name))
    return {producer.id: producer for producer in built}


def crafts(records: Records, places: Places) -> dict[str, Craft]:
    """The craft villages, geographical indications and collective marks, by name."""
    built = [
        Craft(
            id=record.id,
            address=addresses.craft(record.value.kind, record.id),
            path=record.path,
            written=record.value,
            location=places.locate(record.value.place),
        )
        for record in records
    ]
    built.sort(key=lambda craft: vietnamese_key(craft.written.name))
    return {craft.id: craft for craft in built}


def shops(records: Records, places: Places) -> dict[str, Shop]:
    """The points of sale, by name."""
    built = [
        Shop(
            id=record.id,
            address=addresses.shop(record.id),
            path=record.path,
            written=record.value,
            location=places.locate(record.value.place),
        )
        for record in records
    ]
    built.sort(key=lambda shop: vietnamese_key(shop.written.name))
    return {shop.id: shop for shop in built}


def videos(records: Records) -> dict[str, Video]:
    """The videos, newest first, those without a day last."""
    built = [
        Video(
            id=record.id,
            address=addresses.video(record.id),
            path=record.path,
            written=record.value,
        )
        for record in records
    ]
    built.sort(key=lambda video: vietnamese_key(video.written.title))
    built.sort(key=lambda video: _day(video.written.date), reverse=True)
    return {video.id: video for video in built}


def groups(written: lists.Groups) -> tuple[tuple[Group, ...], dict[str, Leaf]]:
    """The groups in the order of the list, and all their leaves by id."""
    built = tuple(
        Group(id=one.id, address=addresses.group(one.id), written=one) for one in written.groups
    )
    leaves = {
        leaf.id: Leaf(
            id=leaf.id, address=addresses.leaf(group.id, leaf.id), written=leaf, group=group
        )
        for group in built
        for leaf in group.written.leaves
    }
    return built, leaves


def _day(partial: str | None) -> date:
    return validity.partial_span(partial).first or date.min
