from __future__ import annotations

import subprocess

import pytest

from scripts import checks, records
from scripts.__main__ import main
from tests.checks import prove
from tests.checks.case import Case, load


def test_every_rule_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [*records.RULES, *checks.RULES]
    assert "stars-against-score    cảnh báo Hạng sao không khớp điểm" in lines


def test_prove_runs_the_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        called.append(command[1:])
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(subprocess, "run", run)
    assert main(["rules", "--prove"]) == 1
    assert called == [["-m", "tests.checks.prove"]]


def test_the_proof_names_the_test(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(prove, "load", lambda: _first("score-range"))
    assert prove.prove() == {
        "score-range": ["tests/checks/test_cases.py::test_case[score-range: điểm trên 100]"]
    }
    assert prove.main() == 1
    assert "KHÔNG CÓ KIỂM THỬ NÀO PHÁT HIỆN" in capsys.readouterr().out


def test_a_case_that_fails_anyway_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    [case] = _first("score-range")
    wrong = Case(
        rule=case.rule,
        name=case.name,
        catalogue=case.catalogue,
        file=case.file,
        steps=case.steps,
        expected=("khác",),
    )
    assert list(prove.failing(wrong)) == []


def _first(rule: str) -> tuple[Case, ...]:
    return tuple([case for case in load() if case.rule == rule][:1])
