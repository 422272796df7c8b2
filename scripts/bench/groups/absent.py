"""What is measured elsewhere, and what is not built yet: named, without a figure."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.bench.bench import Bench
from scripts.bench.table import Row, Verdict

TESTED: Verdict = "kiểm thử"
LATER: Verdict = "chưa có"
ROWS: tuple[tuple[str, Verdict, str], ...] = (
    ("axe-core: 0 vi phạm", TESTED, "tests/browser/test_accessibility.py"),
    ("Nu HTML: 0 lỗi", TESTED, "tests/built/test_whole_site.py"),
    ("câu trả lời trọn trong màn hình đầu 360 × 640", TESTED, "tests/browser/test_phone.py"),
    ("Lighthouse di động", LATER, ""),
    ("bản in (PDF), 1.000 sản phẩm", LATER, ""),
    ("cột dữ liệu để lọc, 1.000 sản phẩm", LATER, ""),
    ("PhotoSwipe, .xlsx, máy quét: chỉ khi chạm", LATER, ""),
)


def rows(bench: Bench) -> Iterator[Row]:
    """The rows without a figure."""
    return (Row(what=what, absent=verdict, detail=why) for what, verdict, why in ROWS)
