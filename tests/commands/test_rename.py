"""`rename`: the file and its pictures move, everything that names the record follows."""

from __future__ import annotations

import io
import subprocess

import pytest

from scripts import pipeline, records
from scripts.commands import rewrite
from scripts.exports import addresses
from scripts.press.edition import Edition
from tests.builder import TODAY
from tests.commands.edits import Desk, files

FILES = {"/robots.txt", "/cho-can-bo/bao-cao-du-lieu.csv", "/manifest.json"}


def test_a_product_moves_with_its_pictures_and_all_follow(desk: Desk) -> None:
    before = desk.files()
    code, out = desk("rename", "ruou-mau", "nep-kim-son")
    assert code == 0, out
    assert not desk.there("r")
    after = desk.files()
    for picture in ("chai.jpg", "net-ve.png"):
        assert after[f"n/nep-kim-son/{picture}"] == before[f"r/ruou-mau/{picture}"]
    moved = desk.text("n/nep-kim-son/product.yml")
    assert moved.startswith("id: nep-kim-son\nname: Rượu nếp mẫu\n")
    assert "aliases:\n  - ruou-mau-cu\n  - ruou-nep-da-gop\n  - ruou-mau\n" in moved
    assert "  - nep-kim-son\n" in desk.text("_shops/cua-hang-mau.yml")
    assert "    product: nep-kim-son\n" in desk.text("_videos/phim-mau/video.yml")
    assert desk.errors() == []
    reading = desk.folder.read()
    assert all(records.canonical(record.value) == record.raw for record in reading.records)


@pytest.mark.parametrize(
    ("kind", "old", "file", "named"),
    [
        ("producer", "co-so-mau", "_producers/m/moi.yml", "producer: moi\n"),
        ("decision", "qd-tinh-2025-mau", "_decisions/moi.yml", "decision: moi\n"),
        ("craft", "nghe-coi-mau", "_crafts/moi.yml", "craft: moi\n"),
        ("shop", "cua-hang-mau", "_shops/moi.yml", "shop: moi\n"),
        ("video", "phim-mau", "_videos/moi/video.yml", ""),
    ],
)
def test_every_kind_of_record_can_be_renamed(
    desk: Desk, kind: str, old: str, file: str, named: str
) -> None:
    code, out = desk("rename", old, "moi", "--kind", kind)
    assert code == 0, out
    assert f"  - {old}\n" in desk.text(file)
    assert named in desk.text("r/ruou-mau/product.yml")
    assert desk.errors() == []


def edition(desk: Desk) -> Edition:
    """What would be published of the records."""
    checked = pipeline.check(desk.folder.products, TODAY)
    return pipeline.edition(pipeline.catalogue(checked, TODAY))


def test_the_old_address_leads_to_the_new_one(desk: Desk) -> None:
    before = edition(desk)
    assert desk("rename", "ruou-mau", "nep-kim-son")[0] == 0
    made = edition(desk)
    led = {page.address: page.onward for page in made.pages if page.onward}
    assert led["/san-pham/ruou-mau/"] == "/san-pham/nep-kim-son/"
    assert led["/en/san-pham/ruou-mau-cu/"] == "/en/san-pham/nep-kim-son/"
    assert led["/01/08930000000002/"] == "/san-pham/nep-kim-son/"
    locked = addresses.published(before.pages, before.assets)
    assert addresses.lost(locked, {page.address for page in made.pages} | FILES) == ()


def test_without_the_command_an_address_would_be_lost(desk: Desk) -> None:
    before = edition(desk)
    path = "products/g/gao-mau/product.yml"
    desk.folder.change(path, "id: gao-mau", "id: gao-tam")
    desk.folder.rename("products/g/gao-mau", "products/g/gao-tam")
    desk.folder.change("products/_shops/cua-hang-mau.yml", "  - gao-mau", "  - gao-tam")
    assert desk.errors() == []
    served = {page.address for page in edition(desk).pages} | FILES
    lost = addresses.lost(addresses.published(before.pages, before.assets), served)
    assert [one.address for one in lost] == ["/san-pham/gao-mau/", "/en/san-pham/gao-mau/"]
    assert "aliases: [gao-mau]" in lost[0].message


def test_a_record_takes_an_old_id_of_its_own_again(desk: Desk) -> None:
    assert desk("rename", "ruou-mau", "nep-kim-son")[0] == 0
    assert desk("rename", "nep-kim-son", "ruou-mau")[0] == 0
    assert "  - ruou-nep-da-gop\n  - nep-kim-son\nmerged" in desk.text("r/ruou-mau/product.yml")
    assert desk.errors() == []


