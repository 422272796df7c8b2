"""Rows A and B, what they are measured against, and how they grow."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from scripts.bench.bench import MANY, Bench
from scripts.bench.processes import Run
from scripts.bench.table import Row, ratio, told

# Limits of time and of memory against Hugo, and of time against plain MkDocs, by size.
PAGES = {"small": (1.0, 0.8), "large": (0.35, 0.25)}
PAGES_MEMORY = 0.15
PLAIN = 0.10
BUILD = {"small": 2.0, "large": 1.0}
BUILD_MEMORY = 0.25
WRITING, WRITING_STRETCH = 10.0, 6.0
GROWTH = 14.0


def rows(bench: Bench) -> Iterator[Row]:
    """All of them, size by size; Hugo's trees go as soon as they have been compared."""
    for size in bench.sizes:
        yield from _pages(bench, size)
        yield from _build(bench, size)
        bench.weights(size)
        bench.drop("hugo-in", size)
        bench.drop("hugo", size)
    yield from _plain(bench, bench.everyday)
    yield _growth(bench)


def _kind(size: int) -> str:
    return "large" if size >= MANY else "small"


def _pages(bench: Bench, size: int) -> Iterator[Row]:
    """Row A; the writing alone is measured beside it."""
    products, out = bench.products(size), bench.path("a", size)
    hugo = bench.hugo(size)
    runs = []
    for _ in range(bench.times(size)):
        bench.drop("a", size)
        runs.append(bench.child("pages", products, out, bench.today.isoformat()))
    bench.drop("a", size)
    seconds, cpu = (median(found[name] for _, found in runs) for name in ("seconds", "cpu"))
    peak = max(run.peak for run, _ in runs)
    bench.kept["A", size] = seconds
    limit, stretch = PAGES[_kind(size)]
    yield Row(what="A: các trang, thời gian so với Hugo", size=size, limit=limit, stretch=stretch,
              value=ratio(seconds, hugo.seconds),
              detail=f"{told(seconds, 2)} s (CPU {told(cpu, 2)} s); Hugo {hugo.told}; "
              f"{_by_cpu(cpu, hugo)}; n = {len(runs)}")  # fmt: skip
    if _kind(size) == "large":
        said = f"{told(peak, 0)} MiB, kể cả đọc và kiểm tra; Hugo {told(hugo.peak, 0)} MiB"
        yield Row(what="A: các trang, bộ nhớ so với Hugo", size=size, limit=PAGES_MEMORY,
                  value=ratio(peak, hugo.peak), detail=said)  # fmt: skip
    yield _writing(bench, size, seconds)


def _by_cpu(cpu: float, hugo: Run) -> str:
    """The same ratio by processor seconds, which others' work on the machine spoils less."""
    return f"theo CPU {told(cpu / hugo.cpu, 2)}×"


def _writing(bench: Bench, size: int, seconds: float) -> Row:
    out = bench.path("chi-ghi", size)
    limits = []
    for _ in range(bench.times(size)):
        bench.drop("chi-ghi", size)
        limits.append(bench.child("writing", bench.site(size), out)[1]["seconds"])
    bench.drop("chi-ghi", size)
    floor = median(limits)
    return Row(what="A so với chỉ ghi cùng những byte ấy", size=size, limit=WRITING,
               stretch=WRITING_STRETCH, value=ratio(seconds, floor),
               detail=f"chỉ ghi: {told(floor, 2)} s")  # fmt: skip


def _build(bench: Bench, size: int) -> Iterator[Row]:
    ours, hugo = bench.built(size), bench.hugo(size)
    yield Row(what="B: build, thời gian so với Hugo", size=size, limit=BUILD[_kind(size)],
              value=ratio(ours.seconds, hugo.seconds),
              detail=f"{ours.told}; Hugo {hugo.told}; {_by_cpu(ours.cpu, hugo)}")  # fmt: skip
    yield Row(what="B: build, bộ nhớ so với Hugo", size=size, limit=BUILD_MEMORY,
              value=ratio(ours.peak, hugo.peak))  # fmt: skip


def _plain(bench: Bench, size: int) -> Iterator[Row]:
    plain = bench.plain(size)
    seconds = bench.kept["A", size]
    yield Row(what="A: các trang so với MkDocs + Material thường", size=size, limit=PLAIN,
              value=ratio(seconds, plain.seconds),
              detail=f"MkDocs + Material {plain.told}, n = 1")  # fmt: skip


def _growth(bench: Bench) -> Row:
    what = "B tăng từ cỡ nhỏ lên cỡ lớn"
    if len(bench.sizes) == 1:
        return Row(what=what, limit=GROWTH)
    small, large = (bench.built(size).seconds for size in bench.sizes)
    few, many = (bench.weights(size).total.pages for size in bench.sizes)
    return Row(what=what, limit=GROWTH, value=ratio(large, small),
               detail=f"số trang gấp {told(many / few, 1)}")  # fmt: skip
