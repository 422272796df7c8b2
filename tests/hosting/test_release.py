"""Releases in a folder of this machine: sent whole, switched to in one step, kept and deleted."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from scripts.hosting import release
from scripts.hosting.release import HeadersError, Sent
from scripts.hosting.target import SCRIPT, ServerError, Target

PAGE = b"<!doctype html><script>one()</script>" + b"<p>San pham</p>" * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "a").mkdir(parents=True)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "a" / "index.html").write_bytes(PAGE)
    (folder / "robots.txt").write_bytes(b"x")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Target:
    return Target.parse(str(tmp_path / "srv"))


def send(site: Path, target: Target, day: int, keep: int = 5, reload: str | None = None) -> Sent:
    return release.send(site, target, f"2026110{day}-000000", keep=keep, reload=reload)


def names(target: Target) -> list[str]:
    return [("*" if one.current else "") + one.name[7] for one in release.releases(target)]


def current(target: Target) -> Path:
    return (Path(target.folder) / "current").resolve()


def test_the_first_release(site: Path, target: Target) -> None:
    sent = send(site, target, 1)
    assert (sent.before, sent.removed) == ("", ())
    tree = current(target)
    assert tree.name == "20261101-000000"
    assert (tree / "index.html").read_bytes() == PAGE
    assert {file.name for file in (tree / "a").iterdir()} == {
        "index.html", "index.html.br", "index.html.gz",
    }  # fmt: skip
    assert (tree / "index.html").stat().st_mode & 0o777 == 0o644
    assert tree.stat().st_mode & 0o777 == 0o755


def test_what_did_not_change_is_a_link_and_keeps_its_time(site: Path, target: Target) -> None:
    send(site, target, 1)
    first = current(target)
    for file in site.rglob("*.*"):  # a new build has new times
        file.write_bytes(file.read_bytes())
    (site / "a" / "index.html").write_bytes(PAGE + b"<p>New</p>")
    sent = send(site, target, 2)
    second = current(target)
    assert (second / "index.html").stat().st_ino == (first / "index.html").stat().st_ino
    assert (second / "index.html.br").stat().st_ino == (first / "index.html.br").stat().st_ino
    assert (first / "a" / "index.html").read_bytes() == PAGE
    assert (second / "a" / "index.html").read_bytes() == PAGE + b"<p>New</p>"
    assert sent.new == 3, "the page and its two packed copies"


def test_old_releases_go_and_those_in_use_stay(site: Path, target: Target) -> None:
    for day in (1, 2, 3):
        send(site, target, day, keep=3)
    assert names(target) == ["1", "2", "*3"]
    release.switch(target, "20261101-000000")
    sent = send(site, target, 4, keep=2)
    assert names(target) == ["1", "3", "*4"], "1 was seen until now"
    assert sent.removed == ("20261102-000000",)


def test_a_deploy_that_fails_leaves_everything_as_it_was(
    site: Path, target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(site, target, 1)
    monkeypatch.setattr(release, "RSYNC", ("false",))
    with pytest.raises(ServerError):
        send(site, target, 2)
    assert names(target) == ["*1"]
    assert [file.name for file in (Path(target.folder) / "releases").iterdir()] == [
        "20261101-000000"
    ]


def test_a_release_without_a_home_page_is_never_switched_to(site: Path, target: Target) -> None:
    send(site, target, 1)
    (site / "index.html").unlink()
    with pytest.raises(ServerError):
        send(site, target, 2)
    assert current(target).name == "20261101-000000"


def test_new_scripts_need_new_headers_before_visitors_get_them(
    site: Path, target: Target, tmp_path: Path
) -> None:
    send(site, target, 1)
    headers = Path(target.folder) / "headers.conf"
    before = headers.read_text("utf-8")
    (site / "index.html").write_bytes(PAGE.replace(b"one()", b"two()"))
    with pytest.raises(HeadersError, match="sudo systemctl reload nginx"):
        send(site, target, 2)
    assert names(target) == ["*1"]
    both = headers.read_text("utf-8")
    assert both.count("'sha256-") == before.count("'sha256-") + 1, "old pages' scripts run too"
    send(site, target, 3)  # whoever runs it again has reloaded
    assert names(target) == ["1", "*3"]
    (site / "index.html").write_bytes(PAGE.replace(b"one()", b"three()"))
    send(site, target, 4, reload=f"touch {tmp_path}/reloaded")
    assert (tmp_path / "reloaded").exists()
    assert names(target) == ["1", "3", "*4"]


def test_what_a_killed_deploy_left_is_swept_after_a_day(site: Path, target: Target) -> None:
    send(site, target, 1)
    left = Path(target.folder) / "releases" / ".20261101-999999.part"
    left.mkdir()
    send(site, target, 2)
    assert left.exists(), "it may be under way"
    subprocess.run(["touch", "-d", "2 days ago", left], check=True)
    send(site, target, 3)
    assert not left.exists()


def test_another_machine_is_reached_by_ssh_and_by_rsync_over_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ssh that stays here: `ssh HOST WORDS…` lets a shell read the words, as sshd does."""
    programs = tmp_path / "programs"
    programs.mkdir()
    lines = ("#!/bin/sh", f'echo "$1" >>{tmp_path}/hosts', "shift", 'exec sh -c "$*"', "")
    (programs / "ssh").write_text("\n".join(lines))
    (programs / "ssh").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    target = Target.parse(f"may-chu.invalid:{tmp_path}/srv")
    send(site, target, 1)
    send(site, target, 2, reload="true")
    release.switch(target, "20261101-000000")
    assert names(target) == ["*1", "2"]
    assert (tmp_path / "srv/current/index.html").read_bytes() == PAGE
    assert set((tmp_path / "hosts").read_text().split()) == {"may-chu.invalid"}


def test_the_part_for_the_server_is_plain_shell() -> None:
    assert subprocess.run(["sh", "-n", SCRIPT], check=False).returncode == 0
