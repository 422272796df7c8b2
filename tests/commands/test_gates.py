"""`gates` on a real tiny site: the first time, the same again, and each kind of damage."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts import __main__ as program
from scripts import repository
from tests.builder import CatalogueFolder

DAY = "2026-11-24"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with a site and the lock files that were recorded from it."""
    root = tmp_path_factory.mktemp("gates")
    catalogue = CatalogueFolder.copy("full")
    words = ["--products", str(catalogue.products), "--out", str(root / "site"), "--today", DAY]
    assert program.main(["build", *words, "--site-url", "https://ocop.example/"]) == 0
    (root / "locks").mkdir()
    assert run(root, "--record") == 0
    return root


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Path:
    """A copy of it, to be damaged."""
    shutil.copytree(built, tmp_path / "place")
    return tmp_path / "place"


def run(place: Path, *words: str) -> int:
    options = ["--site", str(place / "site"), "--locks", str(place / "locks")]
    return program.main(["gates", *options, *words])


def locks(place: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in (place / "locks").iterdir()}


def lower(place: Path, by: int = 20) -> None:
    """Let the lock tell of fewer products than there are."""
    file = place / "locks" / "counts.lock"
    said = json.loads(file.read_text())
    said["records"]["product"] -= by
    file.write_text(json.dumps(said))


def test_the_same_site_passes_and_records_the_same(place: Path) -> None:
    before = locks(place)
    assert set(before) == {"counts.lock", "addresses.lock"}
    assert run(place) == 0
    assert run(place, "--record") == 0
    assert locks(place) == before


def test_the_first_time_it_says_so_and_passes_only_to_record(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (place / "locks").iterdir():
        file.unlink()
    assert run(place) == 1
    assert "Chưa có counts.lock và addresses.lock" in capsys.readouterr().out
    assert locks(place) == {}
    assert run(place, "--record") == 0
    assert run(place) == 0


def test_a_number_that_moved_stops_until_a_reason_is_given(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lower(place)
    before = locks(place)
    assert run(place, "--record") == 1
    said = capsys.readouterr().out
    assert "DỪNG: sản phẩm trong danh mục: trước " in said
    assert "Gate: lý do" in said
    assert locks(place) == before
    assert run(place, "--accept", "nhập danh sách", "--record") == 0
    assert "Lý do: nhập danh sách" in capsys.readouterr().out
    assert run(place) == 0


def test_an_empty_reason_is_none(place: Path) -> None:
    lower(place)
    assert run(place, "--accept", "  ") == 2


def test_reasons_are_read_from_commits(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lower(place)
    asked = []

    def reasons(file: Path) -> tuple[str, ...]:
        asked.append(file)
        return ("một",)

    monkeypatch.setattr(repository, "reasons", reasons)
    assert run(place) == 1
    assert run(place, "--reasons") == 0
    assert asked == [place / "locks" / "counts.lock"]


def test_only_the_first_of_many_things_are_said(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (place / "locks" / "addresses.lock").open("a", encoding="utf-8") as file:
        file.writelines(f"  /san-pham/x{number}/\n" for number in range(1200))
    assert run(place) == 1
    said = capsys.readouterr().out
    assert said.count("DỪNG") == 50
    assert "… và 1.150 điều nữa" in said


def test_a_missing_file_stops(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "site" / "robots.txt").unlink()
    assert run(place) == 1
    assert "DỪNG: thiếu /robots.txt" in capsys.readouterr().out


def test_an_empty_file_is_missing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "site" / "404.html").write_bytes(b"")
    assert run(place) == 1
    assert "thiếu /404.html" in capsys.readouterr().out


def test_no_reason_lets_a_lost_address_through(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (place / "locks" / "addresses.lock").open("a", encoding="utf-8") as file:
        file.write("  /san-pham/xyz/\n")
    assert run(place, "--accept", "gỡ", "--record") == 1
    said = capsys.readouterr().out
    assert "DỪNG: mất địa chỉ đã công bố /san-pham/xyz/" in said
    assert "không lý do nào" in said


def test_no_reason_lets_altered_data_through(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (place / "site" / "robots.txt").open("a") as file:
        file.write("x")
    assert run(place, "--accept", "x") == 1
    assert "DỪNG: /robots.txt không đúng mã băm" in capsys.readouterr().out
    assert program.main(["verify-site", str(place / "site")]) == 1


def test_addresses_once_recorded_stay_recorded(place: Path) -> None:
    file = place / "locks" / "addresses.lock"
    with file.open("a", encoding="utf-8") as stream:
        stream.write("  /tep-cu.csv\n")
    (place / "site" / "tep-cu.csv").write_text("x")
    assert run(place, "--record") == 0
    assert "  /tep-cu.csv\n" in file.read_text("utf-8")


@pytest.mark.parametrize("name", ["counts.lock", "addresses.lock"])
def test_a_lock_with_marks_of_a_merge_is_refused(
    place: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "locks" / name).write_text("<<<<<<< HEAD\n")
    assert run(place, "--record") == 1
    assert name in capsys.readouterr().err


def test_a_folder_that_is_no_site_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["gates", "--site", str(tmp_path)]) == 1
    assert "không phải trang đã dựng" in capsys.readouterr().err
    assert program.main(["verify-site", str(tmp_path)]) == 1


def test_without_a_site_it_builds_one_for_itself(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = CatalogueFolder.copy("full")
    words = ["--products", str(catalogue.products), "--locks", str(built / "locks")]
    assert program.main(["gates", *words, "--today", DAY]) == 0
    assert "Trang đạt" in capsys.readouterr().out


def test_a_later_day_alone_stops_nothing(built: Path) -> None:
    catalogue = CatalogueFolder.copy("full")
    words = ["--products", str(catalogue.products), "--locks", str(built / "locks")]
    assert program.main(["gates", *words, "--today", "2031-01-01"]) == 0
