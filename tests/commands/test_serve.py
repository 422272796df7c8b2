"""`serve` in its own process: pages, problems over the last good pages, and the end."""

from __future__ import annotations

import re
import shutil
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
PATIENCE = 120.0


@pytest.fixture
def catalogue() -> CatalogueFolder:
    return CatalogueFolder.copy("minimal")


@pytest.fixture
def code(tmp_path: Path) -> Path:
    """A copy of the code, to be edited while it runs."""
    for name in ("scripts", "docs", "mkdocs.yml"):
        place = ROOT / name
        if place.is_dir():
            shutil.copytree(place, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(place, tmp_path / name)
    (tmp_path / "products").mkdir()
    return tmp_path


@pytest.fixture
def serving(catalogue: CatalogueFolder, code: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "scripts", "serve", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--products", str(catalogue.products)],
        cwd=code,
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
    """A page, as soon as it is as it should be; the error page's text counts, too."""
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


def test_what_is_saved_is_seen_and_mistakes_are_shown(
    catalogue: CatalogueFolder, code: Path, serving: subprocess.Popen[str]
) -> None:
    """Records, then templates and code, then the end; one process, for it takes long to start."""
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

    template = code / "scripts" / "pages" / "templates" / "product.html"
    sound = template.read_text("utf-8")
    template.write_text(f"{sound}\n<p>Mẫu trang mới</p>\n", "utf-8")
    assert "Mẫu trang mới" in page(url, lambda text: "Mẫu trang mới" in text)

    module = code / "scripts" / "live" / "desk.py"
    module.write_text(f"{module.read_text('utf-8')}\nraise RuntimeError('hong')\n", "utf-8")
    text = page(url, lambda text: "RuntimeError: hong" in text)
    assert "RuntimeError: hong" in text
    assert "Mẫu trang mới" in text

    serving.send_signal(signal.SIGINT)
    assert serving.wait(30) == 0
    said = output(serving).read()
    assert "Đã sửa: product.yml" in said
    assert "Đã đọc lại 1 tệp trong" in said


def test_a_taken_port_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert program.main(["serve", "--port", str(taken.getsockname()[1])]) == 1
    assert "đang bận" in capsys.readouterr().err
