"""Where releases may lie, and how commands get there."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.hosting.target import ServerError, Target, TargetError, run


def test_a_folder_of_another_machine() -> None:
    target = Target.parse("nguoi-dung@may-chu.example:/srv/ocop/")
    assert (target.host, target.folder) == ("nguoi-dung@may-chu.example", "/srv/ocop")
    assert str(target) == "nguoi-dung@may-chu.example:/srv/ocop"
    assert target.destination("releases/x/") == "nguoi-dung@may-chu.example:/srv/ocop/releases/x/"
    assert target.command("sh", "-c", "a 'b'")[:2] == ["ssh", "nguoi-dung@may-chu.example"]
    assert target.command("echo", "a b")[2] == "echo 'a b'"


def test_a_folder_of_this_machine(tmp_path: Path) -> None:
    target = Target.parse(str(tmp_path))
    assert (target.host, target.folder) == (None, str(tmp_path))
    assert target.command("echo", "a b") == ["echo", "a b"]


@pytest.mark.parametrize(
    "text",
    [
        "/",
        "may-chu:",
        "may-chu:/",
        "may-chu:srv/ocop",
        "may-chu:/srv/../etc",
        "may-chu:/srv/o cop",
        "may-chu:/srv/$(reboot)",
        "may-chu:/srv/a;b",
        "-oProxyCommand=x:/srv/ocop",
        "a b:/srv/ocop",
    ],
)
def test_what_a_shell_could_misread_is_refused(text: str) -> None:
    with pytest.raises(TargetError, match="nguoi-dung@may-chu:/srv/ocop"):
        Target.parse(text)


def test_a_failure_says_what_failed() -> None:
    with pytest.raises(ServerError, match=r"Lệnh sh không xong: mã 3"):
        run(["sh", "-c", "exit 3"])
    with pytest.raises(ServerError, match="Không chạy được khong-co-lenh-nay"):
        run(["khong-co-lenh-nay"])
