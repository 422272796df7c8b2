"""Synthetic catalogues in the real schema, for measuring and for tests; never for the site."""

from __future__ import annotations

from scripts.samples.folder import NotASampleError, refusal
from scripts.samples.writing import Written, write

__all__ = ["NotASampleError", "Written", "refusal", "write"]
