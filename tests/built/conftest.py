"""The site that the tests of this folder read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built.reader import Site


@pytest.fixture(scope="session")
def site(full_site: Path) -> Site:
    """The site of the catalogue `full`, every document parsed once."""
    return Site(full_site)
