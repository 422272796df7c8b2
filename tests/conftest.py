"""Options and fixtures of all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from scripts import bootstrap
from tests.builder import CATALOGUES, TODAY

if TYPE_CHECKING:
    from tests.hosting.nginx import Server

# What `deploy` needs is a server's: rsync, a shell, nginx. bootstrap brings them on Linux alone.
collect_ignore = (
    []
    if bootstrap.LINUX
    else [
        "browser/test_policy.py",
        "commands/test_deploy.py",
        "hosting/test_nginx.py",
        "hosting/test_release.py",
        "hosting/test_target.py",
    ]
)
SITE_URL = "https://ocop.example/"
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden",
        action="store_true",
        help="write the expected texts of tests/golden anew; review the difference as code",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """`golden(name, text)`: the text is what tests/golden/<name> holds."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--write-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8"), f"{name} differs: --write-golden"

    return compare


@pytest.fixture(scope="session")
def full_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the catalogue `full`, built once for all tests."""
    return _built(CATALOGUES / "full" / "products", tmp_path_factory.mktemp("full") / "site")


@pytest.fixture(scope="session")
def photo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site whose products have photographs of every shape, built once."""
    from tests.browser import photographs

    folder = photographs.catalogue()  # deleted with the object
    return _built(folder.products, tmp_path_factory.mktemp("photos") / "site")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the real records, built once for all tests."""
    from scripts import pipeline

    return _built(pipeline.PRODUCTS, tmp_path_factory.mktemp("real") / "site")


@pytest.fixture(scope="session")
def nginx_server(full_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A real nginx with the site of the catalogue `full`, sent by `deploy`; one for all tests."""
    from tests.hosting.nginx import deployed

    with deployed(full_site, tmp_path_factory.mktemp("nginx")) as server:
        yield server


def _built(products: Path, tree: Path) -> Path:
    from scripts import pipeline

    checked = pipeline.check(products, TODAY)
    photos = pipeline.album(pipeline.photographs(checked))
    catalogue = pipeline.catalogue(checked, TODAY)
    # What it is made of goes into its manifest; the commit of the day is not for tests.
    origin = replace(pipeline.origin(checked.reading, products), commit=None)
    edition = pipeline.edition(catalogue, SITE_URL, photos=photos, origin=origin)
    pipeline.print_site(edition, tree)
    return tree
