"""Asks the theme for what stands around the pages, and again where it would say something else."""

from __future__ import annotations

import shutil
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts.pages.types import Page, Settings
from scripts.press import engine
from scripts.press.edition import Edition
from scripts.press.frame import Frame
from scripts.press.front import key_of


class Framer:
    """Keeps the frame. `outdated`: hand-written pages or the theme have changed since."""

    def __init__(self, config: Path, scratch: Path) -> None:
        self._config = config
        self._scratch = scratch
        self._basis: tuple[Any, ...] = ()
        self._edition: Edition | None = None
        self._lock = threading.RLock()
        self.frame = Frame(shells={}, files={})
        self.outdated = True

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages for which the frame was made."""
        return self._edition.pages if self._edition else ()

    def make(self, edition: Edition) -> None:
        """A new frame; PressError where the engine refuses, and the old frame stays."""
        with self._lock:
            try:
                self.frame = engine.frame(self._config, self._scratch, edition)
            finally:
                shutil.rmtree(self._scratch, ignore_errors=True)
            self._edition, self._basis, self.outdated = edition, _basis(edition), False

    def renew(self, edition: Edition) -> bool:
        """A new frame if anything that it depends on is different now; whether that is so."""
        with self._lock:
            if self._basis == _basis(edition):
                self._edition = edition
                return False
            self.make(edition)
            return True

    def fitting(self, page: Page, settings: Settings) -> Frame:
        """The frame with a shell for the page: the first of its kind needs another frame."""
        frame = self.frame
        if frame.fits(page, settings):  # also while another one is being made
            return frame
        with self._lock:
            if self._edition and not self.frame.fits(page, settings):
                others = (one for one in self._edition.pages if one.address != page.address)
                self.make(replace(self._edition, pages=(*others, page)))
            return self.frame


def _basis(edition: Edition) -> tuple[Any, ...]:
    """What the frame depends on, links of hand-written pages to the others included."""
    settings = replace(edition.settings, pictures={}, illustrations=frozenset())
    keys = {key_of(page, edition.settings) for page in edition.pages}
    return edition.facts, edition.words, settings, keys, {page.address for page in edition.pages}
