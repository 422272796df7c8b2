"""`serve` in its own process: pages, problems over the last good pages, and the end."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from scripts import __main__ as program
from tests.builder import CatalogueFolder

ROOT = Path(__file__).resolve().parents[2]
RECORD = "products/s/san-pham-mau/product.yml"
PATIENCE = 60.0


@pytest.fixture
def catalogue() -> CatalogueFolder:
    return CatalogueFolder.copy("minimal")


@pytest.fixture
def serving(catalogue: CatalogueFolder) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "scripts", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--products", str(catalogue.products)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    yield process
    process.terminate()
    process.wait(PATIENCE)
    output(process).close()


def output(process: subprocess.Popen[str]) -> IO[str]:
    assert process.stdout is not None
    return process.stdout


def page(url: str, until: Callable[[str], bool]) -> str:
    """The home page, as soon as it is as it should be."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                text: str = answer.read().decode()
        except OSError:
            text = ""
        if until(text) or time.monotonic() > end:
            return text
        time.sleep(0.1)


def test_saved_records_are_seen_and_mistakes_shown(
    catalogue: CatalogueFolder, serving: subprocess.Popen[str]
) -> None:
    found = re.search(r"http://127\.0\.0\.1:\d+/", output(serving).readline())
    assert found
    url = found.group() + "san-pham/san-pham-mau/"
    assert "Sản phẩm mẫu" in page(url, lambda text: "Sản phẩm mẫu" in text)

    catalogue.append(RECORD, "khong_co: 1\n")
    text = page(url, lambda text: "khong_co" in text)
    assert f"{RECORD}:" in text
    assert "Sản phẩm mẫu" in text

    catalogue.change(RECORD, "khong_co: 1\n", "").change(RECORD, "Sản phẩm mẫu", "Sản phẩm khác")
    text = page(url, lambda text: "Sản phẩm khác" in text and "khong_co" not in text)
    assert "Sản phẩm khác" in text
    assert "khong_co" not in text

    serving.send_signal(signal.SIGINT)
    assert serving.wait(10) == 0


def test_a_taken_port_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert program.main(["serve", "--port", str(taken.getsockname()[1])]) == 1
    assert "đang bận" in capsys.readouterr().err
