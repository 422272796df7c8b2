"""Changes of files are noticed, those of editors' own files are not."""

from __future__ import annotations

from pathlib import Path

from scripts.preview.watch import changed, snapshot


def test_new_changed_and_deleted_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    kept, edited, gone = (tmp_path / "deep" / "er" / name for name in ("kept", "edited", "gone"))
    for file in (kept, edited, gone):
        file.write_text("x")
    before = snapshot([tmp_path])
    edited.write_text("xx")
    gone.unlink()
    (tmp_path / "new").write_text("x")
    assert changed(before, snapshot([tmp_path])) == [
        str(path) for path in sorted([edited, gone, tmp_path / "new"])
    ]


def test_a_single_file_can_be_watched(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    before = snapshot([file])
    file.write_text("x")
    assert changed(before, snapshot([file])) == [str(file)]


def test_files_of_editors_are_not_watched(tmp_path: Path) -> None:
    before = snapshot([tmp_path])
    for name in (".a.yml.swp", "a.yml~", "#a.yml#"):
        (tmp_path / name).write_text("x")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("x")
    assert snapshot([tmp_path]) == before
