"""`python -m scripts`: help and refusals in Vietnamese, and a machine where nothing is set up."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import __main__ as program
from scripts import bootstrap
from tests.commands.test_arguments import ENGLISH

ROOT = Path(__file__).resolve().parents[1]


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int | str | None, str]:
    """Exit code and all that a command line prints where argparse ends it."""
    with pytest.raises(SystemExit) as end:
        program.main(words)
    output = capsys.readouterr()
    return end.value.code, output.out + output.err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(capsys, "--help")
    assert code == 0
    for command in program.COMMANDS:
        assert re.search(rf"^    {command}\s+\S", text, re.MULTILINE)


@pytest.mark.parametrize("command", program.COMMANDS)
def test_help_of_each_command_is_in_vietnamese(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = said(capsys, command, "--help")
    assert code == 0
    prose = re.sub(r"--?[a-z-]+|[A-Z-]{2,}|\{[^}]*\}", "", text)
    assert set(ENGLISH.findall(prose)) == set()


def test_an_unknown_command_is_refused_in_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    code, text = said(capsys, "biuld")
    assert code == 2
    assert "'biuld' không có; hãy chọn: " in text


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_vietnamese_is_printed_on_a_console_of_any_encoding() -> None:
    done = run("-m", "scripts", "--help", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "kiểm tra bản ghi" in done.stdout.decode("utf-8")


def test_without_packages_it_sets_up_and_runs_the_command_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[object] = []
    monkeypatch.setattr(program, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "prefix", "/usr")
    monkeypatch.setattr(bootstrap, "main", lambda steps: ran.append(steps) or 0)
    monkeypatch.setattr(program, "_run_in_environment", lambda words: ran.append(words) or 7)
    assert program.main(["build", "--today", "2026-11-24"]) == 7
    assert ran == [["site"], ["-m", "scripts", "build", "--today", "2026-11-24"]]


def test_what_the_machine_lacks_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "prefix", str(bootstrap.VENV))
    assert program.main(["build"]) == 1
    assert "make site" in capsys.readouterr().err


def test_nothing_of_ours_is_imported_before_that_is_known() -> None:
    """A Python without packages gets as far as the sentence that says so."""
    done = run("-S", "-c", "import scripts.__main__, sys; print('pydantic' in sys.modules)")
    assert done.stdout.decode().strip() == "False", done.stderr.decode()


def test_tests_are_set_up_and_run(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[object] = []
    monkeypatch.setattr(bootstrap, "main", lambda steps: ran.append(steps) or 0)
    monkeypatch.setattr(program, "_run_in_environment", lambda words: ran.append(words) or 0)
    assert program.main(["test", "-q"]) == 0
    assert ran == [["test"], ["-m", "pytest", "-q"]]
