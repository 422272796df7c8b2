"""`deploy` and `rollback` to a folder of this machine: what they refuse, do and say."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import __main__ as program
from scripts import publish
from tests.browser.server import served
from tests.builder import CatalogueFolder
from tests.conftest import SITE_URL
from tests.hosting.nginx import record

Deploy = Callable[..., int]


def build(folder: Path, *more: str) -> Path:
    catalogue = CatalogueFolder.copy("minimal")
    words = ["--products", str(catalogue.products), "--out", str(folder), "--site-url", SITE_URL]
    assert program.main(["build", *words, "--today", "2026-11-24", *more]) == 0
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site, its locks, and a trial, made once."""
    folder = tmp_path_factory.mktemp("built")
    record(build(folder / "site"), folder / "locks")
    build(folder / "trial", "--trial")
    return folder


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(built, tmp_path / "here"))


@pytest.fixture
def deploy(place: Path) -> Deploy:
    def run(*more: str, site: str = "site") -> int:
        words = ["deploy", str(place / "srv"), "--site", str(place / site)]
        return program.main([*words, "--locks", str(place / "locks"), *more])

    return run


def test_it_says_what_it_did_and_how_to_go_back(
    deploy: Deploy, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy() == 0
    said = capsys.readouterr().out
    current = (place / "srv" / "current").resolve()
    assert f"Khách đang thấy bản {current.name}" in said
    assert "MB (br)" in said
    assert "quay lại" not in said
    assert (current / "index.html").read_bytes() == (place / "site/index.html").read_bytes()


def test_a_dry_run_says_it_and_does_nothing(
    deploy: Deploy, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy("--dry-run") == 0
    said = capsys.readouterr().out
    assert "rsync " in said
    assert "chuyển current sang releases/" in said
    assert not (place / "srv").exists()


def test_a_trial_is_refused_in_one_sentence(
    deploy: Deploy, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert deploy(site="trial") == 1
    assert capsys.readouterr().err == (
        "Đây là bản xem thử; chỉ đưa lên nơi xem thử, với --trial-ok.\n"
    )
    assert not (place / "srv").exists()
    assert deploy("--trial-ok", site="trial") == 0


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda site: (site / "en/index.html").unlink(), "thiếu /en/"),
        (lambda site: (site / "en/index.html").write_bytes(b""), "thiếu /en/"),
        (lambda site: (site / "robots.txt").write_bytes(b"x"), "/robots.txt không đúng mã băm"),
        (lambda site: shutil.rmtree(site / "san-pham/san-pham-mau"), "san-pham-mau/ của bản ghi"),
        (lambda site: (site / "manifest.json").unlink(), "manifest.json"),
        (lambda site: shutil.rmtree(site / "assets"), "thiếu /assets/"),
    ],
)
def test_a_site_that_is_not_whole_is_not_sent(
    deploy: Deploy,
    place: Path,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], object],
    message: str,
) -> None:
    damage(place / "site")
    assert deploy() == 1
    assert message in capsys.readouterr().err
    assert not (place / "srv").exists()


def test_the_gates_are_asked_first(
    deploy: Deploy, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = place / "locks" / "addresses.lock"
    lock.write_text(lock.read_text("utf-8") + "* /san-pham/da-mat/\n", encoding="utf-8")
    assert deploy() == 1
    assert "/san-pham/da-mat/" in capsys.readouterr().out
    assert not (place / "srv").exists()


def test_nothing_is_sent_while_the_site_is_built(
    deploy: Deploy, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with publish.lock(place / "site"):
        assert deploy() == 1
    assert "lệnh khác" in capsys.readouterr().err


def test_the_public_address_is_looked_at(
    deploy: Deploy, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "other").mkdir()
    (place / "other" / "manifest.json").write_text("{}")
    with served(place / "site") as right, served(place / "other") as wrong:
        assert deploy("--url", right) == 0
        assert "đúng bản mới" in capsys.readouterr().out
        assert deploy("--url", wrong) == 1
    assert "vẫn trả bản khác" in capsys.readouterr().err


def test_the_way_back(deploy: Deploy, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = str(place / "srv")
    assert deploy() == 0
    (first,) = (file.name for file in (place / "srv" / "releases").iterdir())
    assert program.main(["rollback", target]) == 1
    assert "Không có bản nào trước bản đang hiện" in capsys.readouterr().err
    shutil.copytree(place / "srv/releases" / first, place / "srv/releases/29991231-000000")
    assert program.main(["rollback", target, "--to", "29991231-000000"]) == 0
    assert program.main(["rollback", target, "--dry-run"]) == 0
    assert (place / "srv" / "current").resolve().name == "29991231-000000"
    capsys.readouterr()
    assert program.main(["rollback", target]) == 0
    assert capsys.readouterr().out == (
        f"  {first}\n* 29991231-000000\nKhách đang thấy bản {first}.\n"
    )
    assert program.main(["rollback", target, "--to", "khong-co"]) == 1


def test_nginx_prints_a_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["nginx", "--name", "ocop.example", "--root", "/srv/x"]) == 0
    said = capsys.readouterr().out
    assert "server_name ocop.example;" in said
    assert "root /srv/x/current;" in said
    assert "listen 80;" in said
    with pytest.raises(SystemExit):
        program.main(["nginx", "--name", "x; include /etc/passwd"])


def test_the_headers_of_a_site_are_printed_for_other_servers(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.main(["nginx", "--headers", str(built / "site")]) == 0
    assert "'sha256-" in capsys.readouterr().out
