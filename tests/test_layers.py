"""Imports point one way, engine and size limits hold; see the table of rooms in HACKING.md."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "scripts"
LONGEST_MODULE, LONGEST_FUNCTION = 300, 30

# What each room may import of ours, besides itself. A name with a dot is that module alone.
ROOMS: dict[str, frozenset[str]] = {
    "text": frozenset(),
    "schema": frozenset({"text"}),
    "records": frozenset({"schema", "text", "processes"}),
    "images": frozenset(),
    "checks": frozenset({"schema", "records", "images", "text"}),
    "model": frozenset({"records", "schema", "text"}),
    "i18n": frozenset({"text"}),
    "pages": frozenset({"model", "schema", "i18n", "text"}),
    "exports": frozenset({"model", "schema", "i18n", "text", "pages.types", "processes"}),
    "press": frozenset({"pages.types", "processes"}),
    "processes": frozenset(),
}
INNER = frozenset(ROOMS)
# The rim: what commands are made of.
ROOMS |= {
    "preview": frozenset(),
    "publish": frozenset(),
    "bootstrap": frozenset(),
    "webfonts": frozenset(),
    "appicons": frozenset({"bootstrap"}),
    "edits": frozenset({"records", "schema", "text"}),
    "samples": frozenset({"records", "schema", "text"}),
    "hosting": frozenset(),
    "gates": frozenset({"exports", "model", "records", "text", "pages.types"}),
    "repository": frozenset({"pages.types"}),
    "specimens": frozenset({"records", "model", "pages.types"}),
    "pipeline": INNER | {"repository", "specimens"},
    "live": INNER | {"pipeline", "preview", "repository"},
    "hooks": frozenset({"pipeline", "press"}),
    "bench": INNER | {"pipeline", "bootstrap"},
    "audit": frozenset({"pipeline", "bench", "bootstrap"}),
    "commands": INNER
    | {"pipeline", "publish", "preview", "edits", "samples", "gates", "repository"}
    | {"hosting", "bench", "audit"},
    "__main__": frozenset({"commands", "bootstrap"}),
}
# Only these may import the engine, so that a successor is their work alone.
ENGINE = ("mkdocs", "material")
# The peer is the engine alone, as others use it.
ENGINE_MODULES = frozenset({"hooks", "press.engine", "bench.peers.material.generated"})
# Rooms that know nothing but the standard library.
BARE = frozenset({"text", "publish", "preview", "bootstrap", "processes"})
STANDARD = frozenset(sys.stdlib_module_names)


def modules(package: Path) -> Iterator[tuple[str, Path]]:
    """Every module below a package: its dotted name without the package's own, and its file."""
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), file


def imports(file: Path, name: str, package: Path) -> Iterator[tuple[int, str]]:
    """The line and dotted name of everything a module imports, wherever in it."""
    base = [package.name, *name.split(".")] if name else [package.name]
    if file.name != "__init__.py":
        base = base[:-1]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = base[: len(base) - node.level + 1] if node.level else []
            module = ".".join([*start, *(node.module or "").split(".")]).strip(".")
            for alias in node.names:
                whole = f"{module}.{alias.name}"
                yield node.lineno, whole if _is_module(whole, package) else module


def _is_module(dotted: str, package: Path) -> bool:
    path = package.parent.joinpath(*dotted.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def arrows_back(package: Path) -> list[str]:
    """Each import that the table of rooms does not allow."""
    return [
        f"{name}:{line} imports {target}"
        for name, file in modules(package)
        if name
        for line, target in imports(file, name, package)
        if not allowed(name, target)
    ]


def allowed(name: str, target: str) -> bool:
    """Whether a module may import something."""
    room = name.split(".")[0]
    top, _, rest = target.partition(".")
    if top in ENGINE:
        return name in ENGINE_MODULES
    if top != PACKAGE:
        return room not in BARE or top in STANDARD
    other = rest.split(".")[0]
    return other == room or any(
        rest == may or rest.startswith(f"{may}.") for may in ROOMS.get(room, frozenset())
    )


def too_long(package: Path) -> Iterator[str]:
    """Modules beyond the limit of the house, and functions without their docstrings."""
    for name, file in modules(package):
        source = file.read_text(encoding="utf-8")
        if (lines := source.count("\n")) > LONGEST_MODULE:
            yield f"{name}: {lines} lines"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = _lines(node) - (_lines(node.body[0]) if ast.get_docstring(node) else 0)
                if length > LONGEST_FUNCTION:
                    yield f"{name}:{node.lineno} {node.name}: {length} lines"


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or 0) - node.lineno + 1


