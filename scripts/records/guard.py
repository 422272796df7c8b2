"""From bytes to text that is safe to parse: size, encoding, line ends, letters."""

from __future__ import annotations

from scripts.records import letters
from scripts.records.findings import Finding, RefusedError
from scripts.records.types import Mark

MAX_BYTES = 256 * 1024

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
UTF8_BOM = b"\xef\xbb\xbf"


def decode(raw: bytes) -> tuple[str, list[Finding]]:
    """The text of a record's file and what is wrong with its letters.

    Raises RefusedError when the file is too large, not UTF-8, empty, or holds characters that no
    YAML parser may see.
    """
    if len(raw) > MAX_BYTES:
        raise RefusedError(_too_large())
    if raw.startswith(UTF8_BOM):
        raise RefusedError(_bom())
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(_not_utf8(raw, error.start)) from None
    findings = [] if text.isascii() and text.isprintable() else letters.suspicious(text)
    for finding in findings:
        if finding.rule in letters.FATAL:
            raise RefusedError(finding)
    if not text.strip():
        raise RefusedError(_empty())
    return text, findings


def _too_large() -> Finding:
    return Finding(
        mark=Mark(),
        rule="file-too-large",
        message=f"tệp lớn hơn {MAX_BYTES // 1024} KiB",
        fix="hãy tách nội dung hoặc bỏ phần dán nhầm (ảnh, mã nhúng)",
    )


def _bom() -> Finding:
    return Finding(
        mark=Mark(),
        rule="file-bom",
        message="tệp có dấu BOM (ba byte ẩn ở đầu tệp)",
        fix="hãy chạy “python -m scripts format”, hoặc lưu lại dạng “UTF-8” không BOM",
    )


def _not_utf8(raw: bytes, index: int) -> Finding:
    before = raw[:index]
    line_start = before.rfind(b"\n") + 1
    wide = raw.startswith(_UTF16)
    kind = "“Unicode” (UTF-16)" if wide else "ANSI (Windows-1258, TCVN3)"
    return Finding(
        mark=Mark(before.count(b"\n") + 1, len(before[line_start:].decode("utf-8")) + 1),
        rule="file-not-utf8",
        message=f"tệp không phải UTF-8, có lẽ do Word hoặc Notepad lưu kiểu {kind}",
        fix="hãy mở lại bằng đúng bảng mã cũ rồi lưu dạng “UTF-8”",
    )


def _empty() -> Finding:
    return Finding(
        mark=Mark(),
        rule="file-empty",
        message="tệp rỗng",
        fix="hãy điền các trường bắt buộc, hoặc xoá tệp",
    )
