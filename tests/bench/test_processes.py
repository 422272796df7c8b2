from __future__ import annotations

import pytest

from scripts.bench import processes
from scripts.bench.processes import BenchError, Run, middle, python, run


def test_a_run_is_timed_and_its_words_kept() -> None:
    made = run(python("-c", "print('xong'); x = bytearray(40_000_000)"))
    assert made.said == "xong\n"
    assert made.seconds > 0
    assert made.peak > 38


def test_a_program_that_fails_is_named_with_what_it_said() -> None:
    with pytest.raises(BenchError, match="hỏng rồi"):
        run(python("-c", "import sys; sys.exit('hỏng rồi')"))


def test_the_middle_of_several_runs_is_taken_and_the_highest_peak() -> None:
    runs = iter(Run(seconds=s, cpu=s, peak=s) for s in (3.0, 1.0, 2.0))
    made = middle(3, lambda: next(runs))
    assert (made.seconds, made.peak) == (2.0, 3.0)


def test_memory_of_all_processes_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "PAUSE", 0.02)
    inner = "import time; x = bytearray(40_000_000); time.sleep(1)"
    start = f"subprocess.Popen([sys.executable, '-c', {inner!r}])"
    outer = f"import subprocess, sys\nfor p in [{start}, {start}]: p.wait()"
    assert run(python("-c", outer)).peak > 76
