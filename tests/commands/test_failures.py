"""What a full, locked or broken disk is called, and that a build ends with that sentence."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from scripts import __main__ as program
from scripts import pipeline
from scripts.commands.failures import sentence
from tests.builder import CatalogueFolder

OUT = Path("/srv/site")


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "Hết chỗ trên ổ đĩa"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EACCES, "Không có quyền ghi"),
        (errno.EPERM, "Không có quyền ghi"),
        (errno.EDQUOT, "hạn mức"),
        (errno.EIO, "báo lỗi"),
        (errno.EMFILE, "quá nhiều tệp"),
        (errno.ENOTDIR, "có một tệp"),
        (errno.ELOOP, os.strerror(errno.ELOOP)),
    ],
)
def test_each_refusal_of_a_disk_has_a_sentence(number: int, says: str) -> None:
    said = sentence(OSError(number, os.strerror(number)), OUT)
    assert says in said
    assert "\n" not in said
    assert said.endswith(".")


def test_the_file_is_named_but_never_one_of_the_tree_that_is_being_made() -> None:
    cache = "/srv/.cache/photos/x"
    assert cache in sentence(OSError(errno.ENOSPC, "", cache), OUT)
    said = sentence(OSError(errno.ENOSPC, "", "/srv/.site-new-1234/a/index.html"), OUT)
    assert "ghi /srv/site;" in said


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ELOOP])
def test_a_build_ends_with_one_sentence_and_the_last_good_site(
    number: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = CatalogueFolder.copy("minimal")
    site = catalogue.root / "site"
    words = ["--products", str(catalogue.products), "--out", str(site), "--today", "2026-11-24"]
    assert program.main(["build", *words]) == 0
    before = (site / "index.html").read_bytes()
    capsys.readouterr()

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(pipeline, "print_site", refuse)
    assert program.main(["build", *words]) == 1
    said = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("…")]
    assert len(said) == 1
    assert said[0].endswith("Trang đang có giữ nguyên.")
    assert (site / "index.html").read_bytes() == before
