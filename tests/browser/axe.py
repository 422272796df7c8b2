"""axe-core, as its own rules see a page: WCAG 2.2 AA and best practice."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, part: str = "html") -> list[str]:
    """What axe finds in a part of the page as it stands: rule, and where."""
    page.add_script_tag(path=AXE)
    script = "([part, rules]) => axe.run(part, { runOnly: rules }).then((r) => r.violations)"
    found = page.evaluate(script, [part, RULES])
    return [f"{v['id']}: {n['target']} {n['html'][:120]}" for v in found for n in v["nodes"]]
