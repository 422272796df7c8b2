"""A server for one machine: pages as they are made, a reload when they change, problems on top."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from scripts.preview.messages import Answer
from scripts.preview.preview import NothingYetError, Preview
from scripts.preview.state import ASK, HERE, SCRIPT, panel, template

HOST = "127.0.0.1"
LOST = "/404.html"
HTML = "text/html; charset=utf-8"
FAILED = "Không soạn được trang này"
# A table of our own: what a system knows depends on what was installed on it.
TYPES = {
    **{"css": "text/css", "csv": "text/csv", "js": "text/javascript", "mjs": "text/javascript"},
    **{"txt": "text/plain", "vtt": "text/vtt", "ics": "text/calendar"},
    **{"json": "application/json", "map": "application/json", "xml": "application/xml"},
    **{"geojson": "application/geo+json", "atom": "application/atom+xml"},
    **{"pdf": "application/pdf", "zip": "application/zip", "wasm": "application/wasm"},
    **{"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"},
    **{"webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon"},
    **{"mp4": "video/mp4", "webm": "video/webm", "woff2": "font/woff2", "woff": "font/woff"},
}
UNKNOWN = "application/octet-stream"
TEXTS = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")
RANGE = re.compile(r"bytes=(\d*)-(\d*)")


def type_of(address: str) -> str:
    """The content type of a file."""
    kind = TYPES.get(address.rpartition(".")[2].lower(), UNKNOWN)
    return f"{kind}; charset=utf-8" if kind.startswith(TEXTS) else kind


class Handler(BaseHTTPRequestHandler):
    """Answers with what a preview has; nothing is kept by the browser."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *values: object, preview: Preview) -> None:
        self.preview = preview
        super().__init__(*values)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer the preview's own questions, pages with our addition, and files as they are."""
        parts = urlsplit(self.path)
        path = unquote(parts.path)
        if path == ASK:
            seen = parse_qs(parts.query).get("after", [""])[0]
            self._answer(self.preview.state.wait(seen).encode(), "text/plain")
        elif path == SCRIPT:
            self._answer((HERE / "reload.js").read_bytes(), type_of(SCRIPT))
        else:
            try:
                self._find(path, parts.query)
            except NothingYetError:
                waiting = template("wait").substitute().encode()
                self._page(waiting, HTTPStatus.SERVICE_UNAVAILABLE)

    do_HEAD = do_GET  # noqa: N815 - the base class calls it so; `_answer` leaves the body out

    def _find(self, path: str, query: str) -> None:
        """The page or file at a path, the page one slash further, or the error page."""
        if path.endswith("/index.html"):
            path = path.removesuffix("index.html")
        found = self.preview.ask(path)
        if found is None and not path.endswith("/") and self.preview.ask(f"{path}/"):
            return self._lead(f"{urlsplit(self.path).path}/" + (f"?{query}" if query else ""))
        if found is None:
            lost = self.preview.ask(LOST) or Answer()
            return self._page(lost.content, HTTPStatus.NOT_FOUND)
        if found.failure:
            shown = panel(FAILED, found.failure).encode()
            return self._page(shown, HTTPStatus.INTERNAL_SERVER_ERROR)
        if path.endswith(("/", ".html")):
            return self._page(found.content)
        return self._file(found.content, type_of(path))

    def _page(self, html: bytes, code: HTTPStatus = HTTPStatus.OK) -> None:
        self._answer(html + self.preview.state.addition(), HTML, code)

    def _lead(self, onward: str) -> None:
        # Two slashes in front would lead to another host.
        self._answer(b"", HTML, HTTPStatus.FOUND, {"Location": "/" + onward.lstrip("/")})

    def _file(self, content: bytes, kind: str) -> None:
        """A file, or the part of it that was asked for: players of films jump about."""
        part = _part(self.headers.get("Range", ""), len(content))
        if part is None:
            return self._answer(content, kind, headers={"Accept-Ranges": "bytes"})
        first, end = part
        if first >= end:
            code, span = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "*"
        else:
            code, span = HTTPStatus.PARTIAL_CONTENT, f"{first}-{end - 1}"
        said = {"Content-Range": f"bytes {span}/{len(content)}"}
        return self._answer(content[first:end], kind, code, said)

    def _answer(
        self,
        body: bytes,
        kind: str,
        code: HTTPStatus = HTTPStatus.OK,
        headers: dict[str, str] | None = None,
    ) -> None:
        self.send_response(code)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def handle(self) -> None:
        """Answer; a browser that has gone meanwhile is no error."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, format: str, *values: object) -> None:
        """Say nothing of each request."""


def _part(asked: str, length: int) -> tuple[int, int] | None:
    """The first byte and the one behind the last of a range; None for the whole (RFC 9110, 14)."""
    found = RANGE.fullmatch(asked.replace(" ", ""))
    if not found or not (found[1] or found[2]):
        return None
    if not found[1]:
        return max(0, length - int(found[2])), length
    return int(found[1]), min(int(found[2] or length) + 1, length)


class Server(ThreadingHTTPServer):
    """Listens on this machine only, and stops without waiting for open pages."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__((HOST, port), partial(Handler, preview=preview))

    @property
    def url(self) -> str:
        """Where the site is to be opened."""
        return f"http://{HOST}:{self.server_port}/"
