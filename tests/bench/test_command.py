from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.bench import GROUPS, report, running
from scripts.bench.bench import Bench
from scripts.bench.groups import absent
from scripts.bench.groups.serving import renamed
from scripts.bench.table import Row
from scripts.bench.weights import Kind, Weights, weigh, words
from tests.builder import TODAY


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(folder=tmp_path, sizes=(10,), today=TODAY, say=lambda text: None)


def nullcontext_of(what: str) -> AbstractContextManager[None]:
    return nullcontext()


def one(bench: Bench) -> Iterator[Row]:
    yield Row(what="một", size=bench.everyday, value=1.0, limit=2.0)


def broken(bench: Bench) -> Iterator[Row]:
    yield Row(what="hai", value=3.0, limit=2.0)
    raise OSError("hết chỗ")


def test_sizes_are_the_everyday_one_and_the_full_one_where_that_is_larger() -> None:
    assert running.sizes(1000, 20_000) == (1000, 20_000)
    assert running.sizes(1000, 0) == (1000,)
    assert running.sizes(1000, 1000) == (1000,)


def test_the_runs_follow_the_size(bench: Bench) -> None:
    assert (bench.times(1000), bench.times(20_000)) == (3, 1)
    bench.runs = 2
    assert bench.times(20_000) == 2


@pytest.mark.parametrize("given", ["-1", "nghìn", "1.000"])
def test_a_size_is_a_number(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bench", "--products-count", given])
    assert "không phải là số sản phẩm" in capsys.readouterr().err


def test_a_group_that_fails_leaves_the_figures_of_the_others(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "ROWS", {"hỏng": broken, "tốt": one})
    rows: list[Row] = []
    assert list(running.measure(bench, rows, nullcontext_of)) == [True, False]
    assert [row.verdict for row in rows] == ["chưa đạt", "chưa đo", "đạt"]
    assert "hết chỗ" in capsys.readouterr().err
    assert list(running.measure(bench, [], nullcontext_of, ["tốt"])) == [False]


def test_the_report_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "ROWS", {"tốt": one})
    monkeypatch.setattr(running, "NEEDED", ())
    out = tmp_path / "bench.md"
    words = ["--products-count", "10", "--full", "0", "--work", str(tmp_path / "work")]
    assert main(["bench", *words, "--out", str(out), "--today", "2026-11-24"]) == 0
    text = out.read_text(encoding="utf-8")
    assert "| một | 10 | 1× | ≤ 2× |  | đạt |  |" in text
    assert "ngày tính 24/11/2026" in text
    assert "## Cách đo" in text


def test_what_is_not_installed_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "NEEDED", ("khong_co_goi_nay",))
    assert main(["bench"]) == 1
    assert "python -m scripts.bootstrap bench" in capsys.readouterr().err


def test_weights_stand_in_the_report() -> None:
    weights = Weights()
    weights.kinds["product"] = Kind(pages=2, ours=200, theirs=210, samples=2, same=1)
    told = report.lines(
        [], {1000: weights}, sizes=(1000,), today=date(2026, 11, 24), minutes=3.2, load=None
    )
    assert "| product | 2 | 100 | 105 | +5,0 % | 1/2 |" in list(told)


def test_pages_are_weighed_by_kind_and_their_words_compared(tmp_path: Path) -> None:
    page = '<div class="page page-{}"><script>{}</script><p>Gạo &amp; nếp</p></div>'
    for side, script in (("ours", "1"), ("theirs", "22")):
        for name, kind in (("a", "product"), ("b", "maker")):
            file = tmp_path / side / name / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(page.format(kind, script), encoding="utf-8")
    (tmp_path / "theirs" / "b" / "index.html").unlink()
    weights = weigh(tmp_path / "ours", tmp_path / "theirs")
    assert weights.kinds["product"].theirs == weights.kinds["product"].ours + 1
    assert weights.kinds["product"].same == 1
    assert weights.kinds["maker"].lost == 1
    assert words(page.format("x", "")) == ["Gạo", "&", "nếp"]


def test_what_the_suite_measures_names_files_that_exist(bench: Bench) -> None:
    rows = list(absent.rows(bench))
    tested = [row for row in rows if row.verdict == "kiểm thử"]
    assert tested
    assert all((Path(__file__).parents[2] / row.detail).is_file() for row in tested)
    assert all(row.value is None for row in rows)


@pytest.mark.parametrize(
    ("line", "expected"),
    [("name: Gạo", "name: zz Gạo"), ('name: "Gạo: 1"', 'name: "zz Gạo: 1"')],
)
def test_a_record_is_renamed_whatever_its_quotes(line: str, expected: str) -> None:
    assert renamed(f"id: gao\n{line}\n", "zz") == f"id: gao\n{expected}\n"


@pytest.mark.parametrize(("load", "said"), [(0.2, False), (50.0, True)])
def test_a_busy_machine_is_named(load: float, said: bool) -> None:
    told = report.lines([], {}, sizes=(10,), today=TODAY, minutes=1, load=load)
    assert ("kém tin" in "\n".join(told)) is said


def test_a_folder_of_the_run_is_dropped(bench: Bench) -> None:
    bench.path("hugo", 10).mkdir()
    bench.drop("hugo", 10)
    bench.drop("hugo", 10)
    assert not bench.path("hugo", 10).exists()


def test_every_group_has_rows() -> None:
    from scripts.bench.groups import ROWS

    assert tuple(ROWS) == GROUPS
