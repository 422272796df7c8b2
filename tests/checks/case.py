"""The cases of the rules: a small change to a sample catalogue, and every line it must give.

A file of tests/checks/cases is a list of cases:

    - rule: score-range          the rule that the case is about
      name: điểm trên 100
      from: minimal              the catalogue that is changed
      file: products/…           the file that the steps work on, where it is not the usual one
      do:                        the steps, in order; `in` names another file for one step
        - change: ["stars: 4", "stars: 4\\n    score: 182.5"]
      expect:                    all problems, none more: message → what to write

`python -m tests.checks.case --write` writes what the rules say now; read the difference.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.checks import report
from scripts.records.types import Problem
from tests.builder import CatalogueFolder
from tests.images.samples import SAMPLES

FOLDER = Path(__file__).parent / "cases"
USUAL = {
    "minimal": "products/s/san-pham-mau/product.yml",
    "full": "products/r/ruou-mau/product.yml",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case; `steps` are as written, `expected` the lines in their order."""

    rule: str
    name: str
    catalogue: str
    file: str
    steps: tuple[Mapping[str, Any], ...]
    expected: tuple[str, ...]

    @property
    def id(self) -> str:
        """The name of the test."""
        return f"{self.rule}: {self.name}"

    def folder(self) -> CatalogueFolder:
        """A fresh catalogue with the steps done."""
        return self.done(CatalogueFolder.copy(self.catalogue))

    def done(self, folder: CatalogueFolder) -> CatalogueFolder:
        """The catalogue after the steps."""
        for step in self.steps:
            path = step.get("in", self.file)
            name, given = next((key, value) for key, value in step.items() if key != "in")
            _STEPS[name](folder, path, given)
        return folder


_Step = Callable[[CatalogueFolder, str, Any], object]
_STEPS: Mapping[str, _Step] = {
    "change": lambda folder, path, given: folder.change(path, *given),
    "append": lambda folder, path, given: folder.append(path, given),
    "write": lambda folder, _, given: folder.write(*given),
    "prepend": lambda folder, path, given: folder.write(
        path, bytes.fromhex(given) + (folder.root / path).read_bytes()
    ),
    "remove": lambda folder, _, given: folder.remove(given),
    "rename": lambda folder, _, given: folder.rename(*given),
    "link": lambda folder, _, given: folder.link(*given),
    "image": lambda folder, _, given: folder.write(given[0], SAMPLES[given[1]]()),
    "repeat": lambda folder, path, given: folder.write(path, given[0] * given[1]),
}


def lines(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Each problem as a case expects it."""
    return tuple(f"{report.line(one)} → {one.fix}" for one in problems)


def load() -> tuple[Case, ...]:
    """All cases, by file and in their order there."""
    return tuple(case for file in sorted(FOLDER.glob("*.yml")) for case in _cases(file))


def _cases(file: Path) -> Iterator[Case]:
    for entry in yaml.safe_load(file.read_text("utf-8")):
        yield Case(
            rule=entry["rule"],
            name=entry["name"],
            catalogue=entry["from"],
            file=entry.get("file", USUAL[entry["from"]]),
            steps=tuple(entry["do"]),
            expected=tuple(entry.get("expect", ())),
        )


def rewrite(file: Path) -> None:
    """Write into a file of cases what the rules say now."""
    blocks = file.read_text("utf-8").split("- rule: ")[1:]
    written = ""
    for block, case in zip(blocks, _cases(file), strict=True):
        said = lines(case.folder().problems())
        quoted = "".join(f"    - {json.dumps(line, ensure_ascii=False)}\n" for line in said)
        written += f"- rule: {block.partition('  expect:')[0]}  expect:\n{quoted}"
    file.write_text(written, "utf-8")


if __name__ == "__main__":
    assert sys.argv[1:] == ["--write"], "say --write"
    for one in sorted(FOLDER.glob("*.yml")):
        rewrite(one)
