"""Records of `products/`: YAML → checked values, and back to the canonical form."""

from __future__ import annotations

from scripts.records.again import reread
from scripts.records.canonical import canonical
from scripts.records.explain import faults
from scripts.records.paths import file_of
from scripts.records.reading import interpret, model_of, read, record_of
from scripts.records.rules import RULES
from scripts.records.types import KEY, Location, Mark, Problem, Reading, Record, Severity
from scripts.records.writing import create, repair, write

__all__ = [
    "KEY",
    "RULES",
    "Location",
    "Mark",
    "Problem",
    "Reading",
    "Record",
    "Severity",
    "canonical",
    "create",
    "faults",
    "file_of",
    "interpret",
    "model_of",
    "read",
    "record_of",
    "repair",
    "reread",
    "write",
]
