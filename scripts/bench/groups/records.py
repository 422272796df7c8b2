"""`check` alone, and the pictures."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.bench import processes
from scripts.bench.bench import MANY, Bench
from scripts.bench.processes import python
from scripts.bench.table import Row, ratio, told

CHECK = 4.0
CHECK_MEMORY = 400.0
UNCHANGED = 2.0
LEAST_BUSY = 1.5


def rows(bench: Bench) -> Iterator[Row]:
    """The rows of the records."""
    for size in bench.sizes:
        yield from _check(bench, size)
    yield from _pictures(bench, bench.everyday)


def _check(bench: Bench, size: int) -> Iterator[Row]:
    products = bench.products(size)
    command = python("-m", "scripts", "check", "--products", products)
    command += ["--today", bench.today.isoformat()]
    checked = processes.middle(bench.times(size), lambda: processes.run(command))
    composing = processes.middle(bench.times(size), lambda: bench.child("composing", products)[0])
    yield Row(what="check so với yaml.compose (libyaml) của cùng các tệp", size=size, limit=CHECK,
              value=ratio(checked.seconds, composing.seconds),
              detail=f"{checked.told}; compose {composing.told}")  # fmt: skip
    if size >= MANY:
        yield Row(what="check: bộ nhớ", size=size, unit="MiB", value=checked.peak,
                  limit=CHECK_MEMORY)  # fmt: skip


def _pictures(bench: Bench, size: int) -> Iterator[Row]:
    _, found = bench.child("pictures", bench.products(size), bench.path("anh", size))
    share = ratio(found["unchanged"], found["encoding"])
    yield Row(what="ảnh không đổi so với mã hoá lại", size=size, unit="%", limit=UNCHANGED,
              value=share and share * 100, detail=f"{found['files']} ảnh; mã hoá "
              f"{told(found['encoding'], 2)} s")  # fmt: skip
    yield Row(what="ảnh mới: số nhân bận khi mã hoá", size=size, unit="nhân", limit=LEAST_BUSY,
              least=True, value=found["cores"])  # fmt: skip
