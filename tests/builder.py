"""A tiny catalogue in a temporary folder that a test changes step by step.

    CatalogueFolder.copy("full").change("products/r/ruou-mau/product.yml", "stars: 4", "stars: 5")

Each step returns the folder, so steps chain; a step that would change nothing fails the test.
"""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scripts.records import Reading
    from scripts.records.types import Problem

CATALOGUES = Path(__file__).parent / "catalogues"
TODAY = date(2026, 11, 24)
"""The day for which the catalogues are written: each state of a certificate occurs on it."""


class CatalogueFolder:
    """A folder that holds `products/` and perhaps `docs/`; it is deleted with the object."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def copy(cls, name: str) -> CatalogueFolder:
        """A fresh copy of tests/catalogues/<name>."""
        root = Path(tempfile.mkdtemp(prefix=f"catalogue-{name}-"))
        shutil.copytree(CATALOGUES / name, root, copy_function=shutil.copyfile, dirs_exist_ok=True)
        folder = cls(root)
        weakref.finalize(folder, shutil.rmtree, root, ignore_errors=True)
        return folder

    @property
    def products(self) -> Path:
        """The folder of the records."""
        return self.root / "products"

    def change(self, path: str, old: str, new: str) -> CatalogueFolder:
        """Replace `old`, which must occur exactly once in the file, by `new`."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} occurs {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new))

    def append(self, path: str, text: str) -> CatalogueFolder:
        """Add text at the end of a file."""
        return self.write(path, (self.root / path).read_text("utf-8") + text)

    def write(self, path: str, content: str | bytes) -> CatalogueFolder:
        """Make or overwrite a file, with its folders."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def remove(self, path: str) -> CatalogueFolder:
        """Delete a file or a whole folder."""
        target = self.root / path
        target.unlink() if target.is_file() else shutil.rmtree(target)
        return self

    def rename(self, old: str, new: str) -> CatalogueFolder:
        """Move a file or folder."""
        target = self.root / new
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(target)
        return self

    def link(self, path: str, target: str) -> CatalogueFolder:
        """Make a symbolic link; `target` is written into it as it is."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).symlink_to(target)
        return self

    def apply(self, step: Callable[[CatalogueFolder], object]) -> CatalogueFolder:
        """Do anything else to the folder."""
        step(self)
        return self

    def read(self) -> Reading:
        """What the record loader makes of the folder."""
        from scripts import records

        return records.read(self.products)

    def problems(
        self, today: date = TODAY, disabled: frozenset[str] = frozenset()
    ) -> list[Problem]:
        """What the checks say of the folder."""
        from scripts import checks

        return checks.run(self.read(), today, disabled)