@pytest.mark.parametrize("said", ["ruou-mau-cu", "Rượu nếp mẫu", "ruou nep mau", "RUOU MAU"])
def test_a_record_is_found_by_what_people_call_it(desk: Desk, said: str) -> None:
    code, out = desk("rename", said, "nep-kim-son")
    assert code == 0, out
    assert desk.there("n/nep-kim-son/product.yml")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ruou-mua", "moi", "Không có sản phẩm"),
        ("ruou-mua", "moi", "ruou-mau – Rượu nếp mẫu (sản phẩm)"),
        ("ruou-mau", "Rượu", "không phải một mã"),
        ("ruou-mau", "a-z", "tên dành cho một trang khác"),
        ("ruou-mau", "trang-2", "tên dành cho một trang khác"),
        ("ruou-mau", "gao-mau", "đang là mã của products/g/gao-mau/product.yml"),
        ("gao-mau", "ruou-mau-cu", "từng là mã của products/r/ruou-mau/product.yml"),
        ("ruou-mau", "ruou-mau", "đã là mã của bản ghi này"),
        ("ruou-mau", "con", "tên thiết bị của Windows"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(
    desk: Desk, old: str, new: str, said: str
) -> None:
    before = desk.files()
    code, out = desk("rename", old, new)
    assert code == 1
    assert said in out
    assert out.rstrip().endswith("Chưa ghi tệp nào.")
    assert desk.files() == before


def test_one_word_for_two_records_needs_the_kind(desk: Desk) -> None:
    desk.folder.change("products/_shops/cua-hang-mau.yml", "id: cua-hang-mau", "id: ruou-mau")
    desk.folder.rename("products/_shops/cua-hang-mau.yml", "products/_shops/ruou-mau.yml")
    desk.folder.change("products/r/ruou-mau/product.yml", "shop: cua-hang-mau", "shop: ruou-mau")
    code, out = desk("rename", "ruou-mau", "moi")
    assert (code, "chỉ nhiều bản ghi" in out) == (1, True)
    assert desk("rename", "ruou-mau", "moi", "--kind", "shop")[0] == 0
    assert desk.there("_shops/moi.yml")


def test_the_whole_difference_is_shown_before_it_asks(desk: Desk) -> None:
    before = desk.files()
    code, out = desk("rename", "ruou-mau", "nep-kim-son", answers="k\n")
    assert code == 1
    assert "=== chuyển products/r/ruou-mau/chai.jpg → products/n/nep-kim-son/chai.jpg" in out
    assert "-id: ruou-mau\n+id: nep-kim-son\n" in out
    assert "-  - ruou-mau\n+  - nep-kim-son\n" in out
    assert out.index("+id: nep-kim-son") < out.index("Ghi 5 tệp [C/k]")
    assert desk.files() == before
    assert desk("rename", "ruou-mau", "nep-kim-son", answers="")[0] == 1
    assert desk.files() == before
    assert desk("rename", "ruou-mau", "nep-kim-son", answers="c\n")[0] == 0
    assert desk.there("n/nep-kim-son/product.yml")


def test_a_difference_is_coloured_on_a_terminal_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b" not in desk("rename", "ruou-mau", "moi", answers="k\n")[1]
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    out = desk("rename", "ruou-mau", "moi", answers="k\n")[1]
    assert "\x1b[31m-id: ruou-mau\x1b[0m\n\x1b[32m+id: moi\x1b[0m\n" in out


def test_records_that_cannot_be_read_stop_it(desk: Desk) -> None:
    desk.folder.write("products/_crafts/hong.yml", "id: [")
    code, out = desk("rename", "ruou-mau", "moi")
    assert code == 1
    assert "Còn tệp không đọc được, hãy sửa trước:\nproducts/_crafts/hong.yml:" in out


def test_an_error_of_long_standing_elsewhere_does_not_stop_it(desk: Desk) -> None:
    desk.folder.write("products/x/la.txt", "?")
    desk.folder.change(
        "products/g/gao-mau/product.yml", "producer: co-so-mau", "producer: khong-co"
    )
    assert desk("rename", "ruou-mau", "moi")[0] == 0


@pytest.mark.parametrize("step", ["copy", "apply", "_news", "_state"])
def test_whatever_breaks_before_the_end_leaves_the_records(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    before, beside = desk.files(), {path.name for path in desk.folder.root.iterdir()}
    done = getattr(rewrite, step)

    def broken(*given: object) -> object:
        done(*given)
        raise OSError("hết chỗ trên đĩa")

    monkeypatch.setattr(rewrite, step, broken)
    code, out = desk("rename", "ruou-mau", "moi")
    assert (code, "hết chỗ trên đĩa. Chưa ghi tệp nào." in out) == (1, True)
    assert desk.files() == before
    left = {path.name for path in desk.folder.root.iterdir()}
    assert left - beside <= {".products-lock"}


def test_what_others_write_meanwhile_is_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Meanwhile(io.StringIO):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            desk.folder.append("products/g/gao-mau/product.yml", "# của người khác\n")
            return "c\n"

    monkeypatch.setattr(io, "StringIO", Meanwhile)
    code, out = desk("rename", "ruou-mau", "moi", answers="c\n")
    assert (code, "vừa bị sửa ở nơi khác" in out) == (1, True)
    assert desk.there("r/ruou-mau/product.yml")
    assert "của người khác" in desk.text("g/gao-mau/product.yml")


def test_git_sees_a_plain_change_of_files(desk: Desk) -> None:
    def git(*words: str) -> str:
        made = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        done = subprocess.run(
            made, cwd=desk.folder.root, capture_output=True, text=True, check=True
        )
        return done.stdout

    git("init", "-q")
    (desk.folder.root / ".gitignore").write_text(".products-*\n")
    git("add", ".")
    git("commit", "-q", "-m", "x")
    assert desk("rename", "ruou-mau", "nep-kim-son")[0] == 0
    git("add", ".")
    assert git("diff", "--cached", "--name-status", "-M50").split() == [
        *("M", "products/_shops/cua-hang-mau.yml"),
        *("M", "products/_videos/phim-mau/video.yml"),
        *("R100", "products/r/ruou-mau/chai.jpg", "products/n/nep-kim-son/chai.jpg"),
        *("R100", "products/r/ruou-mau/net-ve.png", "products/n/nep-kim-son/net-ve.png"),
        *("R099", "products/r/ruou-mau/product.yml", "products/n/nep-kim-son/product.yml"),
    ]


def test_files_that_stay_keep_their_content_and_are_not_shared_afterwards(desk: Desk) -> None:
    before = desk.files()
    assert desk("rename", "ruou-mau", "moi")[0] == 0
    same = {path: raw for path, raw in files(desk.folder.products).items() if path in before}
    assert same["g/gao-mau/product.yml"] == before["g/gao-mau/product.yml"]
    assert (desk.folder.products / "g/gao-mau/product.yml").stat().st_nlink == 1
