"""Pictures kept between builds: used again when whole and of the same photograph, else not."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.images import album, photo
from scripts.images.album import PhotoError, develop
from scripts.images.cache import KEPT, Photo, VanishedError
from tests.images.photographs import as_camera, saved, scene


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three photographs."""
    (tmp_path / "photos").mkdir()
    made = [tmp_path / "photos" / name for name in ("a.jpg", "b.png", "c.jpg")]
    made[0].write_bytes(as_camera("JPEG", 6))
    made[1].write_bytes(saved(scene((100, 80)), "PNG"))
    made[2].write_bytes(saved(scene((120, 80)).rotate(180), "JPEG"))
    return made


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "photos"


@pytest.fixture
def encoded(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The photographs that were encoded since."""
    done: list[bytes] = []
    render = photo.render

    def watched(raw: bytes) -> photo.Rendered:
        done.append(raw)
        return render(raw)

    monkeypatch.setattr(photo, "render", watched)
    return done


def bytes_of(made: Photo) -> list[bytes]:
    return [stored.read() for size in made.sizes for stored in (size.webp, size.jpeg)]


def test_what_is_kept_is_what_was_encoded(files: list[Path], cache: Path) -> None:
    made = develop(files, cache)
    assert list(made) == files
    for file in files:
        fresh = photo.render(file.read_bytes())
        assert bytes_of(made[file]) == [c for e in fresh.renditions for c in (e.webp, e.jpeg)]
        assert [(s.width, s.height) for s in made[file].sizes] == [
            (e.width, e.height) for e in fresh.renditions
        ]
        assert made[file].colour == fresh.colour


def test_nothing_is_encoded_twice(files: list[Path], cache: Path, encoded: list[bytes]) -> None:
    first = develop(files, cache)
    assert len(encoded) == 3
    assert develop(files, cache) == first
    assert len(encoded) == 3


def test_only_what_changed_is_encoded(files: list[Path], cache: Path, encoded: list[bytes]) -> None:
    before = develop(files, cache)
    files[2].write_bytes(saved(scene((120, 80)), "JPEG"))
    after = develop(files, cache)
    assert encoded[3:] == [files[2].read_bytes()]
    assert bytes_of(after[files[2]]) != bytes_of(before[files[2]])
    assert after[files[0]] == before[files[0]]


def test_another_way_to_encode_makes_all_anew(
    files: list[Path], cache: Path, encoded: list[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    develop(files, cache)
    album.recipe.cache_clear()
    monkeypatch.setattr(photo, "WIDTHS", (200, 400))
    try:
        made = develop(files, cache)
    finally:
        album.recipe.cache_clear()
    assert len(encoded) == 6
    assert [size.width for size in made[files[0]].sizes] == [200, 400]


def flipped(raw: bytes, place: int) -> bytes:
    return raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


def resealed(raw: bytes) -> bytes:
    """An entry without a photograph whose hash fits."""
    rest = b'{"key": 1}\n' + raw[100:]
    return hashlib.sha256(rest).hexdigest().encode() + b"\n" + rest


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "first byte": lambda raw: flipped(raw, 0),
    "description": lambda raw: flipped(raw, 80),
    "pixels": lambda raw: flipped(raw, len(raw) // 2),
    "last byte": lambda raw: flipped(raw, -1 % len(raw)),
    "cut": lambda raw: raw[:-1],
    "cut in its head": lambda raw: raw[:70],
    "empty": lambda raw: b"",
    "longer": lambda raw: raw + b"x",
    "no UTF-8": lambda raw: b"\xff" + raw[1:],
    "nothing inside": resealed,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_entry_is_made_anew(
    damage: str, files: list[Path], cache: Path, encoded: list[bytes]
) -> None:
    first = develop(files[1:2], cache)
    [entry] = cache.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(DAMAGE[damage](whole))
    assert develop(files[1:2], cache) == first
    assert len(encoded) == 2
    assert entry.read_bytes() == whole


def test_the_entry_of_another_photograph_is_not_taken(
    files: list[Path], cache: Path, encoded: list[bytes]
) -> None:
    develop(files[:1], cache)
    [wrong] = cache.iterdir()
    right = develop(files[1:2], cache)
    [entry] = set(cache.iterdir()) - {wrong}
    entry.write_bytes(wrong.read_bytes())
    assert bytes_of(develop(files[1:2], cache)[files[1]]) == [
        c for e in photo.render(files[1].read_bytes()).renditions for c in (e.webp, e.jpeg)
    ]
    assert right[files[1]].sizes[0].width == 100


def test_an_entry_that_goes_while_it_is_used_is_noticed(files: list[Path], cache: Path) -> None:
    made = develop(files, cache)
    stored = made[files[0]].sizes[0].webp
    stored.file.write_bytes(flipped(stored.file.read_bytes(), stored.start + 5))
    with pytest.raises(VanishedError):
        stored.read()
    stored.file.unlink()
    with pytest.raises(VanishedError):
        stored.read()


def test_a_photograph_that_cannot_be_read_is_named(files: list[Path], cache: Path) -> None:
    files[0].write_bytes(files[0].read_bytes()[:2000])
    with pytest.raises(PhotoError) as error:
        develop(files, cache)
    assert error.value.file == files[0]
    missing = files[0].with_name("khong-co.jpg")
    with pytest.raises(PhotoError) as error:
        develop([missing], cache)
    assert error.value.file == missing


def test_a_write_that_fails_leaves_nothing_behind(
    files: list[Path], cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="no space left"):
        develop(files[1:2], cache)
    assert list(cache.iterdir()) == []


def test_progress_is_told(files: list[Path], cache: Path) -> None:
    told: list[int] = []
    develop(files, cache, told.append)
    assert told == [1, 2, 3]


def test_what_nothing_uses_for_long_is_deleted(files: list[Path], cache: Path) -> None:
    develop(files[:2], cache)
    long_ago = time.time() - KEPT - 60
    for entry in cache.iterdir():
        os.utime(entry, (long_ago, long_ago))
    develop(files[:1], cache)
    assert len(list(cache.iterdir())) == 1


def test_no_photographs_need_no_folder(cache: Path) -> None:
    assert develop([], cache) == {}
    assert not cache.exists()


@pytest.mark.filterwarnings("error")
def test_odd_metadata_are_not_worth_a_word(tmp_path: Path, cache: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(saved(scene((64, 48)), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff"))
    assert len(develop([file], cache)) == 1
