from __future__ import annotations

import struct
import tracemalloc
from pathlib import Path

import pytest

from scripts.images.facts import MAX_BYTES, MAX_PIXELS, ImageFacts, facts, read
from tests.images.samples import SAMPLES, animated, drawn, png_of, with_gps, with_gps_in_xmp

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")


@pytest.mark.parametrize("format", FORMATS)
def test_a_good_image_is_told_as_it_is(format: str) -> None:
    raw = drawn(format)
    assert facts(raw) == ImageFacts(
        format=format,  # type: ignore[arg-type]
        bytes=len(raw),
        width=64,
        height=48,
        complete=True,
    )


@pytest.mark.parametrize("name", ["jpeg-progressive", "webp-lossless"])
def test_the_other_encodings_of_a_format_are_good_too(name: str) -> None:
    found = facts(SAMPLES[name]())
    assert (found.width, found.height, found.complete, found.trailing) == (64, 48, True, 0)


@pytest.mark.parametrize("format", FORMATS)
def test_a_place_in_the_metadata_is_seen(format: str) -> None:
    assert facts(with_gps(format)).has_gps
    assert not facts(drawn(format)).has_gps


def test_a_place_in_xmp_is_seen() -> None:
    assert facts(with_gps_in_xmp()).has_gps


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_frames_are_counted(format: str) -> None:
    assert facts(animated(format)).frames == 2


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_cut_image_is_not_complete(format: str, share: float) -> None:
    raw = drawn(format, (256, 256))
    assert not facts(raw[: int(len(raw) * share)]).complete
    assert not facts(raw[:-1]).complete


def test_broken_pixels_are_not_complete() -> None:
    raw = bytearray(drawn("PNG"))
    raw[raw.index(b"IDAT") + 6] ^= 0xFF
    assert not facts(bytes(raw)).complete


@pytest.mark.parametrize("format", FORMATS)
def test_bytes_after_the_image_are_counted(format: str) -> None:
    assert facts(drawn(format) + b"PK\x03\x04....").trailing == 8


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        (b"<script>alert(1)</script>", "HTML"),
        (b"<!DOCTYPE html>", "HTML"),
        (b"<?php system(1)", "PHP"),
        (b"%PDF-1.7", "PDF"),
    ],
)
def test_another_kind_of_file_inside_is_named(inside: bytes, name: str) -> None:
    assert facts(drawn("JPEG", comment=inside)).foreign == name


@pytest.mark.parametrize("raw", [b"", b"\xff\xd8\xff", b"<html>", b"GIF89a", b"\x89PNG\r\n\x1a\n"])
def test_anything_gives_facts(raw: bytes) -> None:
    assert not facts(raw).complete


def test_other_formats_have_no_name() -> None:
    assert facts(drawn("GIF")).format is None
    assert facts(drawn("TIFF")).format is None


def test_a_hundred_megapixels_are_refused_without_their_memory() -> None:
    raw = png_of(10_000, 10_000)
    assert len(raw) < 100_000
    tracemalloc.start()
    found = facts(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.pixels, found.complete) == (100_000_000, False)
    assert found.pixels > MAX_PIXELS
    assert peak < 1_000_000


def test_a_webp_that_declares_a_huge_canvas_is_not_decoded() -> None:
    raw = bytearray(animated("WEBP"))
    raw[24:30] = (16382).to_bytes(3, "little") * 2
    assert facts(bytes(raw)).pixels == 16383**2


def test_a_jpeg_whose_header_lies_about_its_length_ends_the_reading() -> None:
    raw = bytearray(drawn("JPEG"))
    raw[4:6] = struct.pack(">H", 0xFFFF)
    assert not facts(bytes(raw)).complete


def test_a_file_is_read_and_one_too_large_is_not(tmp_path: Path) -> None:
    good, large = tmp_path / "a.jpg", tmp_path / "b.jpg"
    good.write_bytes(drawn("JPEG"))
    large.write_bytes(drawn("JPEG") + bytes(MAX_BYTES))
    assert read(good).complete
    assert read(large) == ImageFacts(bytes=large.stat().st_size)
    assert read(tmp_path / "c.jpg") == ImageFacts()
