"""The server behind `serve`: pages, what it adds to them, and what it does not give away."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from scripts.preview.server import HOST, Server, State


@pytest.fixture
def state(tmp_path: Path) -> State:
    tree = tmp_path / "site"
    (tree / "a").mkdir(parents=True)
    (tree / "index.html").write_text("<h1>Nhà</h1>")
    (tree / "a" / "index.html").write_text("<h1>A</h1>")
    (tree / "404.html").write_text("<h1>Không thấy</h1>")
    (tree / "a" / "x.js").write_text("1")
    (tmp_path / "secret.txt").write_text("secret")
    return State(tree=tree)


@pytest.fixture
def server(state: State) -> Iterator[Server]:
    made = Server(state, 0)
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}).start()
    yield made
    made.shutdown()
    made.server_close()


def get(server: Server, path: str) -> tuple[int, str, str]:
    """Code, type and text of an answer; the path is sent as it is."""
    connection = http.client.HTTPConnection(HOST, server.server_port, timeout=5)
    connection.putrequest("GET", path)
    connection.endheaders()
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, answer.headers["Content-Type"] or "", text


def test_pages_get_the_script_that_reloads_them(server: Server) -> None:
    for path, heading in (("/", "Nhà"), ("/?q=x", "Nhà"), ("/a/", "A"), ("/a/index.html", "A")):
        code, kind, text = get(server, path)
        assert (code, kind) == (200, "text/html; charset=utf-8")
        assert text.startswith(f"<h1>{heading}</h1>")
        assert '<script src="/__preview/reload.js"' in text


def test_other_files_are_served_as_they_are(server: Server) -> None:
    assert get(server, "/a/x.js") == (200, "text/javascript", "1")


def test_the_tree_itself_is_not_changed(server: Server, state: State) -> None:
    get(server, "/")
    assert (state.tree / "index.html").read_text() == "<h1>Nhà</h1>"


def test_a_missing_page_shows_the_error_page(server: Server) -> None:
    code, _, text = get(server, "/khong-co/")
    assert code == 404
    assert "Không thấy" in text


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/a/..%2f..%2fsecret.txt"]
)
def test_nothing_outside_the_tree_is_served(server: Server, path: str) -> None:
    assert "secret" not in get(server, path)[2]


def test_problems_are_shown_over_the_last_good_page(server: Server, state: State) -> None:
    state.show("Có lỗi", ("a.yml:1:1: <b>sai</b>", "b.yml:2:3: $thiếu"))
    text = get(server, "/")[2]
    assert "Nhà" in text
    assert "a.yml:1:1: &lt;b&gt;sai&lt;/b&gt;\nb.yml:2:3: $thiếu" in text
    state.show()
    assert "sai" not in get(server, "/")[2]


def test_problems_are_shown_where_nothing_was_built_yet(tmp_path: Path) -> None:
    state = State(tree=tmp_path / "site")
    server = Server(state, 0)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
    state.show("Có lỗi", ("a.yml:1:1: sai",))
    assert "a.yml:1:1: sai" in get(server, "/")[2]
    server.shutdown()
    server.server_close()


def test_an_open_page_hears_of_a_new_edition(server: Server, state: State) -> None:
    ask = f"/__preview/edition?after={state.edition}"
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(get, server, ask)
        state.show()
        assert answer.result(5)[2] == str(state.edition)
    assert get(server, "/__preview/edition?after=other")[2] == str(state.edition)


def test_only_this_machine_is_served(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
