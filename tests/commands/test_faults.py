"""`faults` hands its options on, and says where it cannot work; the troubles have their own run."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from scripts import __main__ as program
from tests.faults import __main__ as runner
from tests.faults import disks, pythons
from tests.faults.builds import TroubleError


def test_options_are_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def run(words: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.extend(words)
        return subprocess.CompletedProcess(words, 3)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(sys, "platform", "linux")
    assert program.main(["faults", "--only", "kills", "--only", "pairs", "--kills", "5"]) == 3
    assert asked[1:] == ["-m", "tests.faults", "--only=kills", "--only=pairs", "--kills=5"]


def test_elsewhere_it_fails_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert program.main(["faults"]) == 1
    assert "cần Linux" in capsys.readouterr().err


def test_where_mounting_is_not_allowed_it_fails_and_says_how(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(disks.INSIDE, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert runner.main(["--only", "disks"]) == 1
    assert "KHÔNG ĐẠT: không gắn được ổ đĩa" in capsys.readouterr().out


def test_without_another_python_it_fails_and_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(TroubleError, match="--python"):
        pythons.other()


def test_one_trouble_does_not_hide_another(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def bad(*_: object) -> object:
        raise TroubleError("hỏng")
        yield

    monkeypatch.setattr(runner, "CASES", {"kills": bad, "pairs": lambda *_: iter(["đạt"])})
    assert runner.main([]) == 1
    said = capsys.readouterr().out
    assert "KHÔNG ĐẠT: hỏng" in said
    assert "đạt" in said.splitlines()[-1]
