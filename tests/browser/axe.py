"""axe-core, as its own rules see a page: WCAG 2.2 AA and best practice."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, part: str = "html", rules: Sequence[str] = TAGS) -> list[str]:
    """What axe finds in a part of the page as it stands: rule, and where.

    `rules` are axe's tags or names of single rules.
    """
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    options = {"runOnly": list(rules), "resultTypes": ["violations"], "preload": False}
    script = "([part, options]) => axe.run(part, options).then((r) => r.violations)"
    found = page.evaluate(script, [part, options])
    return [f"{v['id']}: {n['target']} {n['html'][:120]}" for v in found for n in v["nodes"]]
