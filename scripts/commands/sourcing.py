"""What a new fact rests on: a source that the record has, or a new one, given or asked for."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel

from scripts.commands.dialogue import Dialogue, Judge
from scripts.commands.interview import is_address, judge
from scripts.edits.sources import free
from scripts.edits.types import EditError
from scripts.records import Record
from scripts.schema.common import Source
from scripts.text.slug import slug

_NEW = "(nguồn mới)"
_OPTIONS = {
    "publisher": ("--publisher", "nơi công bố nguồn mới (báo, cơ quan)"),
    "title": ("--title", "tên bài hoặc văn bản"),
    "date": ("--published", "ngày công bố của nguồn"),
    "supports": ("--supports", "nguồn nói điều gì"),
}


class Answers:
    """Values from the command line; what is missing is asked for, unless nobody may be asked."""

    def __init__(self, dialogue: Dialogue | None) -> None:
        self._dialogue = dialogue

    def need(
        self, given: str | None, option: str, question: str, fault: Judge, proposal: str = ""
    ) -> str:
        """The value; EditError where it is wrong, or missing and nobody may be asked."""
        if given is not None:
            said = fault(given)
            if said:
                raise EditError(f"{option}: {said}")
            return given
        if self._dialogue is None:
            raise EditError(f"thiếu {option} ({question.strip().lower()})")
        return self._dialogue.need(question, fault, proposal=proposal)

    def ask(self, given: str | None, option: str, question: str, fault: Judge) -> str | None:
        """As `need`, for what may stay unknown."""
        if given is not None or self._dialogue is None:
            return given and self.need(given, option, question, fault)
        return self._dialogue.ask(question, fault)

    def choose(self, given: str | None, question: str, options: Mapping[str, str]) -> str | None:
        """One of the options, which argparse has judged; None where it stays unknown."""
        if given is not None or self._dialogue is None:
            return given
        return self._dialogue.choose(question, options)

    def pick(
        self, given: str | None, option: str, question: str, options: Mapping[str, str]
    ) -> str:
        """As `choose`, for what must be known; EditError where nobody may be asked."""
        while (chosen := self.choose(given, question, options)) is None:
            if self._dialogue is None:
                raise EditError(f"thiếu {option}; có thể chọn: {', '.join(options)}")
        return chosen


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that name a source."""
    parser.add_argument(
        "--source",
        metavar="MÃ|URL",
        help="mã nguồn đã có trong bản ghi, hoặc địa chỉ https:// của nguồn mới",
    )
    for field, (option, words) in _OPTIONS.items():
        parser.add_argument(option, dest=f"source_{field}", metavar="CHỮ", help=words)


def source(
    answers: Answers, record: Record[Any], args: argparse.Namespace, today: date
) -> dict[str, Any]:
    """The fields of the source; EditError where it is not one."""
    known = {one.key: one for one in record.value.sources}
    chosen = args.source
    if chosen is None and args.source_publisher is None:
        labels = {key: f"{key}: {one.title or one.publisher}" for key, one in known.items()}
        chosen = answers.pick(None, "--source", "Nguồn", {**labels, _NEW: "nguồn mới"})
    if chosen in known:
        made: dict[str, Any] = known[chosen].model_dump()
        return made
    if chosen not in (None, _NEW) and is_address(chosen):
        keys = ", ".join(known)
        raise EditError(f"không có nguồn “{chosen}” trong bản ghi; các mã nguồn: {keys}")
    return _new(answers, set(known), args, None if chosen == _NEW else chosen, today)


def _new(
    answers: Answers, taken: set[str], args: argparse.Namespace, url: str | None, today: date
) -> dict[str, Any]:
    def of(name: str) -> tuple[str | None, str, str, Judge]:
        option, words = _OPTIONS[name]
        return getattr(args, f"source_{name}"), option, f"  {_upper(words)}", _field(name)

    publisher = answers.need(*of("publisher"))
    made = {
        "key": free(slug(publisher) or "nguon", taken),
        "publisher": publisher,
        "url": answers.ask(url, "--source", "  Địa chỉ trang (https://…)", _address),
        "title": answers.ask(*of("title")),
        "date": answers.ask(*of("date")),
        "supports": answers.need(*of("supports")),
        "read": today.isoformat(),
    }
    return {name: value for name, value in made.items() if value is not None}


def _field(name: str, model: type[BaseModel] = Source) -> Judge:
    return judge(model, name)


def _address(answer: str) -> str | None:
    return judge(Source, "url")(answer) or is_address(answer)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]
