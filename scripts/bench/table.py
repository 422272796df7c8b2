"""The rows of the report: what was measured, its budget and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from scripts.text import numbers

Verdict = Literal["đạt", "chưa đạt", "chưa đo", "chưa có", "kiểm thử"]
HEAD = ("ngân sách", "cỡ", "đo được", "hạn mức", "mong muốn", "kết quả", "chi tiết")
UNITS = {"×": 2, "%": 1, "kB": 1, "MiB": 0, "": 3, "nhân": 2, "yêu cầu": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One budget: `value` and `limit` in `unit`; `stretch`: the limit that one may hope for.

    `least`: the value must not be below the limit, instead of above. `size`: how many products.
    `absent`: why there is no value; then nothing is claimed.
    """

    what: str
    size: int | None = None
    value: float | None = None
    limit: float | None = None
    stretch: float | None = None
    unit: str = "×"
    least: bool = False
    detail: str = ""
    absent: Verdict = "chưa đo"

    @property
    def verdict(self) -> Verdict:
        """Whether the budget is kept."""
        if self.value is None or self.limit is None:
            return self.absent
        kept = self.value >= self.limit if self.least else self.value <= self.limit
        return "đạt" if kept else "chưa đạt"

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as the report prints it."""
        return (
            self.what,
            "" if self.size is None else numbers.format_number(self.size, "vi"),
            self._told(self.value, ""),
            self._told(self.limit, "≥ " if self.least else "≤ "),
            self._told(self.stretch, "≤ "),
            self.verdict,
            self.detail,
        )

    def _told(self, number: float | None, sign: str) -> str:
        if number is None:
            return ""
        unit = self.unit if self.unit in {"×", ""} else f" {self.unit}"
        return f"{sign}{told(number, UNITS.get(self.unit, 2))}{unit}"


def told(number: float, places: int) -> str:
    """A number as Vietnamese write it: a comma, no needless zeros."""
    digits = f"{number:.{places}f}"
    whole, _, rest = digits.partition(".")
    rest = rest.rstrip("0")
    if float(digits) == 0 and number:
        return f"< {told(10**-places, places)}"
    grouped = numbers.format_number(int(whole), "vi")
    return f"{grouped},{rest}" if rest else grouped


def ratio(ours: float | None, theirs: float | None) -> float | None:
    """Ours as a share of theirs; None where either was not measured."""
    return ours / theirs if ours is not None and theirs else None


def markdown(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table."""
    titles = list(head)
    yield f"| {' | '.join(titles)} |"
    yield f"|{'---|' * len(titles)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def counted(rows: Iterable[Row]) -> str:
    """How many rows have which verdict, in one line."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.verdict] = counts.get(row.verdict, 0) + 1
    return ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
