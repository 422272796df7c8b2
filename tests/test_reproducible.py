"""The same commit and day give the same site, byte for byte, wherever and whenever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.images.photographs import saved, scene

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = "tests/catalogues/full/products"
IDENTITY = {f"GIT_{who}_{what}": "x@y.example" for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")}  # fmt: skip
HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of what this project's folder holds now, with a photograph of some size."""
    root = tmp_path_factory.mktemp("repository")
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    photo = saved(scene((1600, 1200)), "JPEG", quality=92)
    (root / CATALOGUE / "r" / "ruou-mau" / "chai.jpg").write_bytes(photo)
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "All")
    return root


def git(folder: Path, *words: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", *words], cwd=folder, env={**kept, **IDENTITY}, check=True, capture_output=True
    )
    return done.stdout.decode()


def build(repository: Path, site: Path, surroundings: dict[str, str], cpus: int = 2) -> None:
    words = ["--products", CATALOGUE, "--out", str(site), "--today", "2026-11-24"]
    words += ["--site-url", "https://ocop.example/"]
    available = sorted(os.sched_getaffinity(0))[:cpus] if hasattr(os, "sched_getaffinity") else []

    def narrow() -> None:
        if available:
            os.sched_setaffinity(0, available)

    done = subprocess.run(
        [sys.executable, "-m", "scripts", "build", *words],
        cwd=repository,
        env={**os.environ, **surroundings},
        check=False,
        capture_output=True,
        preexec_fn=narrow if available else None,
    )
    assert done.returncode == 0, done.stderr.decode()


def content(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }


@pytest.fixture(scope="module")
def first(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as it is built first; it names its commit and has the photograph."""
    site = tmp_path_factory.mktemp("first") / "site"
    build(repository, site, HERE)
    made = content(site)
    assert git(repository, "rev-parse", "HEAD").strip().encode() in made["manifest.json"]
    assert b'"changed":false' in made["manifest.json"]
    assert any(name.startswith("assets/photos/") for name in made)
    return made


def same(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_another_folder_zone_locale_seed_and_processor(
    repository: Path, first: dict[str, bytes], tmp_path: Path
) -> None:
    clone = tmp_path / "một bản sao khác"
    git(tmp_path, "clone", "--quiet", str(repository), str(clone))
    build(clone, tmp_path / "deep" / "er" / "trang", ELSEWHERE, cpus=1)
    same(first, content(tmp_path / "deep" / "er" / "trang"))


def test_everything_but_the_repository_may_be_deleted(
    repository: Path, first: dict[str, bytes], tmp_path: Path
) -> None:
    assert (repository / ".cache").exists()
    git(repository, "clean", "--quiet", "-ffdx")
    assert not (repository / ".cache").exists()
    build(repository, tmp_path / "site", HERE)
    same(first, content(tmp_path / "site"))
