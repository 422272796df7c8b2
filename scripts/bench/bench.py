"""One run of the bench: its folder, its sizes, and what several rows measure."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from scripts.bench import processes
from scripts.bench.peers import hugo, material
from scripts.bench.processes import Run, python
from scripts.bench.weights import Weights, weigh
from scripts.pipeline import PHOTOS
from scripts.text import numbers

SEED = 1
RUNS = 3
RUNS_FULL = 1
MANY = 5_000
COMPARED = "so trang với Hugo"


@dataclass(slots=True)
class Bench:
    """What the groups of rows share.

    `sizes`: numbers of products, the everyday one first. `runs`: how often each thing is run,
    where that is not left to the size. `kept`: what was made, by what it is and its size.
    """

    folder: Path
    sizes: tuple[int, ...]
    today: date
    say: Callable[[str], None]
    runs: int | None = None
    kept: dict[tuple[str, int], Any] = field(default_factory=dict)

    @property
    def everyday(self) -> int:
        """The size at which everything is measured."""
        return self.sizes[0]

    def times(self, size: int) -> int:
        """How often something is run at a size."""
        return self.runs or (RUNS if size < MANY else RUNS_FULL)

    def _once(self, what: str, size: int, make: Callable[[], Any]) -> Any:
        key = what, size
        if key not in self.kept:
            self.say(f"{what}, {numbers.format_number(size, 'vi')} sản phẩm")
            self.kept[key] = make()
        return self.kept[key]

    def path(self, what: str, size: int) -> Path:
        """A folder of this run."""
        return self.folder / f"{what}-{size}"

    def drop(self, what: str, size: int) -> None:
        """Delete a folder of this run: the trees stand in memory."""
        shutil.rmtree(self.path(what, size), ignore_errors=True)

    def products(self, size: int) -> Path:
        """The sample catalogue of so many products."""
        out = self.path("mau", size) / "products"

        def make() -> Path:
            words = ["sample", str(size), "--seed", str(SEED), "--out", str(out)]
            processes.run(python("-m", "scripts", *words))
            return out

        made: Path = self._once("tạo danh mục mẫu", size, make)
        return made

    def site(self, size: int) -> Path:
        """Our site of the sample, as `build` makes it."""
        self.built(size)
        return self.path("ours", size)

    def built(self, size: int) -> Run:
        """`build`, with the pictures in their cache and nothing else."""
        products, out = self.products(size), self.path("ours", size)
        command = python("-m", "scripts", "build", "--products", products, "--out", out)
        command += ["--today", self.today.isoformat()]

        def make() -> Run:
            self.child("pictures", products, PHOTOS)
            return processes.middle(self.times(size), lambda: fresh(out, command))

        made: Run = self._once("dựng trang của ta (build)", size, make)
        return made

    def hugo(self, size: int) -> Run:
        """Hugo on a site that says the same."""
        tree, made_for_it, out = (
            self.site(size),
            self.path("hugo-in", size),
            self.path("hugo", size),
        )

        def make() -> Run:
            hugo.write(tree, made_for_it)
            command = hugo.command(made_for_it, out)
            return processes.middle(self.times(size), lambda: fresh(out, command))

        made: Run = self._once("dựng bằng Hugo", size, make)
        return made

    def weights(self, size: int) -> Weights:
        """How heavy the pages of both are, and whether samples say the same."""
        self.hugo(size)
        pair = self.site(size), self.path("hugo", size)
        made: Weights = self._once(COMPARED, size, lambda: weigh(*pair))
        return made

    @property
    def weighed(self) -> dict[int, Weights]:
        """The weights that have been compared, by size."""
        return {size: made for (what, size), made in self.kept.items() if what == COMPARED}

    def plain(self, size: int, *, search: bool = False) -> Run:
        """MkDocs and Material with the same pages as ordinary generated ones."""
        what = "plain-search" if search else "plain"
        out = self.path(what, size)

        def make() -> Run:
            source = material.write(self.site(size), self.path(f"{what}-in", size), search=search)
            return processes.middle(1, lambda: fresh(out, material.command(source, out)))

        made: Run = self._once(f"dựng bằng MkDocs + Material ({what})", size, make)
        return made

    def child(self, name: str, *words: str | Path) -> tuple[Run, Any]:
        """A part of ours in a process of its own: the run, and the JSON that it prints last."""
        run = processes.run(python("-m", f"scripts.bench.children.{name}", *words))
        return run, json.loads(run.said.splitlines()[-1])


def fresh(out: Path, command: list[str]) -> Run:
    """Run a program that writes the folder `out`, which is not there yet."""
    shutil.rmtree(out, ignore_errors=True)
    return processes.run(command)
