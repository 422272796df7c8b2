"""Questions and answers in the terminal, or through a pipe."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

from scripts.text.fold import fold, nfc

MOST_SHOWN = 7
_YES = frozenset({"c", "co", "y", "yes", "dong y"})

Judge = Callable[[str], str | None]
"""What is wrong with an answer, in one sentence; None where it is good."""


class EndOfAnswersError(Exception):
    """The input has ended (Ctrl-D) before all was answered."""


def good(answer: str) -> None:
    """Any answer will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """Asks on `screen`, reads a line for each answer from `keyboard`."""

    keyboard: TextIO
    screen: TextIO

    def say(self, text: str = "") -> None:
        """Print a line."""
        print(text, file=self.screen, flush=True)

    def ask(self, question: str, judge: Judge = good, *, proposal: str = "") -> str | None:
        """An answer that `judge` finds good; an empty one is the proposal, or None."""
        while True:
            hint = f" [{proposal}]" if proposal else ""
            answer = self._line(f"{question}{hint}: ") or proposal
            fault = judge(answer) if answer else None
            if fault is None:
                return answer or None
            self.say(f"  → {fault}")

    def need(self, question: str, judge: Judge = good, *, proposal: str = "") -> str:
        """As `ask`, asking again until there is an answer."""
        while (answer := self.ask(question, judge, proposal=proposal)) is None:
            self.say("  → Câu này cần có câu trả lời.")
        return answer

    def agree(self, question: str, *, proposal: bool) -> bool:
        """Yes or no; an empty answer is the proposal."""
        answer = self._line(f"{question} [{'C/k' if proposal else 'c/K'}]: ")
        return fold(answer) in _YES if answer else proposal

    def choose(self, question: str, options: Mapping[str, str]) -> str | None:
        """The key of one of the numbered options; None where the answer is empty."""
        keys = list(options)
        self.say(f"{question}:")
        for number, label in enumerate(options.values(), 1):
            self.say(f"  {number}. {label}")

        def judge(answer: str) -> str | None:
            good = answer in options or (answer.isdecimal() and 0 < int(answer) <= len(keys))
            return None if good else f"Hãy gõ một số từ 1 đến {len(keys)}."

        answer = self.ask("  Chọn số", judge)
        if answer is None or answer in options:
            return answer
        return keys[int(answer) - 1]

    def find(self, question: str, options: Mapping[str, str], other: str = "") -> str | None:
        """The key of the option that is meant by some words of its label.

        None where the answer is empty; “?” offers all. Where `other` is given it is offered
        below what was found, and choosing it gives the words back as they were typed.
        """
        while words := self.ask(question):
            found = dict(options) if words == "?" else alike(words, options)
            if words in options:
                return words
            if not found and not other:
                self.say(
                    "  → Không tìm thấy; hãy gõ từ khác, ? để xem hết, hoặc Enter nếu chưa biết."
                )
                continue
            typed = {words: other.format(words)} if other and words != "?" else {}
            offered = found | typed
            chosen = self.choose("  Có phải", offered)
            if chosen:
                return chosen
        return None

    def _line(self, prompt: str) -> str:
        print(prompt, end="", file=self.screen, flush=True)
        line = self.keyboard.readline()
        if not line:
            raise EndOfAnswersError
        return nfc(line).strip()


def alike(words: str, options: Mapping[str, str]) -> dict[str, str]:
    """The options whose labels hold the words or are spelt nearly so, the nearest first."""
    wanted = fold(words)
    scores = {key: _score(wanted, fold(f"{label} {key}")) for key, label in options.items()}
    best = sorted((key for key in scores if scores[key] >= 0.5), key=lambda key: -scores[key])
    return {key: options[key] for key in best[:MOST_SHOWN]}


def _score(wanted: str, label: str) -> float:
    parts = wanted.split()
    known = label.split()
    hits = sum(bool(difflib.get_close_matches(part, known, 1, 0.8)) for part in parts)
    return hits / len(parts) if parts else 0.0
