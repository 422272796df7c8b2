"""Options and fixtures of all tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builder import CATALOGUES, TODAY

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
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site of the real records, built once for all tests."""
    from scripts import pipeline

    return _built(pipeline.PRODUCTS, tmp_path_factory.mktemp("real") / "site")


def _built(products: Path, tree: Path) -> Path:
    from scripts import pipeline

    checked = pipeline.check(products, TODAY)
    photos = pipeline.album(pipeline.photographs(checked))
    catalogue = pipeline.catalogue(checked, TODAY)
    pipeline.print_site(pipeline.edition(catalogue, SITE_URL, photos=photos), tree)
    return tree
