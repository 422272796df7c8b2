"""Records of `products/`: YAML → checked values, and back to the canonical form."""

from __future__ import annotations

from scripts.records.reading import read
from scripts.records.types import KEY, Location, Mark, Problem, Reading, Record, Severity

__all__ = ["KEY", "Location", "Mark", "Problem", "Reading", "Record", "Severity", "read"]
