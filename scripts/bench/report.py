"""The report of a run: where it ran, the table, what either side leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from scripts.bench import machine
from scripts.bench.table import HEAD, Row, counted, markdown, told
from scripts.bench.weights import Weights
from scripts.text import dates, numbers

METHOD = Path(__file__).with_name("method.md")


def lines(
    rows: Sequence[Row],
    weights: Mapping[int, Weights],
    *,
    sizes: Sequence[int],
    today: date,
    minutes: float,
    load: float | None,
) -> Iterator[str]:
    """The whole report in Markdown."""
    yield "# Đo tốc độ và dung lượng"
    yield ""
    yield "Do `make bench` viết; đừng sửa tay. Cách đo ở cuối trang."
    yield ""
    yield from machine.lines()
    yield f"- Bản ghi: mẫu mầm 1, cỡ {_sizes(sizes)}; ngày tính {dates.format_day(today, 'vi')}"
    yield f"- Lượt đo mất {told(minutes, 0)} phút{_busy(load)}"
    yield f"- Kết quả: {counted(rows)}"
    yield ""
    yield from markdown(HEAD, (row.cells for row in rows))
    for size, weighed in weights.items():
        yield ""
        yield f"## Trang của ta và của Hugo, {numbers.format_number(size, 'vi')} sản phẩm"
        yield ""
        yield from weighed.lines()
    yield ""
    yield METHOD.read_text(encoding="utf-8").rstrip()


def _busy(load: float | None) -> str:
    """How busy the machine was, and what that means for the figures."""
    if load is None:
        return ""
    cores = machine.cores()
    said = f"; tải máy lúc bắt đầu {told(load, 1)} trên {cores} nhân"
    spoilt = ": máy bận việc khác, tỉ số theo thời gian kém tin, hãy xem tỉ số theo CPU và đo lại"
    return said + spoilt * (load > cores / 2)


def _sizes(sizes: Sequence[int]) -> str:
    return " và ".join(numbers.format_number(size, "vi") for size in sizes)
