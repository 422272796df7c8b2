"""`sample`: what it writes, says and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import __main__ as program
from scripts import samples


def run(*words: object) -> int:
    return program.main(["sample", *map(str, words)])


def test_it_writes_a_folder_that_check_finds_sound(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "records"
    assert run(10, "--seed", 4, "--out", out) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("Đã soạn 10 sản phẩm mẫu (")
    assert said[1] == f"Dựng trang: python -m scripts build --products {out} --out {out}-site"
    assert program.main(["check", "--products", str(out), "--today", "2026-11-24"]) == 0


def test_another_folder_is_refused_with_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thư.txt").touch()
    assert run(1, "--out", tmp_path) == 2
    assert capsys.readouterr().err == f"Không soạn vào {tmp_path}: trong đó có thư.txt.\n"


def test_an_interruption_says_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(samples, "write", stop)
    assert run(1, "--out", tmp_path) == 130
    assert capsys.readouterr().err == (f"Đã dừng giữa chừng; {tmp_path} chưa đủ, hãy chạy lại.\n")


def test_a_full_disk_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(samples, "write", fail)
    assert run(1, "--out", tmp_path) == 1
    assert "No space left on device" in capsys.readouterr().err


@pytest.mark.parametrize("count", ["0", "-1", "x", "200001", "1.5"])
def test_the_count_is_a_number_in_range(
    tmp_path: Path, count: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run(count, "--out", tmp_path)
    assert "lỗi" in capsys.readouterr().err
