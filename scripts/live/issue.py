"""One edition as `serve` shows it: everything in it is made when somebody asks for it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from functools import cached_property

from scripts import pipeline
from scripts.exports.manifest import Origin
from scripts.live.framer import Framer
from scripts.live.shelf import Shelf
from scripts.model.types import Catalogue
from scripts.pages.types import Asset, Page, Settings
from scripts.press.edition import Edition
from scripts.records.types import Reading


@dataclass(kw_only=True)
class Issue:
    """A catalogue with its pages, and the frame they stand in, which may be renewed."""

    reading: Reading
    made: Catalogue
    settings: Settings
    album: pipeline.Album
    shelf: Shelf
    framer: Framer
    origin: Origin = field(default_factory=Origin)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def answer(self, address: str) -> bytes | None:
        """The bytes that a build would write for an address; None where it writes none."""
        files = self.framer.frame.files
        if address in files:
            return files[address]
        if address.endswith("/"):
            page = self.shelf.find(address)
            return (
                self.framer.fitting(page, self.settings).page(page, self.settings) if page else None
            )
        # A page's address has no dot behind its last slash, a file's has one.
        if "." not in address.rpartition("/")[2]:
            return None
        asset = self._photos.get(address) or self._assets.get(address)
        return asset.content() if asset else None

    def _printed(self, page: Page | None) -> bytes | None:
        frame = self.framer.fitting(page, self.settings) if page else None
        return frame.page(page, self.settings) if frame and page else None

    def unbound(self, listed: tuple[Page, ...]) -> Edition:
        """All that the frame depends on."""
        return pipeline.unbound(self.made, self.settings, listed, self.origin)

    @property
    def edition(self) -> Edition:
        """Everything in it, as it would be built."""
        with self.lock:
            return self._edition

    @cached_property
    def _edition(self) -> Edition:
        origin = replace(self.origin, records=pipeline.digests(self.reading))
        return pipeline.bound(self.made, self.settings, self.shelf.all(), self.album, origin)

    @cached_property
    def _photos(self) -> dict[str, Asset]:
        return {asset.address: asset for asset in self.album.assets}

    @cached_property
    def _assets(self) -> dict[str, Asset]:
        return {asset.address: asset for asset in self.edition.assets}
