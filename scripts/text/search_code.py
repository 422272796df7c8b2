"""Lists of numbers as one string, for the search data: a character is a number.

A catalogue says the same words over and over. With each word as one character, and the words that
a name begins with like the one before it left out, a compressed name takes a third of its bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

# Begin a line, and say how many numbers it shares with the beginning of the line before it.
_SHARED = " !#$%&'()*+,-./"
_FIRST, _BACKSLASH, _DELETE, _SURROGATES = 0x30, 0x5C, 0x7F, 0xD800
_CONTROLS = 33
_LONGEST_FIGURE = 9
# So many numbers take one byte in UTF-8, and so many two bytes or less.
ONE_BYTE, TWO_BYTES = 78, 1966

Lines = Iterable[Sequence[int]]


def character(number: int) -> str:
    """The character of a number from 0: what JSON must not escape, and no control character."""
    code = _FIRST + number
    code += code >= _BACKSLASH
    code += _CONTROLS * (code >= _DELETE)
    if code >= _SURROGATES:
        raise ValueError(f"no character for the number {number}")
    return chr(code)


def number(character: str) -> int:
    """The number of a character."""
    code = ord(character)
    return code - _FIRST - (code > _BACKSLASH) - _CONTROLS * (code > _DELETE)


def write_lines(lines: Lines) -> str:
    """Lists of numbers as one string; nothing is lost, an empty list takes one character."""
    written: list[str] = []
    before: Sequence[int] = ()
    for line in lines:
        shared = min(_same(line, before), len(_SHARED) - 1)
        written += (_SHARED[shared], *map(character, line[shared:]))
        before = line
    return "".join(written)


def _same(one: Sequence[object], other: Sequence[object]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def read_lines(column: str) -> list[list[int]]:
    """The lists that `write_lines` has written."""
    lines: list[list[int]] = []
    for sign in column:
        shared = _SHARED.find(sign)
        if shared >= 0:
            lines.append(lines[-1][:shared] if lines else [])
        else:
            lines[-1].append(number(sign))
    return lines


def write_numbers(numbers: Sequence[int]) -> str:
    """Numbers one after the other, each as one character, or where one is too large as two."""
    if max(numbers, default=0) < ONE_BYTE:
        return "".join(map(character, numbers))
    pairs = (divmod(number, ONE_BYTE) for number in numbers)
    return "".join(character(high) + character(low) for high, low in pairs)


def read_numbers(column: str, count: int) -> list[int]:
    """So many numbers as `write_numbers` has written them."""
    figures = list(map(number, column))
    if len(figures) == count:
        return figures
    return [h * ONE_BYTE + w for h, w in zip(figures[::2], figures[1::2], strict=True)]


def write_words(words: Iterable[str]) -> str:
    """Words with spaces between, each without what it shares with the beginning of the one before.

    A figure says how many letters that are.
    """
    written: list[str] = []
    before = ""
    for word in words:
        shared = min(_same(word, before), _LONGEST_FIGURE)
        written.append(f"{shared}{word[shared:]}")
        before = word
    return " ".join(written)


def read_words(column: str) -> list[str]:
    """The words that `write_words` has written."""
    words: list[str] = []
    for rest in column.split(" ") if column else ():
        words.append((words[-1][: int(rest[0])] if words else "") + rest[1:])
    return words


def vocabulary(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of texts, each once: first those that deserve the short characters.

    Within what takes the same number of bytes they stand in order, for that compresses best.
    """
    count = Counter(word for text in texts for word in words_of(text))
    known = sorted(count, key=lambda word: (-count[word], word))
    classes = known[:ONE_BYTE], known[ONE_BYTE:TWO_BYTES], known[TWO_BYTES:]
    return tuple(word for those in classes for word in sorted(those))


def words_of(text: str) -> list[str]:
    """The words of a text as they are written, so that joined by spaces they are the text again."""
    return text.split(" ") if text else []
