from __future__ import annotations

import io
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from scripts.__main__ import main
from scripts.commands.waiting import waiting
from tests.builder import CatalogueFolder

PRODUCT = "products/s/san-pham-mau/product.yml"
DAY = ["--today", "2026-11-24"]


def check(folder: CatalogueFolder, *words: str) -> int:
    return main(["check", "--products", str(folder.products), *DAY, *words])


def test_a_sound_catalogue(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(CatalogueFolder.copy("minimal")) == 0
    assert capsys.readouterr().out == "Đã đọc 1 bản ghi: không có lỗi.\n"


def test_warnings_do_not_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(CatalogueFolder.copy("full")) == 0
    out = capsys.readouterr().out
    assert "cảnh báo: chưa rõ lần công nhận" in out
    assert out.endswith("bản ghi: 0 lỗi, 1 cảnh báo.\n")


def test_an_error_fails_with_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    folder = CatalogueFolder.copy("minimal").change(PRODUCT, "stars: 4", "stars: 6")
    assert check(folder) == 1
    assert capsys.readouterr().out == (
        f"{PRODUCT}:4:12: stars: “6” không dùng được ở đây [field-value]\n"
        "    → hãy chọn một trong: 3, 4, 5\n"
        "Đã đọc 1 bản ghi: 1 lỗi, 0 cảnh báo. Hãy sửa các lỗi rồi chạy lại.\n"
    )


def test_the_day_is_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    folder = CatalogueFolder.copy("minimal")
    words = ["check", "--products", str(folder.products), "--today", "2025-12-19"]
    assert main(words) == 1
    assert "[date-future]" in capsys.readouterr().out


def test_paths_choose_what_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    folder = CatalogueFolder.copy("hostile-refused")
    assert check(folder, str(folder.products / "s")) == 0
    assert capsys.readouterr().out == "Đã đọc 9 bản ghi: không có lỗi.\n"
    assert check(folder, str(folder.root / PRODUCT), str(folder.products / "d")) == 1
    assert "duong-ra" in (out := capsys.readouterr().out)
    assert "_shops" not in out


def test_a_path_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    folder = CatalogueFolder.copy("minimal")
    assert check(folder, str(folder.products / "z")) == 2
    assert "Không có tệp hoặc thư mục" in capsys.readouterr().err


def test_github(capsys: pytest.CaptureFixture[str]) -> None:
    folder = CatalogueFolder.copy("minimal").change(PRODUCT, "stars: 4", "stars: 6")
    assert check(folder, "--format", "github") == 1
    said = capsys.readouterr()
    assert said.out == (
        f"::error file={PRODUCT},line=4,col=12,title=field-value::"
        "stars: “6” không dùng được ở đây%0Ahãy chọn một trong: 3, 4, 5\n"
    )
    assert "1 lỗi" in said.err


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    folder = CatalogueFolder.copy("minimal").change(PRODUCT, "stars: 4", "stars: 6")
    assert check(folder, "--format", "json") == 1
    assert [one["rule"] for one in json.loads(capsys.readouterr().out)] == ["field-value"]


def say_for_long() -> str:
    out = io.StringIO()
    with waiting("đang làm", out, patience=0.01):
        time.sleep(0.1)
    return out.getvalue()


def test_long_work_says_that_it_goes_on() -> None:
    threads = threading.active_count()
    assert "… đang làm (0 giây)\n" in say_for_long()
    with ThreadPoolExecutor(1) as elsewhere:
        assert "… đang làm (0 giây)\n" in elsewhere.submit(say_for_long).result()
    assert threading.active_count() == threads


def test_quick_work_says_nothing() -> None:
    out = io.StringIO()
    with waiting("đang làm", out):
        pass
    assert out.getvalue() == ""
