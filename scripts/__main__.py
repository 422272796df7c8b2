"""`python -m scripts`: the commands, each a module of `scripts.commands`."""

from __future__ import annotations

import argparse
import importlib
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from scripts.commands import arguments

COMMANDS = (
    "check",
    "build",
    "serve",
    "new",
    "rename",
    "merge",
    "withdraw",
    "renew",
    "format",
    "clean-photos",
    "rules",
    "sample",
    "gates",
    "verify-site",
    "faults",
    "deploy",
    "rollback",
    "nginx",
    "bench",
    "shots",
    "audit",
)
NEEDED = ("pydantic", "yaml", "jinja2", "mkdocs", "PIL", "brotli")


def main(given: Sequence[str] | None = None) -> int:
    """Run the command that was given; its exit code."""
    _print_in_utf8()
    words = list(sys.argv[1:] if given is None else given)
    if words[:1] == ["test"]:
        return _test(words[1:])
    if any(find_spec(name) is None for name in NEEDED):
        return _set_up_and_run(words)
    args = _parser(words).parse_args(words)
    try:
        code: int = args.run(args)
    except KeyboardInterrupt:
        return 130
    return code


def _parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The command that is given, or else all of them, with their options, in Vietnamese.

    Bringing in the code of all commands takes longer than many of them.
    """
    arguments.speak_vietnamese()
    parser = argparse.ArgumentParser(
        prog="python -m scripts",
        description="Danh mục sản phẩm OCOP Ninh Bình: kiểm tra bản ghi và dựng trang.",
        epilog="Lệnh test chạy mọi kiểm thử. Mỗi lệnh có hướng dẫn riêng: thêm --help vào sau.",
    )
    subparsers = parser.add_subparsers(title="lệnh", metavar="LỆNH", dest="command", required=True)
    for name in [word for word in words[:1] if word in COMMANDS] or COMMANDS:
        module = importlib.import_module(f"scripts.commands.{name.replace('-', '_')}")
        module.add_parser(subparsers)
    return parser


def _print_in_utf8() -> None:
    """Vietnamese on any console: Windows' own encoding lacks half of its letters."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _set_up_and_run(words: Sequence[str]) -> int:
    """Make the virtual environment and run the command in it: this Python lacks our packages."""
    from scripts import bootstrap

    if Path(sys.prefix).resolve() == bootstrap.VENV.resolve():
        print("Trong .venv thiếu gói; hãy xoá thư mục .venv rồi chạy: make site", file=sys.stderr)
        return 1
    return bootstrap.main(["site"]) or _run_in_environment(["-m", "scripts", *words])


def _test(words: Sequence[str]) -> int:
    """Set up what tests need, and run them."""
    from scripts import bootstrap

    return bootstrap.main(["test"]) or _run_in_environment(["-m", "pytest", *words])


def _run_in_environment(words: Sequence[str]) -> int:
    """Run Python of the virtual environment in the project's folder."""
    from scripts import bootstrap

    try:
        command = [str(bootstrap.PYTHON), *words]
        return subprocess.run(command, cwd=bootstrap.ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
