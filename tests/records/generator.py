"""Sound values of every kind, made at random from the field list; same seed, same values."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any

from pydantic import BaseModel

from scripts.schema import common
from scripts.schema.export import json_schema

# Words that a careless writer of YAML would give back as something else, or not at all.
_TRICKY = """
    no yes on off y n true false null ~ 012 1:30 2024-12-30 1e3 0x1F .5 +1 1_000 = << .inf - -- ---
    ... ? : :: a: :a # a# #a ' '' " "" \\ \\n \\" & &a * *a ! !a | > % @ ` [ ] [a] { } {a} , a,b
    Rượu Kim Sơn Đồ đồng Ý Yên – “nếp” 5★ 100% 1.085/QĐ-UBND https://mau.example/?a=b&c#d [x](y)
    {{ }} {% %} <b> </script> ]]> \U0001f33e >- |- !!str
"""
TRICKY = _TRICKY.split()
NASTY = [*" \n\t\r\"'\\#:-[]{},&*!|>%@`?~=", "\0", "\x07", "\x1b", "\x7f", "\x85", "\xa0", "\u2028"]
NASTY += [
    "\u2029",
    "\u202e",
    "\ufeff",
    "\ufffe",
    "\U0001f33e",
    "ế",
    "a",
    "0",
    ": ",
    " #",
    "---",
    "  ",
]


_schema = cache(json_schema)


class Generator:
    """Makes values; `chance` decides everything."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def value(self, model: type[BaseModel]) -> BaseModel:
        """A sound record, list or part."""
        schema = _schema(model)
        return model.model_validate(self._object(schema, schema))

    def nasty(self) -> str:
        """A text of the worst characters."""
        return "".join(self.chance.choices(NASTY, k=self.chance.randint(0, 12)))

    def line(self, longest: int = 300) -> str:
        """A trimmed text of words with single and double spaces between them."""
        words = self.chance.choices(TRICKY, k=self.chance.choice([1, 1, 2, 3, 8, 40, 60]))
        text = "".join(word + self.chance.choice([" ", " ", " ", "  "]) for word in words)
        return text[:longest].strip()

    def _object(self, schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
        return {
            name: self._any(inner, root)
            for name, inner in schema["properties"].items()
            if name in schema.get("required", ()) or self.chance.random() < 0.4
        }

    def _any(self, schema: dict[str, Any], root: dict[str, Any]) -> Any:
        if "$ref" in schema:
            return self._object(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
        if "enum" in schema:
            return self.chance.choice(schema["enum"])
        kind = schema["type"]
        make: dict[str, Callable[[], Any]] = {
            "string": lambda: self._string(schema),
            "integer": lambda: self._integer(schema),
            "boolean": lambda: self.chance.random() < 0.5,
            "array": lambda: self._array(schema, root),
        }
        number = self.chance.choice([self.chance.randint(0, 100), self.chance.randint(0, 999) / 8])
        return number if isinstance(kind, list) else make[kind]()

    def _array(self, schema: dict[str, Any], root: dict[str, Any]) -> list[Any]:
        count = self.chance.randint(schema.get("minItems", 0), 3)
        return [self._any(schema["items"], root) for _ in range(count)]

    def _integer(self, schema: dict[str, Any]) -> int:
        least = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
        return self.chance.randint(least, schema.get("maximum", 9_999_999))

    def _string(self, schema: dict[str, Any]) -> str:
        known: dict[str, list[str]] = {
            common.ID_PATTERN: ["a", "no", "1", "012", "3e5", "gao-tam", "2024-12-30", "true", "y"],
            common.PARTIAL_DATE_PATTERN: ["2024", "2024-02", "2024-02-29", "1999-12-31"],
            common.CODE_PATTERN: ["01234", "14701", "00000"],
            common.GTIN_PATTERN: ["89385059", "8938505970014", "08938505970014"],
        }
        if schema["pattern"] in known:
            return self.chance.choice(known[schema["pattern"]])
        text = self.line(schema["maxLength"])
        return text if len(text) >= schema.get("minLength", 1) else f"{text} mẫu"
