"""The sample for stores: what it sends in which order, and what it never sends."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "hosting" / "s3.sh"


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder with an rclone and a Python that only write down how they were called."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("rclone", "python"):
        file = folder / name
        file.write_text(f'#!/bin/sh\necho "{name} $*" >>"{tmp_path}/calls"\n')
        file.chmod(0o755)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("<p>x</p>")
    return folder


def send(site: Path, programs: Path) -> tuple[int, list[str]]:
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    environment = {"PATH": path, "PYTHON": str(programs / "python")}
    command = ["sh", str(SCRIPT), str(site), "kho:ocop"]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    calls = programs.parent / "calls"
    return done.returncode, calls.read_text().splitlines() if calls.exists() else []


def test_pages_come_after_what_they_lean_on_and_deleting_last(site: Path, programs: Path) -> None:
    code, calls = send(site, programs)
    assert code == 0
    assert [call.split()[3] for call in calls[:2]] == ["verify-site", "gates"]
    sent = calls[2:]
    assert "immutable" in sent[0]
    assert "photos" in sent[0]
    assert sent[-2].endswith(f"--include *.html {site} kho:ocop")
    assert sent[-1] == f"rclone sync --checksum --delete-after {site} kho:ocop"
    assert all(
        call.startswith("rclone copy --checksum --header-upload Cache") for call in sent[:-1]
    )
    assert [call for call in sent if "--delete" in call] == sent[-1:]


def test_a_trial_is_never_sent(site: Path, programs: Path) -> None:
    (site / "index.html").write_text('<aside class="trial" data-trial>')
    assert send(site, programs) == (1, [])


def test_a_site_that_the_gates_stop_is_not_sent(site: Path, programs: Path) -> None:
    (programs / "python").write_text("#!/bin/sh\nexit 1\n")
    assert send(site, programs) == (1, [])


def test_the_folders_that_are_kept_for_a_year_hold_hashed_names_only(full_site: Path) -> None:
    for folder in ("css", "javascripts", "photos", "stylesheets"):
        for file in (full_site / "assets" / folder).iterdir():
            assert re.search(r"[.-]([0-9a-f]{8}|[0-9a-f]{10})[.-]", file.name), file
