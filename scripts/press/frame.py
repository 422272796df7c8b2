"""What stands around the pages made from records, and how one page is put into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.pages.types import Page, Settings
from scripts.press.front import ShellKey, key_of
from scripts.press.shell import Shell
from scripts.press.write import filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The shells, and by their addresses the files that are not made from records."""

    shells: Mapping[ShellKey, Shell]
    files: Mapping[str, bytes]

    @property
    def taken(self) -> list[str]:
        """The paths of its files in a tree."""
        return [f"{a[1:]}index.html" if a.endswith("/") else a[1:] for a in self.files]

    def fits(self, page: Page, settings: Settings) -> bool:
        """Whether there is a shell for the page."""
        return key_of(page, settings) in self.shells

    def page(self, page: Page, settings: Settings) -> bytes:
        """The finished page, the same bytes as in a build; BodyError where it has no body."""
        front = filled(page, settings)
        return self.shells[front.key].join(front)
