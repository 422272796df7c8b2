"""`manifest.json`: what a site consists of, what it is made from, and the hashes to prove it.

Data files are hashed while they are written, so that none is made twice; the manifest comes
last. It is canonical JSON (RFC 8785): the same content is always the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import Any

from scripts.pages.types import Asset, Commit
from scripts.text.dates import VIETNAM

ADDRESS = "/manifest.json"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a site is made from: the SHA-256 of each record by its path, and their commit."""

    records: Mapping[str, str] = field(default_factory=dict)
    commit: Commit | None = None


@dataclass(frozen=True, slots=True)
class _Ledger:
    """Size and SHA-256 of the files that have been made."""

    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    def make(self, asset: Asset) -> bytes:
        content = asset.content()
        digest = hashlib.sha256(content).hexdigest()
        self.entries[asset.address[1:]] = {"sha256": digest, "size": len(content)}
        return content

    def entry(self, asset: Asset) -> dict[str, Any]:
        """Of a file that another process wrote, or nobody yet, it is made for this alone."""
        if asset.address[1:] not in self.entries:
            self.make(asset)
        return self.entries[asset.address[1:]]


def with_manifest(
    assets: Iterable[Asset], origin: Origin, build_day: date, counts: Mapping[str, Any]
) -> Iterator[Asset]:
    """The data files, and behind them the manifest that lists them."""
    ledger = _Ledger()
    listed = tuple(assets)
    for asset in listed:
        yield replace(asset, content=partial(ledger.make, asset))

    def content() -> bytes:
        return canonical(
            {
                "version": VERSION,
                "build_day": build_day.isoformat(),
                "commit": _commit(origin.commit),
                "counts": counts,
                "files": {asset.address[1:]: ledger.entry(asset) for asset in listed},
                "records": origin.records,
            }
        )

    yield Asset(address=ADDRESS, content=content)


def canonical(value: Mapping[str, Any]) -> bytes:
    """JSON by RFC 8785; of strings, whole numbers and ASCII keys, which is all we have."""
    packed = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return packed.encode()


def _commit(commit: Commit | None) -> dict[str, Any] | None:
    if commit is None:
        return None
    time = commit.time.astimezone(VIETNAM).isoformat()
    return {"hash": commit.hash, "time": time, "changed": commit.changed}
