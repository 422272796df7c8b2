"""Files and folders below `products/`: each is read, or named in a problem."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from scripts.records import file_of, read
from scripts.records.paths import name_of
from tests.records.samples import SHOP


@pytest.fixture
def products(tmp_path: Path) -> Path:
    folder = tmp_path / "products"
    folder.mkdir()
    return folder


def put(products: Path, path: str, content: str | bytes = SHOP) -> Path:
    file = products / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return file


def told(products: Path) -> list[tuple[str, str, str]]:
    return [(one.path, one.rule, one.message) for one in read(products).problems]


def test_a_record_knows_its_place(products: Path) -> None:
    file = put(products, "_shops/cua-hang-mau.yml")
    [record] = read(products).records
    assert (record.kind, record.id) == ("shop", "cua-hang-mau")
    assert (record.path, record.file) == ("products/_shops/cua-hang-mau.yml", file)
    assert record.raw == SHOP.encode()
    assert record.mark("sources", 0, "supports").line == 7
    assert record.mark("sources", 0, "url") == record.mark("sources", 0)


def test_id_comes_from_the_path(products: Path) -> None:
    put(products, "_shops/ten-khac.yml")
    [record] = read(products).records
    assert (record.id, record.value.id) == ("ten-khac", "cua-hang-mau")


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("c/com-chay/product.yml", ("product", "com-chay")),
        ("x/com-chay/product.yml", ("product", "com-chay")),
        ("_producers/h/htx.yml", ("producer", "htx")),
        ("_decisions/qd-1.yml", ("decision", "qd-1")),
        ("_crafts/gom.yml", ("craft", "gom")),
        ("_shops/x.yml", ("shop", "x")),
        ("_videos/phim/video.yml", ("video", "phim")),
        ("_lists/groups.yml", ("list", "groups")),
        ("_lists/others.yml", None),
        ("c/com-chay/Product.yml", None),
        ("c/com-chay/product.yaml", None),
        ("c/com-chay/anh.jpg", None),
        ("product.yml", None),
        ("_producers/htx.yml", None),
        ("_decisions/q/qd-1.yml", None),
        ("c/com-chay/con/product.yml", None),
        ("_videos/video.yml", None),
    ],
)
def test_kind_by_path(path: str, named: tuple[str, str] | None) -> None:
    assert name_of(tuple(path.split("/"))) == named


@pytest.mark.parametrize("kind", ["product", "producer", "decision", "craft", "shop", "video"])
def test_the_place_of_a_record_is_where_it_is_looked_for(kind: str) -> None:
    assert name_of(file_of(kind, "mau-1").parts) == (kind, "mau-1")


UNKNOWN = """
    README.md _lists/others.yml c/com-chay/product.yaml c/anh.jpg _other/a.yml
    _decisions/anh.jpg _producers/htx.yml c/com-chay/goc/anh.jpg c/com-chay/du.yml
"""


@pytest.mark.parametrize("path", UNKNOWN.split())
def test_unknown_files_are_named(products: Path, path: str) -> None:
    put(products, path)
    message = "không nhận ra tệp này thuộc loại bản ghi nào"
    assert told(products) == [(f"products/{path}", "file-unknown", message)]


def test_pictures_and_captions_are_attachments(products: Path) -> None:
    files = [put(products, path) for path in ("_videos/phim/vi.vtt", "c/com-chay/anh.jpg")]
    reading = read(products)
    assert (reading.files, reading.problems) == (tuple(files), ())


def test_files_are_in_the_order_of_their_paths(products: Path) -> None:
    for path in ("c/com/product.yml", "_shops/b.yml", "c/com-1/product.yml", "_shops/a.yml"):
        put(products, path)
    paths = [file.relative_to(products).as_posix() for file in read(products).files]
    assert paths == ["_shops/a.yml", "_shops/b.yml", "c/com-1/product.yml", "c/com/product.yml"]


def test_links_are_never_followed(products: Path, tmp_path: Path) -> None:
    secret = put(tmp_path, "secret.yml", "password: x\n")
    put(tmp_path, "elsewhere/x/product.yml")
    (products / "_shops").mkdir()
    (products / "_shops" / "x.yml").symlink_to(secret)
    (products / "c").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (products / "vong").symlink_to(products, target_is_directory=True)
    (products / "gay").symlink_to(tmp_path / "nowhere")
    message = "là liên kết (symlink), không phải tệp thật"
    assert told(products) == [
        (f"products/{path}", "file-link", message) for path in ("_shops/x.yml", "c", "gay", "vong")
    ]
    assert read(products).files == ()


def test_special_files_are_not_opened(products: Path) -> None:
    os.mkfifo(products / "ong")
    assert told(products) == [("products/ong", "file-link", "không phải tệp thường")]


def test_folders_cannot_be_nested_for_ever(products: Path) -> None:
    put(products, "/".join("abcdefghij") + "/x.yml")
    assert told(products) == [("products/a/b/c/d/e/f/g", "file-unknown", "thư mục lồng quá sâu")]


# Linux alone lets a name hold bytes that are no text.
NOT_UTF8 = [os.fsdecode(b"\xff")] if sys.platform == "linux" else []


@pytest.mark.parametrize("name", ["a\nb.yml", "a\x1b[31m.yml", "a\u202eb.yml", *NOT_UTF8])
def test_odd_names_cannot_garble_the_screen(products: Path, name: str) -> None:
    put(products, f"_shops/{name}")
    [(path, rule, _)] = told(products)
    assert rule == "file-name"
    assert path.isprintable()


def test_unreadable_file_and_folder(products: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(products, "_shops/a.yml")
    put(products, "_crafts/b.yml")
    opened, scanned = Path.open, os.scandir

    def open_(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "a.yml":
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)  # type: ignore[call-overload]

    def scan(path: Path) -> object:
        if str(path).endswith("_crafts"):
            raise PermissionError(13, "Permission denied")
        return scanned(path)

    monkeypatch.setattr(Path, "open", open_)
    monkeypatch.setattr(os, "scandir", scan)
    assert [(path, rule) for path, rule, _ in told(products)] == [
        ("products/_crafts", "file-unreadable"),
        ("products/_shops/a.yml", "file-unreadable"),
    ]
    assert read(products).broken == {("shop", "a")}


def test_no_folder_at_all(tmp_path: Path) -> None:
    assert [rule for _, rule, _ in told(tmp_path / "products")] == ["file-unreadable"]


def test_broken_records_are_known(products: Path) -> None:
    put(products, "_shops/a.yml", "id: [")
    put(products, "_crafts/b.yml", "id: b\n")
    put(products, "_shops/c.yml", SHOP + "# còn đọc được\n")
    reading = read(products)
    assert reading.broken == {("shop", "a"), ("craft", "b")}
    assert [record.id for record in reading.records] == ["c"]
