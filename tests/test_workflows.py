"""The workflows: what they may do, what they run, and that nobody else decides it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".github" / "workflows"
FILES = sorted(FOLDER.glob("*.yml"))
WRITE = re.compile(r":\s*write\b|write-all")
Step = dict[str, Any]


def read(name: str) -> dict[Any, Any]:
    workflow: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return workflow


def steps(workflow: dict[Any, Any]) -> Iterator[tuple[str, Step]]:
    for name, job in workflow["jobs"].items():
        for step in job["steps"]:
            yield name, step


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_action_is_pinned_by_its_hash_and_says_its_version(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    for line in lines:
        assert re.search(r"uses: actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_one_version_of_an_action_everywhere() -> None:
    text = "\n".join(file.read_text("utf-8") for file in FILES)
    pins = set(re.findall(r"uses: (actions/[\w-]+)@(\w+)", text))
    assert len(pins) == len({name for name, _ in pins})


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_untrusted_runs_with_rights(file: Path) -> None:
    workflow, text = read(file.name), file.read_text("utf-8")
    assert "pull_request_target" not in text
    assert workflow["permissions"] in ({}, {"contents": "read"})
    if "pull_request" in workflow[True]:  # YAML reads the key `on` so
        assert not WRITE.search(text)
        assert "secrets." not in text
    for name, step in steps(workflow):
        assert "${{" not in step.get("run", ""), f"{name}: hand it over in env"
        if step.get("uses", "").startswith("actions/checkout@") and name != "record":
            assert step["with"]["persist-credentials"] is False, name


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_job_ends(file: Path) -> None:
    jobs = read(file.name)["jobs"]
    assert [name for name, job in jobs.items() if "timeout-minutes" not in job] == []


def test_each_job_of_publishing_has_the_least_rights() -> None:
    jobs = read("pages.yml")["jobs"]
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
        "record": {"contents": "write"},
    }
    assert (jobs["deploy"]["needs"], jobs["record"]["needs"]) == ("build", "deploy")


def test_what_may_write_runs_no_code_of_ours() -> None:
    for name, step in steps(read("pages.yml")):
        if name != "build":
            assert not re.search(r"python|scripts|make|pip|npm", step.get("run", "")), name


def test_publishing_restores_nothing() -> None:
    for _, step in steps(read("pages.yml")):
        assert "actions/cache" not in step.get("uses", "")
        assert not [key for key in step.get("with", {}) if "cache" in key]


def test_publishing_starts_when_it_should_and_never_by_itself() -> None:
    workflow = read("pages.yml")
    starts = workflow[True]
    assert starts.keys() == {"push", "schedule", "workflow_dispatch"}
    assert starts["push"] == {
        "branches": ["main"],
        "paths-ignore": ["addresses.lock", "counts.lock"],
    }
    ((minute, hour, *_),) = (each["cron"].split() for each in starts["schedule"])
    assert (int(hour) + 7) % 24 == 0, "just after midnight in Viet Nam"
    assert 0 < int(minute) < 60
    assert workflow["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    build = workflow["jobs"]["build"]
    assert build["if"] == "github.ref == 'refs/heads/main'"
    assert build["steps"][0]["with"]["ref"] == "main"


def test_the_gates_stand_between_building_and_publishing() -> None:
    lines = [step.get("run") or step["uses"] for _, step in steps(read("pages.yml"))]
    order = ["scripts build", "scripts gates --site site", "upload-pages-artifact", "deploy-pages"]
    found = [next(n for n, line in enumerate(lines) if part in line) for part in order]
    assert found == sorted(found)


def test_pull_requests_get_a_trial_and_meet_the_gates() -> None:
    site = read("check.yml")["jobs"]["site"]
    lines = [step.get("run") or step["uses"] for step in site["steps"]]
    assert any("scripts build --trial --out trial" in line for line in lines)
    assert any("scripts gates --site site --reasons --record" in line for line in lines)
    upload = next(step for step in site["steps"] if "upload-artifact" in step.get("uses", ""))
    assert upload["with"]["path"] == "trial"


@pytest.mark.parametrize(
    ("repository", "url"),
    [
        ("Tinh-Mau/ocop", "https://tinh-mau.github.io/ocop/"),
        ("Tinh-Mau/Tinh-Mau.github.io", "https://tinh-mau.github.io/"),
    ],
)
def test_the_address_that_github_gives(repository: str, url: str) -> None:
    command = ["sh", str(ROOT / "scripts/hosting/github-url.sh")]
    environment = {"GITHUB_REPOSITORY": repository, "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == url


@pytest.mark.parametrize(
    ("now", "lost"),
    [
        ("* /a/\n  /b.csv\n", ""),
        ("* /a/\n* /b/\n  /b.csv\n", ""),
        ("  /a/\n  /en/a/\n  /b.csv\n", ""),
        ("  /a/\n  /b.csv\n", "/en/a/"),
        ("* /a/\n", "/b.csv"),
        (None, "/b.csv"),
    ],
)
def test_no_change_takes_back_a_promise(tmp_path: Path, now: str | None, lost: str) -> None:
    file = tmp_path / "addresses.lock"
    file.write_text("# x\n* /a/\n  /b.csv\n")
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *who, *words], cwd=tmp_path, check=True)
    file.unlink() if now is None else file.write_text(now)
    command = ["sh", str(ROOT / "scripts/hosting/promises.sh"), "HEAD"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == (1 if lost else 0)
    assert lost in done.stdout


def test_what_is_recorded_is_pushed_only_when_it_changed(tmp_path: Path) -> None:
    """The last job's own lines, with a repository in the place of GitHub."""
    far, near = tmp_path / "far.git", tmp_path / "near"
    (script,) = (
        s["run"] for name, s in steps(read("pages.yml")) if name == "record" and "run" in s
    )

    def git(*words: str, folder: Path = near) -> str:
        command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        return done.stdout

    def record() -> None:
        subprocess.run(["bash", "-e", "-c", script], cwd=near, capture_output=True, check=True)

    git("init", "-q", "--bare", "-b", "main", str(far), folder=tmp_path)
    git("clone", "-q", str(far), str(near), folder=tmp_path)
    for name in ("addresses.lock", "counts.lock"):
        (near / name).write_text("1\n")
    git("checkout", "-q", "-b", "main")
    record()
    assert git("log", "--format=%s", "main", folder=far) == "Record what was published\n"
    record()
    assert git("rev-list", "--count", "main", folder=far) == "1\n"
    git("clone", "-q", str(far), str(tmp_path / "other"), folder=tmp_path)
    (tmp_path / "other" / "x").write_text("")
    git("add", "x", folder=tmp_path / "other")
    git("commit", "-q", "-m", "Meanwhile", folder=tmp_path / "other")
    git("push", "-q", "origin", "main", folder=tmp_path / "other")
    (near / "counts.lock").write_text("2\n")
    record()
    assert git("show", "main:counts.lock", folder=far) == "2\n"
    assert git("rev-list", "--count", "main", folder=far) == "3\n"
