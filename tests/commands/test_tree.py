"""Which files a site has, and files that are replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.commands import tree


def test_empty_files_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "full.txt").write_text("x")
    (tmp_path / "a" / "empty.txt").touch()
    assert list(tree.files(tmp_path)) == ["a/b/full.txt"]


def test_a_file_is_replaced_with_its_unix_ends_of_line(tmp_path: Path) -> None:
    file = tmp_path / "counts.lock"
    for text in ("một\n", "hai\nba\n"):
        tree.replace(file, text)
        assert file.read_bytes() == text.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["counts.lock"]


def test_a_failure_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "counts.lock"
    tree.replace(file, "một\n")

    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError):  # noqa: PT011
        tree.replace(file, "hai\n")
    assert file.read_text("utf-8") == "một\n"
    assert [path.name for path in tmp_path.iterdir()] == ["counts.lock"]
