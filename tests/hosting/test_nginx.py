"""What visitors' browsers are told, asked of a real nginx over HTTP."""

from __future__ import annotations

import gzip
import hashlib
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest

from scripts.hosting import compress, release
from scripts.hosting.target import Target
from tests.hosting.nginx import Server

YEAR = "public, max-age=31536000, immutable"
PRODUCT = "/san-pham/ruou-mau/"
LOST = (
    "/khong-co",
    "/khong/co/o/day/",
    "/en/nothing/here/",
    "/san-pham/khong-co.html",
    "/assets/",
    "/cho-can-bo/",
    "/assets/photos/khong-co-0123456789-400.webp",
    "/404.html",
    "/.scripts",
    "/.headers.conf",
    "/.git/config",
    "/index.html.br",
)
SECURITY = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".woff2": "font/woff2",
}


@pytest.fixture
def server(nginx_server: Server) -> Server:
    return nginx_server


def files(server: Server) -> dict[str, Path]:
    """Every file of the site by its address."""
    tree = server.site
    found = (file for file in tree.rglob("*") if file.is_file())
    return {f"/{file.relative_to(tree).as_posix()}": file for file in found}


def one_of_each_kind(server: Server) -> dict[str, str]:
    """An address for each ending of a name."""
    return {Path(address).suffix: address for address in files(server) if address != "/404.html"}


def test_every_kind_of_file_has_its_type_and_its_letters(server: Server) -> None:
    kinds = one_of_each_kind(server)
    assert kinds.keys() - TYPES.keys() == set(), "a new kind of file: add its type"
    said = {kind: server.get(address).headers["content-type"] for kind, address in kinds.items()}
    assert said == {kind: TYPES[kind] for kind in kinds}


def test_a_page_is_what_was_built(server: Server) -> None:
    answer = server.get(PRODUCT)
    assert answer.status == 200
    assert answer.body == (server.site / "san-pham/ruou-mau/index.html").read_bytes()
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [("br", "br"), ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip")],
)
def test_what_the_browser_unpacks_is_sent_packed(server: Server, accepted: str, sent: str) -> None:
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[sent]
    for kind, address in one_of_each_kind(server).items():
        raw = files(server)[address].read_bytes()
        answer = server.get(address, accept_encoding=accepted)
        if kind not in compress.PACKED or len(raw) < compress.SMALLEST:
            assert "content-encoding" not in answer.headers, address
            continue
        assert answer.headers["content-encoding"] == sent, address
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["content-type"] == TYPES[kind]
        assert len(answer.body) < len(raw)
        assert unpack(answer.body) == raw


def test_names_with_a_hash_are_kept_and_all_else_is_asked_for_again(server: Server) -> None:
    kept: dict[str, Path] = {}
    for address, file in files(server).items():
        if address == "/404.html":
            continue
        said = server.get(address, "HEAD").headers["cache-control"]
        if address.endswith(".woff2"):
            assert said == "public, max-age=604800"
        elif said == YEAR:
            kept[address] = file
        else:
            assert said == "no-cache", address
    assert {Path(address).suffix for address in kept} >= {".css", ".js", ".webp", ".jpg", ".json"}
    for address, file in kept.items():
        named = re.search(r"[.-]([0-9a-f]{8,12})[.-]", address)
        assert named, address
        if not address.startswith(("/assets/stylesheets/", "/assets/javascripts/")):
            assert hashlib.sha256(file.read_bytes()).hexdigest().startswith(named[1]), address


@pytest.mark.parametrize("accepted", ["identity", "gzip", "br"])
def test_an_unchanged_page_is_not_sent_twice(server: Server, accepted: str) -> None:
    first = server.get(PRODUCT, accept_encoding=accepted)
    again = server.get(PRODUCT, accept_encoding=accepted, if_none_match=first.headers["etag"])
    assert again.status == 304
    assert again.body == b""
    assert again.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", LOST)
