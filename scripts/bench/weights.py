"""How heavy the pages of two sites are by kind, and whether they say the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from scripts.bench.table import markdown, told

KIND = re.compile(r'class="page page-([a-z-]+)"')
UNSEEN = re.compile(r"<script\b.*?</script>|<[^>]*>", re.DOTALL)
SAMPLES = 25


@dataclass(slots=True)
class Kind:
    """The pages of a kind: how many, bytes on either side, how many samples say the same."""

    pages: int = 0
    ours: int = 0
    theirs: int = 0
    samples: int = 0
    same: int = 0
    lost: int = 0

    def cells(self, name: str) -> tuple[str, ...]:
        """The kind as the report prints it."""
        means = (self.ours / self.pages, self.theirs / max(1, self.pages - self.lost))
        share = f"{self.theirs / self.ours * 100 - 100:+.1f} %".replace(".", ",")
        return (name, told(self.pages, 0), *(told(mean, 0) for mean in means), share,
                f"{self.same}/{self.samples}")  # fmt: skip


@dataclass(slots=True)
class Weights:
    """All kinds by name."""

    kinds: dict[str, Kind] = field(default_factory=lambda: defaultdict(Kind))

    @property
    def total(self) -> Kind:
        """All kinds together."""
        return Kind(**{
            name: sum(getattr(kind, name) for kind in self.kinds.values())
            for name in ("pages", "ours", "theirs", "samples", "same", "lost")
        })  # fmt: skip

    def lines(self) -> Iterator[str]:
        """The table of the report."""
        head = ("loại trang", "số trang", "của ta (byte/trang)", "Hugo", "chênh", "mẫu cùng lời")
        rows = [kind.cells(name) for name, kind in sorted(self.kinds.items())]
        yield from markdown(head, [*rows, self.total.cells("tất cả")])


def weigh(ours: Path, theirs: Path) -> Weights:
    """Compare two trees, page by page; the words of the first pages of each kind."""
    weights = Weights()
    for file in sorted(ours.rglob("*.html")):
        html = file.read_text(encoding="utf-8")
        found = KIND.search(html)
        kind = weights.kinds[found[1] if found else "other"]
        kind.pages += 1
        kind.ours += file.stat().st_size
        other = theirs / file.relative_to(ours)
        if not other.is_file():
            kind.lost += 1
            continue
        kind.theirs += other.stat().st_size
        if kind.samples < SAMPLES:
            kind.samples += 1
            kind.same += words(html) == words(other.read_text(encoding="utf-8"))
    return weights


def words(html: str) -> list[str]:
    """What a reader sees of a page, word by word."""
    return unescape(UNSEEN.sub(" ", html)).split()
