"""`counts.lock`: the numbers of the site that was published last, and the manifest of a new one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

FAMILIES = ("records", "stars", "groups", "pages", "states")
VERSION = 1


class FormError(Exception):
    """A file is not what it should be; the message says what to do, in Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a built site says of itself; `files` and `records` by path."""

    build_day: date
    counts: Mapping[str, Any]
    files: Mapping[str, Mapping[str, Any]]
    records: Mapping[str, str]


def manifest(content: bytes) -> Manifest:
    """Read `manifest.json`. FormError for anything else."""
    try:
        said = json.loads(content)
        read = Manifest(
            build_day=date.fromisoformat(said["build_day"]),
            counts={family: said["counts"][family] for family in FAMILIES},
            files={str(name): {**entry} for name, entry in said["files"].items()},
            records={str(path): str(digest) for path, digest in said["records"].items()},
        )
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise FormError("manifest.json của trang không đọc được; hãy dựng lại trang") from error
    return read


def text(counts: Mapping[str, Any]) -> str:
    """The whole file `counts.lock`: one number a line, so that a change reads well in git."""
    return json.dumps(
        {"version": VERSION, **counts}, ensure_ascii=False, indent=1, sort_keys=True
    ) + "\n"  # fmt: skip


def read(content: str) -> Mapping[str, Any]:
    """The counts of `counts.lock`. FormError for anything else."""
    try:
        said = json.loads(content)
        if said["version"] != VERSION:
            raise ValueError
        return {family: {**said[family]} for family in FAMILIES}
    except (ValueError, LookupError, TypeError) as error:
        raise FormError(
            "counts.lock không đọc được; tệp này do máy ghi, hãy lấy lại bản trong git: "
            "git checkout counts.lock"
        ) from error