def test_what_is_not_there_is_told_in_both_languages(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status == 404
    assert answer.body == (server.site / "404.html").read_bytes()
    html = answer.body.decode()
    assert '<html lang="vi"' in html
    assert '<section class="block" lang="en">' in html
    assert answer.headers["cache-control"] == "no-cache"
    assert SECURITY.items() <= answer.headers.items()


@pytest.mark.parametrize("path", ["/san-pham", "/en", "/en/san-pham", "/san-pham/ruou-mau"])
def test_a_missing_slash_is_added(server: Server, path: str) -> None:
    answer = server.get(f"{path}?q=r%C6%B0%E1%BB%A3u")
    assert answer.status == 301
    assert answer.headers["location"] == f"{path}/?q=r%C6%B0%E1%BB%A3u"


def test_no_address_leads_to_another_host(server: Server) -> None:
    for path in ("//ocop.invalid", "//ocop.invalid/en", "/%2f/ocop.invalid", "/%5cocop.invalid"):
        answer = server.get(path)
        assert answer.status in (400, 404), path
        assert "location" not in answer.headers


def test_security_headers_come_with_everything(server: Server) -> None:
    for path in (PRODUCT, "/robots.txt", "/san-pham"):
        answer = server.get(path)
        assert SECURITY.items() <= answer.headers.items()
        assert "strict-transport-security" not in answer.headers, "only https may promise https"
        assert "camera=()" in answer.headers["permissions-policy"]
        assert answer.headers["server"] == "nginx"


def test_the_policy_names_a_handful_of_scripts_and_no_unsafe_ones(server: Server) -> None:
    said = server.get(PRODUCT).headers["content-security-policy"]
    policy = {name: values for name, *values in map(str.split, said.split(";"))}
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"][0] == "'self'"
    hashes = policy["script-src"][1:]
    assert 1 <= len(hashes) <= 4
    assert all(re.fullmatch(r"'sha256-[\w+/]{43}='", one) for one in hashes)
    assert policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]


@pytest.fixture
def embed(server: Server) -> Iterator[str]:
    file = server.root / "current" / "nhung" / "mau" / "index.html"
    file.parent.mkdir(parents=True)
    file.write_text("<!doctype html><title>x</title>")
    yield "/nhung/mau/"
    file.unlink()
    file.parent.rmdir()
    file.parent.parent.rmdir()


def test_only_embeds_may_be_framed(server: Server, embed: str) -> None:
    said = server.get(embed).headers
    assert said["content-security-policy"].endswith("frame-ancestors *")
    assert "x-frame-options" not in said


@pytest.fixture
def releases(server: Server) -> Iterator[tuple[Target, str, str]]:
    """The server with the current release and a new one, not yet switched to."""
    target = Target.parse(str(server.root))
    (first,) = release.releases(target)
    second = server.add_release("29991231-000000")
    yield target, first.name, second.name
    release.switch(target, first.name)
    shutil.rmtree(second)


def test_a_switch_is_seen_at_once_and_at_no_moment_is_there_nothing(
    server: Server, releases: tuple[Target, str, str]
) -> None:
    target, first, second = releases
    before = server.get("/robots.txt").body
    file = server.root / "releases" / second / "robots.txt"
    file.unlink()
    file.write_bytes(b"# new\n")
    statuses: list[int] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            statuses.append(server.get("/robots.txt").status)

    visitor = threading.Thread(target=ask)
    visitor.start()
    try:
        for name, content in [(second, b"# new\n"), (first, before)] * 5:
            release.switch(target, name)
            assert server.get("/robots.txt").body == content
    finally:
        stop.set()
        visitor.join()
    assert set(statuses) == {200}


def test_a_page_opened_before_a_switch_finds_its_pictures(
    server: Server, releases: tuple[Target, str, str]
) -> None:
    target, _, second = releases
    found = (address for address in files(server) if address.startswith("/assets/photos/"))
    picture = next(address for address in found if address.endswith(".webp"))
    (server.root / "releases" / second / picture[1:]).unlink()
    release.switch(target, second)
    answer = server.get(picture)
    assert (answer.status, answer.headers["cache-control"]) == (200, YEAR)
    assert server.get("/assets/photos/khong-co-0123456789-400.webp").status == 404
