"""Addresses of web pages: public, secure, and of the page itself."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import SplitResult, parse_qsl, urlsplit

from scripts.checks.context import Context, Location
from scripts.checks.registry import Found, at, rule
from scripts.records.types import Record

SHORTENERS = frozenset(
    {"bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "rb.gy"}
    | {"shorturl.at", "by.com.vn", "vl.ink", "l.facebook.com", "fb.me", "forms.gle"}
)
TRACKING = frozenset({"fbclid", "gclid", "dclid", "msclkid", "zarsrc", "igshid", "mc_eid", "_ga"})
# RFC 2606 and RFC 6761: names that lead nowhere on the public network.
_PRIVATE_ENDS = frozenset({"local", "localhost", "internal", "lan", "home", "test", "invalid"})
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+", re.IGNORECASE)
_REFUSED = re.compile(r"[\s\\<>\"{}|^`]|%(?![0-9A-Fa-f]{2})")
_NAMES = frozenset({"url", "repo_url", "document", "website", "traceability"})

_WEB = ("https://", "http://")

_Address = tuple[Record[Any], Location, str]


def addresses(context: Context) -> Iterator[_Address]:
    """Each address that a record or list holds, with its location."""
    for record in context.everything:
        for location, written in _own(record):
            if written:
                yield record, location, written


def _own(record: Record[Any]) -> Iterator[tuple[Location, str | None]]:
    value = record.value
    for index, source in enumerate(value.sources):
        yield ("sources", index, "url"), source.url
    for name in _NAMES & type(value).model_fields.keys():
        yield (name,), getattr(value, name)
    if record.kind == "product":
        for index, outlet in enumerate(value.where_to_buy):
            yield ("where_to_buy", index, "url"), outlet.url
        if value.trade:
            yield ("trade", "traceability"), value.trade.traceability


def split(written: str) -> SplitResult | None:
    """The parts of an address of the web; None where it has not that form."""
    if not written.lower().startswith(_WEB) or _REFUSED.search(written):
        return None
    try:
        parts = urlsplit(written)
        return parts if parts.port is None or parts.port else None
    except ValueError:
        return None


def _web(context: Context) -> list[tuple[Record[Any], Location, SplitResult]]:
    """Each well-formed address in its parts; worked out once for all rules."""
    if "web" not in context.memo:
        whole = ((record, at, split(written)) for record, at, written in addresses(context))
        context.memo["web"] = [(record, at, parts) for record, at, parts in whole if parts]
    found: list[tuple[Record[Any], Location, SplitResult]] = context.memo["web"]
    return found


@rule("url-scheme", "error", "Địa chỉ không bắt đầu bằng https://")
def address_is_secure(context: Context) -> Iterator[Found]:
    """An address begins with https://; only a source may be cited as it was read, by http://."""
    for record, location, written in addresses(context):
        start = written.lower()
        if start.startswith("https://") or (start.startswith("http://") and _cited(location)):
            continue
        scheme = start.partition(":")[0] if ":" in start else ""
        fix = {
            "http": f"hãy thử https://{written[7:]}",
            "": "hãy chép cả địa chỉ, bắt đầu bằng https://",
        }.get(scheme, "hãy ghi địa chỉ của một trang web, bắt đầu bằng https://")
        yield at(record, location, f"“{written}” không bắt đầu bằng https://", fix)


def _cited(location: Location) -> bool:
    return location[0] == "sources"


@rule("source-http", "warning", "Nguồn ghi địa chỉ http://")
def source_is_secure(context: Context) -> Iterator[Found]:
    """A source is cited by https:// where its site answers so, for http:// can be altered."""
    for record, location, written in addresses(context):
        if written.lower().startswith("http://") and _cited(location):
            message = f"“{written}” không được bảo vệ (http://)"
            fix = f"hãy thử https://{written[7:]}; trang không mở được thì giữ nguyên"
            yield at(record, location, message, fix)


@rule("url-form", "error", "Địa chỉ có ký tự không được phép")
def address_is_well_formed(context: Context) -> Iterator[Found]:
    """An address holds only characters that an address may have (RFC 3986)."""
    for record, location, written in addresses(context):
        if written.lower().startswith(_WEB) and split(written) is None:
            odd = _REFUSED.search(written)
            message = f"“{written}” có ký tự không dùng được trong địa chỉ"
            message += f": “{odd[0]}”" if odd else ""
            yield at(
                record, location, message, "hãy mở trang rồi chép lại địa chỉ từ thanh địa chỉ"
            )


@rule("url-host", "error", "Địa chỉ không thuộc một tên miền công khai")
def host_is_public(context: Context) -> Iterator[Found]:
    """The host is a public domain name: no number, no name of a local network."""
    for record, location, parts in _web(context):
        host = parts.hostname or ""
        if not _public(host):
            message = f"“{parts.geturl()}”: “{host}” không phải tên miền công khai"
            yield at(record, location, message, "hãy ghi địa chỉ mà ai cũng mở được")


@lru_cache(maxsize=4096)
def _public(host: str) -> bool:
    ascii_host = _to_ascii(host)
    if ascii_host is None or not _HOST.fullmatch(ascii_host) or _is_number(host):
        return False
    return ascii_host.rpartition(".")[2] not in _PRIVATE_ENDS


def _to_ascii(host: str) -> str | None:
    try:
        return host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        # Browsers also read 127.1 and 0x7f.1 as numbers: no public name ends in a number.
        return bool(re.fullmatch(r"(0x[0-9a-f]*|[0-9]+)", host.rpartition(".")[2]))
    return True


@rule("url-user", "error", "Địa chỉ có tên đăng nhập")
def address_has_no_user(context: Context) -> Iterator[Found]:
    """An address has no user name or password, which hide the true host."""
    for record, location, parts in _web(context):
        if "@" in parts.netloc:
            message = f"“{parts.geturl()}” có phần đăng nhập trước dấu @"
            yield at(record, location, message, f"hãy ghi https://{parts.hostname}{parts.path}")


@rule("url-port", "error", "Địa chỉ có cổng")
def address_has_no_port(context: Context) -> Iterator[Found]:
    """An address has no port: public pages answer on the usual one."""
    for record, location, parts in _web(context):
        if parts.port is not None or parts.netloc.endswith(":"):
            plain = parts._replace(netloc=parts.hostname or "").geturl()
            message = f"“{parts.geturl()}” có cổng “:{parts.port or ''}”"
            yield at(record, location, message, f"hãy thử {plain}")


@rule("url-shortener", "error", "Địa chỉ rút gọn")
def address_is_not_shortened(context: Context) -> Iterator[Found]:
    """An address is that of the page itself, for a short link may lead elsewhere tomorrow."""
    for record, location, parts in _web(context):
        host = (parts.hostname or "").removeprefix("www.")
        if host in SHORTENERS:
            message = f"“{parts.geturl()}” là liên kết rút gọn"
            yield at(record, location, message, "hãy mở liên kết rồi chép địa chỉ của trang")


@rule("url-tracking", "warning", "Địa chỉ có đuôi theo dõi")
def address_has_no_tracking(context: Context) -> Iterator[Found]:
    """An address carries no parameters that only tell who clicked."""
    for record, location, parts in _web(context):
        names = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
        tracking = sorted(n for n in names if n in TRACKING or n.startswith("utm_"))
        if tracking:
            kept = "&".join(p for p in parts.query.split("&") if p.split("=")[0] not in tracking)
            message = f"địa chỉ có tham số theo dõi: {', '.join(tracking)}"
            yield at(record, location, message, f"hãy ghi {parts._replace(query=kept).geturl()}")
