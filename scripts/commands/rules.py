"""`rules`: what is checked; `--prove` shows that a test notices when a rule is switched off."""

from __future__ import annotations

import argparse
import subprocess
import sys

from scripts import checks, pipeline, records

_SEVERITIES = {"error": "lỗi", "warning": "cảnh báo"}


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "rules",
        help="kể các quy tắc kiểm tra",
        description="Kể mọi quy tắc kiểm tra: mã, mức độ, tên.",
    )
    parser.add_argument(
        "--prove",
        action="store_true",
        help="tắt từng quy tắc và nêu kiểm thử phát hiện ra; thiếu một quy tắc thì mã thoát là 1",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0, or with `--prove` 1 where a rule can be switched off without any test failing."""
    if args.prove:
        return _prove()
    for id, severity, title in listed():
        print(f"{id:<22} {_SEVERITIES[severity]:<8} {title}")
    return 0


def listed() -> list[tuple[str, str, str]]:
    """Id, severity and Vietnamese title of every rule, the loader's first."""
    of_loader = [(id, "error", title) for id, title in records.RULES.items()]
    return [*of_loader, *((rule.id, rule.severity, rule.title) for rule in checks.RULES.values())]


def _prove() -> int:
    # The cases are tests: they know this package, and it does not know them.
    command = [sys.executable, "-m", "tests.checks.prove"]
    return subprocess.run(command, cwd=pipeline.ROOT, check=False).returncode
