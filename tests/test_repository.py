"""What is read from git, and that nothing fails where there is none."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scripts import repository

TIME = "2026-11-24T18:30:00Z"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with one record, committed at TIME."""
    root = tmp_path / "repo"
    (root / "products").mkdir(parents=True)
    (root / "products" / "a.yml").write_text("a: 1\n")
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "First")
    return root


def git(root: Path, *words: str) -> str:
    names = {f"GIT_{who}_{what}": "x@y.example" for who in ("AUTHOR", "COMMITTER")
             for what in ("NAME", "EMAIL")}  # fmt: skip
    times = {"GIT_AUTHOR_DATE": TIME, "GIT_COMMITTER_DATE": TIME, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        ["git", *words], cwd=root, env={**names, **times}, check=True, capture_output=True
    )
    return done.stdout.decode().strip()


def commit(root: Path, message: str) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)


def test_the_commit_is_named_with_its_own_time(repo: Path) -> None:
    found = repository.head(repo / "products")
    assert found is not None
    assert found.hash == git(repo, "rev-parse", "HEAD")
    assert found.time == datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
    assert not found.changed


@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("products/a.yml", True),
        ("products/new.yml", True),
        ("scripts/new.py", True),
        ("mkdocs.yml", True),
        ("counts.lock", False),
        ("notes.txt", False),
        ("tests/test_x.py", False),
    ],
)
def test_only_changes_of_what_a_site_is_made_of_count(repo: Path, path: str, changed: bool) -> None:
    file = repo / path
    file.parent.mkdir(exist_ok=True)
    file.write_text("b: 2\n")
    found = repository.head(repo / "products")
    assert found is not None
    assert found.changed is changed


def test_outside_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    assert repository.head(tmp_path) is None
    assert repository.reasons(tmp_path / "counts.lock") == ()


def test_records_that_a_repository_does_not_track_have_no_commit(repo: Path) -> None:
    (repo / "elsewhere" / "products").mkdir(parents=True)
    assert repository.head(repo / "elsewhere" / "products") is None


def test_a_repository_without_a_commit_has_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert repository.head(tmp_path) is None


def test_a_machine_without_git_has_none(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert repository.head(repo / "products") is None


def test_the_variables_of_a_hook_do_not_lead_elsewhere(
    repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = repository.head(repo / "products")
    git(tmp_path, "init", "--quiet", "other")
    commit(tmp_path / "other", "Other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    assert repository.head(repo / "products") == right


def test_the_repository_of_another_user_is_read(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container that builds a mounted folder; git's own switch for testing it."""
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")
    monkeypatch.setattr(repository, "_KEPT", ("GIT_CONFIG_", "GIT_TEST_"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert repository.head(repo / "products") is not None


def test_signatures_are_not_taken_for_an_answer(repo: Path) -> None:
    git(repo, "config", "log.showSignature", "true")
    assert repository.head(repo / "products") is not None


def test_reasons_are_those_since_the_lock_was_last_written(repo: Path) -> None:
    lock = repo / "counts.lock"
    commit(repo, "Import\n\nGate: nhập danh sách năm 2025")
    assert repository.reasons(lock) == ("nhập danh sách năm 2025",)
    lock.write_text("1\n")
    commit(repo, "Record")
    assert repository.reasons(lock) == ()
    commit(repo, "One\n\nGate: một  \nGate:\nnot Gate: hai")
    commit(repo, "Two\n\nGate: ba\nGate: một")
    assert repository.reasons(lock) == ("một", "ba")
