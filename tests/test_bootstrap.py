"""Setting up on a bare machine: what is missing ends in one sentence that names the command."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import bootstrap

ROOT = Path(__file__).resolve().parent.parent


def test_a_missing_browser_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "find_browser", lambda: None)
    monkeypatch.setattr(bootstrap, "_apt", lambda *packages: False)
    with pytest.raises(bootstrap.SetupError, match="sudo apt-get install chromium"):
        bootstrap.browser()


def test_a_missing_java_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "_works", lambda *command: False)
    monkeypatch.setattr(bootstrap, "_apt", lambda *packages: False)
    with pytest.raises(bootstrap.SetupError, match="default-jre-headless"):
        bootstrap.java()


def test_a_missing_web_server_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "LINUX", True)
    monkeypatch.setattr(bootstrap, "_has_web_server", lambda: False)
    monkeypatch.setattr(bootstrap, "_apt", lambda *packages: False)
    with pytest.raises(bootstrap.SetupError, match=r"sudo apt-get install nginx .* rsync"):
        bootstrap.web_server()
    monkeypatch.setattr(bootstrap, "LINUX", False)
    bootstrap.web_server()


def test_no_installed_service_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = tmp_path / "policy-rc.d"
    monkeypatch.setattr(bootstrap, "POLICY", policy)
    with bootstrap._services_kept_from_starting():
        assert subprocess.run([policy, "nginx", "start"], check=False).returncode == 101
    assert not policy.exists()
    policy.write_text("theirs")
    with bootstrap._services_kept_from_starting():
        assert policy.read_text() == "theirs"
    assert policy.read_text() == "theirs"


def test_a_failure_ends_with_one_sentence_and_exit_code_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise bootstrap.SetupError("Thiếu X; hãy chạy: Y")

    monkeypatch.setitem(bootstrap.STEPS, "test", fail)
    assert bootstrap.main(["test"]) == 1
    assert capsys.readouterr().err == "Thiếu X; hãy chạy: Y\n"


def test_the_environment_is_made_anew_when_the_lock_changes(tmp_path: Path) -> None:
    lock = tmp_path / "requirements.txt"
    lock.write_text("a==1")
    bootstrap._mark_ready("requirements", [lock], tmp_path)
    assert bootstrap.ready("requirements", [lock], tmp_path)
    lock.write_text("a==2")
    assert not bootstrap.ready("requirements", [lock], tmp_path)


def test_it_runs_without_any_installed_package() -> None:
    program = "import sys; from scripts import bootstrap; print(sorted(bootstrap.STEPS))"
    result = subprocess.run(
        [sys.executable, "-S", "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "site" in result.stdout


@pytest.mark.parametrize(
    "lock",
    ["requirements.txt", "requirements-dev.txt", "requirements-bench.txt", "package-lock.json"],
)
def test_locks_name_no_host_and_pin_every_package_by_hash(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"index-url|find-links|\"resolved\"", text)
    if lock.endswith(".txt"):
        assert not re.search(r"https?://", text)
        pins = re.findall(r"^\S+==", text, re.M)
        assert len(pins) > 5
        assert len(re.findall(r"^\S+==[^\n]*\\\n\s+--hash=sha256:", text, re.M)) == len(pins)


def test_all_locks_pin_the_same_versions() -> None:
    def pins(name: str) -> dict[str, str]:
        return dict(re.findall(r"^(\S+)==(\S+)", (ROOT / name).read_text(), re.M))

    development = pins("requirements-dev.txt")
    assert pins("requirements.txt").items() <= development.items()
    measuring = pins("requirements-bench.txt")
    assert {name: development[name] for name in measuring if name in development}.items() <= (
        measuring.items()
    )
