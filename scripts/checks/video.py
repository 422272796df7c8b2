"""Videos: what each kind needs, chapters in time, captions that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from scripts.checks.context import Context
from scripts.checks.registry import Found, at, rule

YOUTUBE = frozenset({"youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com"})
# First bytes of the two kinds of film that browsers play: ISO media (after its length) and WebM.
_FILM_MARKS = ((4, b"ftyp"), (0, b"\x1a\x45\xdf\xa3"))
_FILM_ENDINGS = (".mp4", ".webm")
_CAPTION_HEAD = ("WEBVTT", "\ufeffWEBVTT")


@rule("video-need", "error", "Video thiếu tệp hoặc địa chỉ")
def video_has_what_its_kind_needs(context: Context) -> Iterator[Found]:
    """A `file` has a file; `youtube` has an address; a `page` has one, or a source that has."""
    for record in context.videos:
        needed = {"file": "file", "youtube": "url", "page": "url"}.get(record.value.kind)
        cited = record.value.kind == "page" and any(one.url for one in record.value.sources)
        if needed and not getattr(record.value, needed) and not cited:
            message = f"video kind: {record.value.kind} mà thiếu {needed}"
            yield at(record, ("kind",), message, f"hãy ghi {needed}, hoặc chọn kind khác")


@rule("video-youtube", "error", "Địa chỉ không phải của YouTube")
def youtube_is_youtube(context: Context) -> Iterator[Found]:
    """A video of kind `youtube` is on a host of YouTube."""
    for record in context.videos:
        url = record.value.url
        if record.value.kind != "youtube" or not url or not url.startswith("https://"):
            continue
        host = _host(url)
        if host not in YOUTUBE:
            message = f"kind: youtube nhưng địa chỉ thuộc “{host}”"
            yield at(record, ("url",), message, "hãy ghi địa chỉ youtube.com, hoặc kind: page")


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@rule("video-file", "error", "Tệp phim không đúng dạng")
def film_is_a_film(context: Context) -> Iterator[Found]:
    """A film is MP4 or WebM by its content and by its ending."""
    for record in context.videos:
        name = record.value.file
        if not name or name not in context.attachments.get(record.file.parent, ()):
            continue
        head = _head(context, record.file.parent / name)
        known = any(head[start : start + len(mark)] == mark for start, mark in _FILM_MARKS)
        if not known or not name.endswith(_FILM_ENDINGS):
            message = f"“{name}” không phải phim MP4 hay WebM"
            yield at(record, ("file",), message, "hãy xuất phim dạng .mp4 (H.264) hoặc .webm")


@rule("caption-form", "error", "Phụ đề không đúng dạng WebVTT")
def caption_is_webvtt(context: Context) -> Iterator[Found]:
    """A caption file ends in .vtt and begins with WEBVTT, one for each language."""
    for record in context.videos:
        languages: set[str] = set()
        for index, caption in enumerate(record.value.captions):
            location = ("captions", index, "file")
            present = caption.file in context.attachments.get(record.file.parent, ())
            head = _head(context, record.file.parent / caption.file) if present else b"WEBVTT"
            text = head.decode("utf-8", "replace")
            if not caption.file.endswith(".vtt") or not text.startswith(_CAPTION_HEAD):
                message = f"“{caption.file}” không phải phụ đề WebVTT"
                yield at(record, location, message, "hãy lưu dạng .vtt, dòng đầu là WEBVTT")
            if caption.language in languages:
                message = f"đã có phụ đề tiếng “{caption.language}”"
                yield at(record, ("captions", index), message, "hãy giữ mỗi ngôn ngữ một tệp")
            languages.add(caption.language)


def _head(context: Context, file: Path) -> bytes:
    heads: dict[Path, bytes] = context.memo.setdefault("heads", {})
    if file not in heads:
        try:
            with file.open("rb") as stream:
                heads[file] = stream.read(32)
        except OSError:
            heads[file] = b""
    return heads[file]


@rule("chapter-order", "error", "Chương của video không theo thứ tự")
def chapters_ascend(context: Context) -> Iterator[Found]:
    """Each chapter begins after the one before."""
    for record in context.videos:
        chapters = record.value.chapters
        for index in range(1, len(chapters)):
            before, here = chapters[index - 1], chapters[index]
            if here.at <= before.at:
                yield at(
                    record,
                    ("chapters", index, "at"),
                    f"chương “{here.title}” ở giây {here.at}, "
                    f"không sau chương trước (giây {before.at})",
                    "hãy xếp các chương theo thời gian",
                )


@rule("chapter-end", "error", "Chương nằm ngoài video")
def chapters_are_within(context: Context) -> Iterator[Found]:
    """No chapter begins after the end of the video."""
    for record in context.videos:
        duration = record.value.duration
        for index, chapter in enumerate(record.value.chapters):
            if duration is not None and chapter.at >= duration:
                yield at(
                    record,
                    ("chapters", index, "at"),
                    f"chương “{chapter.title}” ở giây {chapter.at}, "
                    f"mà video chỉ dài {duration} giây",
                    "hãy xem lại at và duration",
                )
