"""Running the commands that edit records, and looking at what is on the disk afterwards."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.builder import TODAY, CatalogueFolder

SOURCE = ("--source", "https://bao-mau.vn/tin", "--publisher", "Báo mẫu mới")
SUPPORTS = ("--supports", "tên, hạng sao, ngày cấp")


class Desk:
    """A catalogue folder, and a person at a terminal who edits it."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = CatalogueFolder.copy("full")
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *words: str, answers: str | None = None) -> tuple[int, str]:
        """The exit code of a command and all it said; without answers it is not to ask."""
        self._monkeypatch.setattr("sys.stdin", io.StringIO(answers or ""))
        given = ["--products", str(self.folder.products), "--today", TODAY.isoformat()]
        code = main([*words, *given, *([] if answers is not None else ["--yes"])])
        out, err = self._capsys.readouterr()
        return code, out + err

    def text(self, path: str) -> str:
        """The content of a file below products/."""
        return (self.folder.products / path).read_text("utf-8")

    def there(self, path: str) -> bool:
        """Whether there is a file or folder below products/."""
        return (self.folder.products / path).exists()

    def files(self) -> dict[str, bytes]:
        """Every file of the records with its content."""
        return files(self.folder.products)

    def errors(self) -> list[str]:
        """What the checks call an error."""
        found = self.folder.problems()
        return [problem.message for problem in found if problem.severity == "error"]


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}
