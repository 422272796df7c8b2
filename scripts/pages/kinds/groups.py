"""The six groups and 26 sets of products of Quyết định 148/QĐ-TTg."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from scripts.model.addresses import CATALOGUE, GROUPS
from scripts.model.types import Group, Leaf
from scripts.pages.site import Crumb, Draft, Site
from scripts.pages.types import Page
from scripts.pages.views import plate, products
from scripts.pages.views.products import Head, Index, Link, ProductList


def pages(site: Site) -> Iterator[Page]:
    """The list of groups, each group, each set."""
    yield site.page(
        Draft(
            address=GROUPS,
            kind="groups",
            template="groups",
            title=site.plain("groups.title"),
            description=site.plain("groups.description"),
            values=partial(_index, site),
        )
    )
    for group in site.catalogue.groups:
        yield from products.pages(site, _group(site, group))
    for leaf in site.catalogue.leaves.values():
        yield from products.pages(site, _leaf(site, leaf))


def links(site: Site) -> tuple[Link, ...]:
    """The groups by their short names, with how many products each has."""
    return tuple(
        Link(
            label=site.say(group.written.short, group.written.short_en),
            address=group.address,
            count=len(site.catalogue.by_group.get(group.id, ())),
        )
        for group in site.catalogue.groups
    )


def leaves_of(site: Site, group: Group) -> tuple[Leaf, ...]:
    """The sets of a group, in the order of the decision."""
    return tuple(site.catalogue.leaves[written.id] for written in group.written.leaves)


def group_name(site: Site, group: Group) -> str:
    """The group's name in this language."""
    return site.say(group.written.name, group.written.name_en)


def leaf_name(site: Site, leaf: Leaf) -> str:
    """The set's name in this language."""
    return site.say(leaf.written.name, leaf.written.name_en)


def leaf_links(site: Site, group: Group) -> tuple[Link, ...]:
    """The sets of a group with how many products each has."""
    return tuple(
        Link(
            label=leaf_name(site, leaf),
            address=leaf.address,
            count=len(site.catalogue.by_leaf.get(leaf.id, ())),
        )
        for leaf in leaves_of(site, group)
    )


def _index(site: Site, root: str) -> Mapping[str, Any]:
    return {
        "groups": [
            {
                "name": group_name(site, group),
                "address": group.address,
                "count": len(site.catalogue.by_group.get(group.id, ())),
                "rows": leaf_links(site, group),
                "drawing": plate.drawing(site, group.written.illustration, "").source,
            }
            for group in site.catalogue.groups
        ]
    }


def _crumbs(site: Site) -> tuple[Crumb, ...]:
    return (
        Crumb(label=site.plain("nav.products"), address=CATALOGUE),
        Crumb(label=site.plain("groups.name"), address=GROUPS),
    )


def _group(site: Site, group: Group) -> ProductList:
    name = group_name(site, group)
    return ProductList(
        address=group.address,
        kind="group",
        title=site.plain("group.title", name=name),
        description=site.plain("group.description", name=name, number=group.written.number),
        head=Head(title=name, empty=site.t("group.empty")),
        products=site.catalogue.by_group.get(group.id, ()),
        crumbs=_crumbs(site),
        side=partial(_side, site, group),
    )


def _leaf(site: Site, leaf: Leaf) -> ProductList:
    name, written = leaf_name(site, leaf), leaf.written
    group = group_name(site, leaf.group)
    return ProductList(
        address=leaf.address,
        kind="leaf",
        title=site.plain("leaf.title", name=name, number=written.number),
        description=site.plain("leaf.description", name=name, group=group, number=written.number),
        head=Head(
            title=name,
            lead=(site.t("leaf.lead", number=written.number, group=group),),
            empty=site.t("group.empty"),
        ),
        products=site.catalogue.by_leaf.get(leaf.id, ()),
        crumbs=(*_crumbs(site), Crumb(label=group, address=leaf.group.address)),
        side=partial(_side, site, leaf.group, leaf.address),
        doors=lambda: tuple(link for link in links(site) if link.address == leaf.group.address),
    )


def _side(site: Site, group: Group, here: str | None = None) -> Index | None:
    """The sets of a group, beside its products and beside those of each set; one needs no list."""
    if len(group.written.leaves) == 1:
        return None
    return Index(title=site.t("group.leaves"), rows=leaf_links(site, group), here=here)
