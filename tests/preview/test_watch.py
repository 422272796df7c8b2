"""Changes of files are noticed, those of editors' own files are not."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from scripts.preview import watch as module
from scripts.preview.watch import Changes, Watch, changed


def test_new_changed_and_deleted_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    kept, edited, gone = (tmp_path / "deep" / "er" / name for name in ("kept", "edited", "gone"))
    for file in (kept, edited, gone):
        file.write_text("x")
    watch = Watch((tmp_path,))
    before = watch.look()
    edited.write_text("xx")
    gone.unlink()
    (tmp_path / "new").write_text("x")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "new").write_text("x")
    names = (edited, gone, tmp_path / "new", tmp_path / "other" / "new")
    assert changed(before, watch.look()) == Changes(files=frozenset(map(str, names)), moved=True)


def test_a_file_that_was_there_has_not_moved(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text("a")
    watch = Watch((file,))
    before = watch.look()
    assert not changed(before, watch.look())
    file.write_text("ab")
    assert changed(before, watch.look()) == Changes(files=frozenset({str(file)}), moved=False)


def test_a_file_that_became_a_link_has_moved(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text("x")
    watch = Watch((tmp_path,))
    before = watch.look()
    file.unlink()
    file.symlink_to("/etc/hostname")
    assert changed(before, watch.look()).moved


def test_a_folder_is_not_listed_again_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_text("x")
    long_ago = time.time_ns() - 10 * module.TICK
    os.utime(tmp_path, ns=(long_ago, long_ago))
    watch, real, listed = Watch((tmp_path,)), module._listed, list[str]()

    def noted(folder: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        listed.append(folder)
        return real(folder)

    first = watch.look()
    monkeypatch.setattr(module, "_listed", noted)
    assert watch.look() == first
    assert listed == []
    (tmp_path / "y").write_text("y")
    assert len(watch.look()) == 2
    assert listed == [str(tmp_path)]


def test_a_folder_that_has_just_changed_is_listed_again(tmp_path: Path) -> None:
    """Two files may come within one tick of the clock of the file system."""
    watch = Watch((tmp_path,))
    (tmp_path / "x").write_text("x")
    now = tmp_path.stat().st_mtime_ns
    watch.look()
    (tmp_path / "y").write_text("y")
    os.utime(tmp_path, ns=(now, now))
    assert len(watch.look()) == 2


def test_files_of_editors_are_not_watched(tmp_path: Path) -> None:
    watch = Watch((tmp_path,))
    before = watch.look()
    for name in (".a.yml.swp", "a.yml~", "#a.yml#"):
        (tmp_path / name).write_text("x")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("x")
    assert watch.look() == before


def test_changes_below_a_place(tmp_path: Path) -> None:
    files = {f"{tmp_path}/products/a.yml", f"{tmp_path}/products-old/a.yml", f"{tmp_path}/x.yml"}
    changes = Changes(files=frozenset(files), moved=True)
    below = changes.below(tmp_path / "products", tmp_path / "x.yml")
    assert below.files == {f"{tmp_path}/products/a.yml", f"{tmp_path}/x.yml"}
    assert not changes.below(tmp_path / "docs")
