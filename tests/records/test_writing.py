"""Files on disk are whole: the new content or the old one, and never somebody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.records import create, repair, write


def test_write_replaces_and_keeps_permissions(tmp_path: Path) -> None:
    file = tmp_path / "a" / "x.yml"
    write(file, b"one")
    file.chmod(0o600)
    write(file, b"two")
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x.yml"
    write(file, b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_create_never_overwrites(tmp_path: Path) -> None:
    file = tmp_path / "a" / "x.yml"
    create(file, b"mine")
    with pytest.raises(FileExistsError):
        create(file, b"yours")
    assert file.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("\ufeffname: Gạo".encode(), "name: Gạo".encode()),
        (b"name: Ga\xcc\xa3o", "name: Gạo".encode()),
        ("name: Gạo\r\n".encode(), "name: Gạo\r\n".encode()),
        (b"name: G\xd2o", b"name: G\xd2o"),
    ],
    ids=["byte order mark", "loose marks", "nothing to do", "not UTF-8"],
)
def test_repair(raw: bytes, repaired: bytes) -> None:
    assert repair(raw) == repaired
