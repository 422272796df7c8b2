"""What a visitor does and has that a test would not."""

from __future__ import annotations

import json

from playwright.sync_api import Page

KEPT = "JSON.parse(localStorage.getItem('/danh-sach') ?? '{}').items ?? []"
MOVED = """addEventListener("load", () => {
  setTimeout(() => dispatchEvent(new PointerEvent("pointermove")), 50);
});"""


def moves(page: Page) -> None:
    """Move the pointer on every page that is opened: modules that wait for a visitor come."""
    page.add_init_script(MOVED)


def keep(page: Page, *items: tuple[str, str, str]) -> None:
    """Have these in the list before any page is opened: id, name, note."""
    kept = json.dumps({"items": [{"id": i, "name": n, "note": t} for i, n, t in items]})
    page.add_init_script(
        f"localStorage.getItem('/danh-sach') ?? localStorage.setItem('/danh-sach', {kept!r})"
    )


def ids(page: Page) -> list[str]:
    """The ids in the list, in its order."""
    return [item["id"] for item in page.evaluate(KEPT)]
