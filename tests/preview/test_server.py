"""The server behind `serve`: pages, what it adds to them, and what it does not give away."""

from __future__ import annotations

import http.client
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from scripts.preview.server import HOST, Server, type_of
from tests.preview.conftest import Scene


@dataclass
class Got:
    """An answer."""

    code: int
    kind: str
    body: bytes
    headers: http.client.HTTPMessage

    @property
    def text(self) -> str:
        return self.body.decode()


def get(server: Server, path: str, method: str = "GET", **headers: str) -> Got:
    """An answer; the path is sent as it is."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=10)
    connection.putrequest(method, path)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return Got(answer.status, answer.headers["Content-Type"] or "", body, answer.headers)


@pytest.mark.usefixtures("ready")
def test_pages_get_the_script_that_reloads_them(server: Server) -> None:
    for path, heading in (("/", "Nhà"), ("/?q=x", "Nhà"), ("/a/", "A"), ("/a/index.html", "A")):
        got = get(server, path)
        assert (got.code, got.kind) == (200, "text/html; charset=utf-8")
        assert got.text.startswith(f"<h1>{heading}</h1>")
        assert '<script src="/__preview/reload.js"' in got.text
        assert got.headers["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("ready")
def test_other_files_are_served_as_they_are(server: Server) -> None:
    got = get(server, "/a/x.js")
    assert (got.code, got.kind, got.body) == (200, "text/javascript; charset=utf-8", b"1")
    assert "location.reload" in get(server, "/__preview/reload.js").text


@pytest.mark.usefixtures("ready")
def test_a_missing_page_shows_the_error_page(server: Server) -> None:
    for path in ("/khong-co/", "/khong-co", "/a/y.js"):
        got = get(server, path)
        assert got.code == 404
        assert "Không thấy" in got.text


@pytest.mark.usefixtures("ready")
def test_a_page_without_its_slash_is_led_to(server: Server) -> None:
    got = get(server, "/a?q=%C3%A0")
    assert (got.code, got.headers["Location"]) == (302, "/a/?q=%C3%A0")


@pytest.mark.usefixtures("ready")
def test_head_tells_what_get_would_send(server: Server) -> None:
    for path in ("/", "/a/x.js", "/khong-co/"):
        asked, sent = get(server, path, "HEAD"), get(server, path)
        assert (asked.code, asked.kind, asked.body) == (sent.code, sent.kind, b"")
        assert asked.headers["Content-Length"] == str(len(sent.body))


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    ("asked", "code", "body", "told"),
    [
        ("bytes=2-4", 206, [2, 3, 4], "bytes 2-4/10"),
        ("bytes=7-", 206, [7, 8, 9], "bytes 7-9/10"),
        ("bytes=-2", 206, [8, 9], "bytes 8-9/10"),
        ("bytes=8-99", 206, [8, 9], "bytes 8-9/10"),
        ("bytes=10-", 416, [], "bytes */10"),
        ("bytes=0-1,4-5", 200, list(range(10)), None),
        ("lines=1-2", 200, list(range(10)), None),
    ],
)
def test_a_film_is_served_in_parts(
    server: Server, asked: str, code: int, body: list[int], told: str | None
) -> None:
    got = get(server, "/a/phim.mp4", Range=asked)
    assert (got.code, got.kind) == (code, "video/mp4")
    assert got.body == bytes(body)
    assert got.headers["Content-Range"] == told


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    "path",
    [
        "/../stub.py",
        "/%2e%2e/stub.py",
        "/a/..%2f..%2fstub.py",
        "/__preview/../server.py",
        "/__preview/server.py",
        "//evil.example/a",
    ],
)
def test_nothing_but_the_site_is_served(server: Server, path: str) -> None:
    got = get(server, path)
    assert got.code == 404
    assert "import" not in got.text


@pytest.mark.usefixtures("ready")
def test_nobody_is_led_to_another_host(server: Server) -> None:
    got = get(server, "//a")
    assert got.code == 404 or not got.headers["Location"].startswith("//")


@pytest.mark.usefixtures("ready")
def test_a_page_that_cannot_be_made_says_why(server: Server) -> None:
    got = get(server, "/hong/")
    assert got.code == 500
    assert "Traceback\n&lt;KeyError&gt;" in got.text
    assert "reload.js" in got.text


def test_problems_are_shown_over_the_last_good_page(server: Server, ready: Scene) -> None:
    ready.preview.state.show("Có lỗi", ("a.yml:1:1: <b>sai</b>", "b.yml:2:3: $thiếu"))
    text = get(server, "/").text
    assert "Nhà" in text
    assert "a.yml:1:1: &lt;b&gt;sai&lt;/b&gt;\nb.yml:2:3: $thiếu" in text
    ready.preview.state.show()
    assert "sai" not in get(server, "/").text


def test_problems_are_shown_where_nothing_was_made_yet(server: Server, scene: Scene) -> None:
    scene.preview.state.show("Có lỗi", ("a.yml:1:1: sai",))
    got = get(server, "/")
    assert got.code == 503
    assert "a.yml:1:1: sai" in got.text
    assert "reload.js" in got.text


def test_an_open_page_hears_of_a_new_edition(server: Server, scene: Scene) -> None:
    state = scene.preview.state
    ask = f"/__preview/edition?after={state.edition}"
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(get, server, ask)
        state.show()
        assert answer.result(5).text == str(state.edition)
    assert get(server, "/__preview/edition?after=other").text == str(state.edition)


def test_only_this_machine_is_served(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_types_do_not_depend_on_the_system() -> None:
    assert type_of("/a.css") == "text/css; charset=utf-8"
    assert type_of("/manifest.json") == "application/json; charset=utf-8"
    assert type_of("/a.webp") == "image/webp"
    assert type_of("/a.xyz") == "application/octet-stream"
