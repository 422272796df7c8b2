"""`serve`: from saving a record to seeing it, against what an empty Material site takes itself."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

from scripts.bench.bench import MANY, Bench
from scripts.bench.peers import material
from scripts.bench.processes import ROOT, BenchError, python
from scripts.bench.table import Row, ratio, told
from scripts.bench.web import HOST, chromium, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LIMITS = {"small": 3.0, "large": 6.0}
EDITS = 5
FIRST = 900
PATIENCE = 300_000
NAME = re.compile(r"^(name: [\"']?)(.*)$", re.MULTILINE)
SEEN = "(word) => document.body?.innerText.includes(word)"


def rows(bench: Bench) -> Iterator[Row]:
    """One row for each size."""
    with chromium() as browser:
        empty = _empty(bench, browser)
        for size in bench.sizes:
            seconds = _ours(bench, browser, size)
            yield Row(what="serve: lưu bản ghi → thấy, so với trang Material rỗng", size=size,
                      limit=LIMITS["large" if size >= MANY else "small"],
                      value=ratio(seconds, empty),
                      detail=f"{told(seconds, 2)} s; Material rỗng {told(empty, 2)} s, "
                      f"trung vị của {EDITS}")  # fmt: skip


def _ours(bench: Bench, browser: Browser, size: int) -> float:
    """The seconds of our own, on a copy of the records that may be written to."""
    products = bench.path("serve", size) / "products"
    shutil.rmtree(products.parent, ignore_errors=True)
    shutil.copytree(bench.products(size), products)
    record = sorted(products.glob("?/*/product.yml"))[0]
    text = record.read_text(encoding="utf-8")
    port = free_port()
    command = python("-m", "scripts", "serve", "--products", products, "--port", str(port))
    command += ["--today", bench.today.isoformat()]

    def save(word: str) -> None:
        record.write_text(renamed(text, word), encoding="utf-8")

    with _running(command, port, f"/san-pham/{record.parent.name}/") as url:
        return _edits(browser, url, save)


def renamed(record: str, word: str) -> str:
    """The record with a word more in its name."""
    return NAME.sub(rf"\g<1>{word} \g<2>", record, count=1)


def _empty(bench: Bench, browser: Browser) -> float:
    """The seconds of MkDocs' own server on a site of one page."""
    folder = bench.folder / "serve-empty"
    config = material.write(folder, folder, empty=True)
    port = free_port()
    command = python("-m", "mkdocs", "serve", "--quiet", "--livereload", "--dev-addr",
                     f"{HOST}:{port}", "--config-file", config)  # fmt: skip

    def save(word: str) -> None:
        (folder / "docs" / "index.md").write_text(f"# OCOP {word}\n", encoding="utf-8")

    with _running(command, port, "/") as url:
        return _edits(browser, url, save)


def _edits(browser: Browser, url: str, save: Callable[[str], None]) -> float:
    """The median of several edits, each seen in the open page, which reloads by itself."""
    seen = []
    with visit(browser) as page:
        page.goto(url)
        for number in range(EDITS):
            page.wait_for_timeout(1000)
            word = f"zq{number}zq"
            began = time.perf_counter()
            save(word)
            page.wait_for_function(SEEN, arg=word, polling=20, timeout=PATIENCE)
            seen.append(time.perf_counter() - began)
    return median(seen)


@contextmanager
def _running(command: Sequence[str], port: int, address: str) -> Iterator[str]:
    """A server of its own, until the block ends; the address of a page that it serves."""
    url = f"http://{HOST}:{port}{address}"
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip
    try:
        _wait(url, server)
        yield url
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    """Until the page is there; BenchError where it never comes."""
    for _ in range(FIRST):
        if server.poll() is not None:
            break
        try:
            with urlopen(url, timeout=5) as answer:
                if answer.status == 200 and b"<main" in answer.read():
                    return
        except (URLError, OSError):
            pass
        time.sleep(1)
    raise BenchError(f"{url}: không thấy trang")


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port
