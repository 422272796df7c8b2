"""A server for one machine: the files of a tree, a reload when they change, problems on top."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from string import Template
from urllib.parse import parse_qs, urlsplit

HOST = "127.0.0.1"
ASK, SCRIPT = "/__preview/edition", "/__preview/reload.js"
HERE = Path(__file__).parent
PATIENCE = 25.0


@dataclass(slots=True)
class State:
    """What is shown now: a tree, its number, and what is wrong with the records since."""

    tree: Path
    edition: int = field(default_factory=lambda: int(time.time()))
    title: str = ""
    problems: tuple[str, ...] = ()
    news: threading.Condition = field(default_factory=threading.Condition)

    def show(self, title: str = "", problems: tuple[str, ...] = ()) -> None:
        """Say that the tree, or what is wrong, has changed: open pages reload."""
        with self.news:
            self.edition += 1
            self.title, self.problems = title, problems
            self.news.notify_all()

    def wait(self, seen: str) -> str:
        """The number of what is shown, as soon as it is another than `seen`."""
        with self.news:
            self.news.wait_for(lambda: str(self.edition) != seen, PATIENCE)
            return str(self.edition)

    def addition(self) -> bytes:
        """What the preview adds to a page: the script, and the problems where there are any."""
        added = _template("script").substitute(script=SCRIPT, ask=ASK, edition=self.edition)
        if self.problems:
            lines = "\n".join(map(escape, self.problems))
            added += _template("panel").substitute(title=escape(self.title), lines=lines)
        return added.encode()


def _template(name: str) -> Template:
    return Template((HERE / f"{name}.html").read_text(encoding="utf-8"))


class Handler(SimpleHTTPRequestHandler):
    """Serves the tree of a state; nothing is kept by the browser."""

    state: State
    extensions_map = {  # noqa: RUF012 - the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".woff2": "font/woff2",
        ".avif": "image/avif",
        ".webp": "image/webp",
        ".svg": "image/svg+xml",
    }

    def __init__(self, *values: object, state: State) -> None:
        self.state = state
        super().__init__(*values, directory=str(state.tree))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer the preview's own questions, pages with our addition, and plain files."""
        parts = urlsplit(self.path)
        if parts.path == ASK:
            self._answer(self.state.wait(parse_qs(parts.query).get("after", [""])[0]).encode())
        elif parts.path == SCRIPT:
            self._answer((HERE / "reload.js").read_bytes(), "text/javascript; charset=utf-8")
        elif parts.path.endswith((".html", "/")):
            self._page(parts.path)
        else:
            super().do_GET()

    def _page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        code = HTTPStatus.OK
        if not file.is_file():
            code, file = HTTPStatus.NOT_FOUND, self.state.tree / "404.html"
        html = file.read_bytes() if file.is_file() else b""
        self._answer(html + self.state.addition(), "text/html; charset=utf-8", code)

    def _answer(
        self, body: bytes, kind: str = "text/plain", code: HTTPStatus = HTTPStatus.OK
    ) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Let the browser ask again each time."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def handle(self) -> None:
        """Answer; a browser that has gone meanwhile is no error."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing of each request."""


class Server(ThreadingHTTPServer):
    """Listens on this machine only, and stops without waiting for open pages."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, state: State, port: int) -> None:
        super().__init__((HOST, port), partial(Handler, state=state))

    @property
    def url(self) -> str:
        """Where the site is to be opened."""
        return f"http://{HOST}:{self.server_port}/"
