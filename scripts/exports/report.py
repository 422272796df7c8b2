"""The data report as a table: one row for each product, one column for each kind of gap.

RFC 4180 with the byte order mark by which Excel knows UTF-8. Days are spans, true for ever: no
column tells whether a certificate holds today.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from scripts import i18n
from scripts.model import gaps
from scripts.model.addresses import REPORT_FILE as ADDRESS
from scripts.model.types import AreaKind, Catalogue, Location, Product, Span
from scripts.pages.types import Asset, Settings

# What begins a formula in a spreadsheet program (OWASP, CSV injection), full-width forms too.
FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
GUARD = "'"
LACKING = "1"
TOGETHER = "; "

Row = dict[str, str]


def assets(catalogue: Catalogue, settings: Settings) -> Iterator[Asset]:
    """The one file; its bytes are made when they are asked for."""
    yield Asset(address=ADDRESS, content=partial(data, catalogue, settings))


def data(catalogue: Catalogue, settings: Settings) -> bytes:
    """The table of all products that are not withdrawn, its words in Vietnamese."""
    words = i18n.table("vi")
    heads = [words[f"report.csv.{column}"] for column in COLUMNS]
    heads += [words[f"gap.{kind}"] for kind in gaps.PRODUCT]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    base = (settings.site_url or "").rstrip("/")
    for product in catalogue.products:
        writer.writerow(_cells(product, base))
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """The text so that no spreadsheet program takes it for a formula."""
    return GUARD + cell if cell[:1] in FORMULA else cell


def _cells(product: Product, base: str) -> list[str]:
    found = gaps.of_product(product)
    row = {**_named(product, base), **_certified(product), **_placed(product.location)}
    row["gaps"] = str(len(found))
    return [guarded(row[column]) for column in COLUMNS] + [
        LACKING if kind in found else "" for kind in gaps.PRODUCT
    ]


def _named(product: Product, base: str) -> Row:
    leaf = product.leaf
    return {
        "id": product.id,
        "name": product.name,
        "maker": product.producer.name if product.producer else "",
        "group": leaf.group.written.name if leaf else "",
        "leaf": leaf.written.name if leaf else "",
        "reviewed": product.written.reviewed or "",
        "page": base + product.address,
        "file": product.path,
    }


def _certified(product: Product) -> Row:
    """The latest known certificate; where several may be the latest, all that is true of them."""
    latest = product.latest_candidates
    words = i18n.table("vi")
    return {
        "stars": _joined(str(one.written.stars or "") for one in latest),
        **_span("start", [one.start for one in latest]),
        **_span("end", [one.end for one in latest]),
        **_span("revoked", [one.revoked for one in latest if one.revoked]),
        "evidence": _joined(words[f"evidence.{one.written.evidence}"] for one in latest),
        "decision": _joined(one.decision.label if one.decision else "" for one in latest),
    }


def _span(name: str, spans: list[Span]) -> Row:
    """The first and the last possible day; "" where one of the spans is open."""
    return {
        f"{name}-first": _outermost(min, [span.first for span in spans]),
        f"{name}-last": _outermost(max, [span.last for span in spans]),
    }


def _outermost(choose: Callable[[Iterable[date]], date], days: list[date | None]) -> str:
    known = [day for day in days if day]
    return choose(known).isoformat() if known and len(known) == len(days) else ""


def _placed(where: Location | None) -> Row:
    if where is None:
        return dict.fromkeys(("communes", "then", "district", "province"), "")
    written = where.written
    return {
        "communes": _joined(area.name for area in where.communes),
        "then": ", ".join(filter(None, (written.commune, written.district, written.province))),
        "district": _former(where, "former-district"),
        "province": _former(where, "former-province"),
    }


def _former(where: Location, kind: AreaKind) -> str:
    return _joined(area.name for area in where.former if area.kind == kind)


def _joined(texts: Iterable[str]) -> str:
    """Each text once; nothing for an unknown one."""
    return TOGETHER.join(dict.fromkeys(filter(None, texts)))


COLUMNS = (
    *("id", "name", "stars", "start-first", "start-last", "end-first", "end-last"),
    *("revoked-first", "revoked-last", "evidence", "decision", "maker", "communes", "then"),
    *("district", "province", "group", "leaf", "reviewed", "page", "file", "gaps"),
)
