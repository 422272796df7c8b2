"""What a visitor does that a test would not."""

from __future__ import annotations

from playwright.sync_api import Page

MOVED = """addEventListener("load", () => {
  setTimeout(() => dispatchEvent(new PointerEvent("pointermove")), 50);
});"""


def moves(page: Page) -> None:
    """Move the pointer on every page that is opened: modules that wait for a visitor come."""
    page.add_init_script(MOVED)