def test_every_import_points_the_allowed_way() -> None:
    assert arrows_back(ROOT / PACKAGE) == []


def test_every_room_is_in_the_table() -> None:
    there = {name.split(".")[0] for name, _ in modules(ROOT / PACKAGE) if name}
    assert there <= ROOMS.keys()


def test_modules_and_functions_are_short() -> None:
    assert list(too_long(ROOT / PACKAGE)) == []


def test_no_module_hides_a_standard_one() -> None:
    """While the hook loads, scripts/ itself comes first on the path."""
    there = {name.split(".")[0] for name, _ in modules(ROOT / PACKAGE) if name}
    assert there & STANDARD - {"__main__"} == set()


@pytest.mark.parametrize(
    ("module", "line", "found"),
    [
        ("records/reading.py", "from scripts.checks import run", "scripts.checks.run"),
        ("records/reading.py", "from scripts import checks", "scripts.checks"),
        ("records/reading.py", "from ..checks import run", "scripts.checks.run"),
        ("records/reading.py", "def f():\n    import scripts.checks.run", "scripts.checks.run"),
        ("pages/__init__.py", "from . import types\nfrom ..press import x", "scripts.press"),
        ("press/write.py", "from scripts.pages import environment", "scripts.pages.environment"),
        ("press/write.py", "import mkdocs.utils", "mkdocs.utils"),
        ("publish.py", "from scripts import pipeline", "scripts.pipeline"),
        ("text/fold.py", "import yaml", "yaml"),
        ("pipeline.py", "from scripts import commands", "scripts.commands"),
        ("checks/run.py", "import scripts", "scripts"),
    ],
)
def test_an_arrow_back_is_found(tmp_path: Path, module: str, line: str, found: str) -> None:
    package = tree(tmp_path, {module: line})
    assert [entry.split(" imports ")[1] for entry in arrows_back(package)] == [found]


def test_allowed_imports_are_not_found(tmp_path: Path) -> None:
    package = tree(
        tmp_path,
        {
            "press/write.py": "from scripts.pages.types import Page\nfrom scripts.press import x",
            "press/engine.py": "import mkdocs",
            "hooks.py": "from mkdocs.plugins import x\nfrom scripts import pipeline",
            "checks/run.py": "import os, yaml\nfrom scripts.records import reading",
        },
    )
    assert arrows_back(package) == []


def test_long_code_is_found(tmp_path: Path) -> None:
    body = "def f():\n" + "    x = 1\n" * 30
    package = tree(tmp_path, {"text/fold.py": body, "text/long.py": "x = 1\n" * 301})
    assert list(too_long(package)) == ["text.fold:1 f: 31 lines", "text.long: 301 lines"]


def tree(folder: Path, contents: Mapping[str, str]) -> Path:
    """A package with a module in each of some rooms, some with contents."""
    names = ["pages/types.py", "pages/environment.py", "records/reading.py", "checks/run.py"]
    names += ["press/write.py", "press/engine.py", "publish.py", "pipeline.py", "text/fold.py"]
    names += ["commands/build.py", "hooks.py"]
    package = folder / PACKAGE
    for name in [*names, *contents]:
        file = package / name
        file.parent.mkdir(parents=True, exist_ok=True)
        (file.parent / "__init__.py").touch()
        file.write_text(contents.get(name, ""))
    return package
