"""How a text is written in YAML so that every reader gives back exactly this text."""

from __future__ import annotations

import re

import yaml

from scripts.records import plain

# All but what a person sees: escaped are also invisible characters and odd spaces.
_ODD = (
    "[^\\x20-\\x7e\\xa1-\\xac\\xae-\\u1fff\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\ud7ff"
    "\\uf900-\\ufdff\\ufe10-\\ufefe\\uff00-\\uffef\\U00010000-\\U000dffff]"
)
_UNPRINTABLE = re.compile(_ODD)
_ESCAPED = re.compile(rf'["\\]|{_ODD}')
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`= ")
_INSIDE = re.compile(r": | #|:$| $")
# Digits with signs between them are quoted, so that all dates and codes look alike.
_NUMERIC = re.compile(r"[-+.]?[0-9][-+.,:/_0-9]*|[-+]?[0-9.]+[eE][-+]?[0-9]+|0[ox][0-9a-fA-F]+")
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def quoted(text: str) -> str:
    """The text on one line: plain where that is safe, else in double quotes."""
    if _is_plain(text):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def folded(text: str, width: int) -> list[str]:
    """The lines of a folded block scalar (`>-`) for the text; none where it cannot be folded.

    Lines break only at single spaces, for a reader turns a line end into exactly one space. A
    word longer than the width stands on a line of its own.
    """
    if not text or text[0] == " " or text[-1] == " " or _UNPRINTABLE.search(text):
        return []
    lines = [""]
    for word in _words(text):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and len(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _words(text: str) -> list[str]:
    return re.split(r"(?<=[^ ]) (?=[^ ])", text)


def _is_plain(text: str) -> bool:
    if not text or text[0] in _INDICATORS or _INSIDE.search(text) or _UNPRINTABLE.search(text):
        return False
    if text in plain.WORDS or _NUMERIC.fullmatch(text):
        return False
    return not any(pattern.match(text) for _, pattern in _RESOLVERS.get(text[0], ()))


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    return (
        f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}" if code < 65536 else f"\\U{code:08X}"
    )
