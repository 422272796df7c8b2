"""Files that crash or exhaust a careless reader: read in another process, within limits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READ = """
import sys
from pathlib import Path
from scripts import records
if sys.platform == "linux":
    import resource
    resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
for problem in records.read(Path(sys.argv[1])).problems:
    print(problem.path, problem.rule, problem.mark.line)
"""
BOMB = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))

FILES = {
    "300,000 brackets": (b"hours: " + b"[" * 300_000, "file-too-large 1"),
    "200,000 brackets": (b"hours: " + b"[" * 200_000, "yaml-too-deep 1"),
    "200,000 braces": (b"hours: " + b"{a: " * 50_000, "yaml-too-deep 1"),
    "100,000 dashes": (b"hours:\n" + b"- " * 100_000, "yaml-too-deep 2"),
    "question marks": (b"? " * 100_000, "yaml-key 1"),
    "alias bomb": (f"a0: &a0 [x]\n{BOMB}\n".encode(), "yaml-anchor 1"),
    "10 MB of text": (b"hours: " + b"x" * 10_000_000, "file-too-large 1"),
    "256 KB of one word": (b"hours: " + b"x" * 262_000, None),
    "256 KB of colons": (b"hours: " + b"a:" * 130_000, None),
    "a million lines": (b"\n" * 262_000, "file-empty 1"),
    "unclosed quotes": (b'hours: "' + b"a\n" * 130_000, "yaml-syntax 1"),
    "percent signs": (b"%" * 262_000, "yaml-syntax 1"),
    "long tag": (b"hours: !<" + b"a" * 200_000 + b"> x", "yaml-tag 1"),
    "long anchor": (b"hours: &" + b"a" * 200_000 + b" x", "yaml-anchor 1"),
    "invisible characters": (b"hours: " + "\u200b".encode() * 80_000, None),
    "nothing but nulls": (b"\0" * 262_000, "text-control 1"),
    "random bytes": (bytes(range(256)) * 1000, "file-not-utf8 2"),
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What reading says of each file; empty where the process did not live to the end."""
    products = tmp_path_factory.mktemp("hostile") / "products"
    (products / "_shops").mkdir(parents=True)
    for number, (content, _) in enumerate(FILES.values()):
        (products / "_shops" / f"{number:02}.yml").write_bytes(content)
    command = [sys.executable, "-c", READ, str(products)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.partition(" ") for line in done.stdout.splitlines()]
    return {
        name: [said for path, _, said in lines if path == f"products/_shops/{number:02}.yml"]
        for number, name in enumerate(FILES)
    }


@pytest.mark.parametrize("name", FILES)
def test_reading_survives(name: str, told: dict[str, list[str]]) -> None:
    expected = FILES[name][1]
    assert told[name] == [expected] if expected else 0 < len(told[name]) <= 6
