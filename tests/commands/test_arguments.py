"""The command line speaks Vietnamese, also where argparse speaks itself."""

from __future__ import annotations

import argparse
import re

import pytest

from scripts.commands import arguments

ENGLISH = re.compile(
    r"\b(usage|options|positional|arguments?|error|show|help message|exit|invalid|choose|required"
    r"|expected|unrecognized|one|default|value)\b"
)


@pytest.fixture
def parser(monkeypatch: pytest.MonkeyPatch) -> argparse.ArgumentParser:
    monkeypatch.setattr(argparse, "_", vars(argparse)["_"])
    monkeypatch.setattr(argparse, "ngettext", argparse.ngettext)
    arguments.speak_vietnamese()
    made = argparse.ArgumentParser(prog="ocop")
    made.add_argument("paths", nargs="+", metavar="PATH")
    made.add_argument("--today", type=arguments.day, metavar="DAY")
    made.add_argument("--number", type=int, metavar="N")
    made.add_argument("--two", nargs=2, metavar="X")
    made.add_argument("--only", action="store_true")
    kinds = made.add_mutually_exclusive_group()
    kinds.add_argument("--red", action="store_true")
    kinds.add_argument("--blue", action="store_true")
    commands = made.add_subparsers(dest="command", required=True)
    commands.add_parser("build")
    return made


def test_help_is_in_vietnamese(parser: argparse.ArgumentParser) -> None:
    text = parser.format_help()
    assert "cách dùng:" in text
    assert ENGLISH.findall(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "",
        "a --unknown build",
        "a test",
        "a build --today",
        "--today 1 a build",
        "--number x a build",
        "--two 1",
        "--only=1 a build",
        "--red --blue a build",
        "a build more",
        "--t 1 a build",
    ],
)
def test_errors_are_in_vietnamese(
    parser: argparse.ArgumentParser, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit:
        parser.parse_args(words.split())
    assert exit.value.code == 2
    said = capsys.readouterr().err
    assert "lỗi:" in said
    assert ENGLISH.findall(said) == []


@pytest.mark.parametrize("text", ["2026-11-24", "2024-02-29"])
def test_a_day_is_read(text: str) -> None:
    assert arguments.day(text).isoformat() == text


@pytest.mark.parametrize("text", ["2026-11", "24/11/2026", "2026-02-30", "20261124", "2026-W48-2"])
def test_anything_else_is_not_a_day(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="2026-11-24"):
        arguments.day(text)


def test_the_address_of_a_site_ends_with_a_slash() -> None:
    assert arguments.site_url("https://ocop.example") == "https://ocop.example/"
    assert arguments.site_url("http://x.example/a/") == "http://x.example/a/"


@pytest.mark.parametrize(
    "text", ["ocop.example", "ftp://x/", "https://", "https://a@x/", "https://x/?a", "https://x/#a"]
)
def test_anything_else_is_not_the_address_of_a_site(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        arguments.site_url(text)


@pytest.mark.parametrize("text", ["80", "70000", "x", "-1", "８０００"])
def test_ports_that_need_rights_or_do_not_exist_are_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        arguments.port(text)
