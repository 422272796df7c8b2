"""One visit to a page of each kind: everything that audits ask of it, from a single loading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page, sync_playwright

from scripts.audit import kinds
from tests.browser.axe import AXE, violations

PROBE = Path(__file__).with_name("probe.js")
DESK, HALF, QUARTER, PHONE = (1280, 800), (640, 400), (320, 256), (360, 640)
# What a change of the scheme can change.
COLOURS = ["color-contrast", "link-in-text-block"]
# WCAG 2.2, 1.4.12: the visitor's own spacing of text.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
FONT = 16
# As many browsers as a small machine has processors.
VISITORS = 2
IDLE = "() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))"
# Pages that a script fills: the search, and an address that says what to look for.
FILLED = {"search results": "/san-pham/?q=san+pham", "nothing found": "/san-pham/?q=zzzz"}

Faults = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What was found on a page, by question; `essentials` is what it says and offers."""

    address: str
    faults: Faults
    essentials: frozenset[str]


def addresses(site: Path) -> Iterator[str]:
    """The heaviest page of each kind in both languages, and those that scripts fill."""
    for address in [*kinds.heaviest(kinds.kinds(site)).values(), *FILLED.values()]:
        yield address
        path, _, query = address.partition("?")
        if other := kinds.english(site, path):
            yield other + (f"?{query}" if query else "")


def visits(
    places: Sequence[str], url: str, launch: Mapping[str, Any], context: Mapping[str, Any]
) -> dict[str, Visit]:
    """Address → what was seen there, by visitors who share the addresses among them."""

    def walk(part: Sequence[str]) -> list[Visit]:
        with sync_playwright() as playwright, playwright.chromium.launch(**launch) as browser:
            page = browser.new_context(**context, reduced_motion="reduce").new_page()
            for script in (AXE, PROBE):
                page.add_init_script(path=script)
            return [visit(page, url, address) for address in part]

    with ThreadPoolExecutor(VISITORS) as pool:
        parts = pool.map(walk, [places[first::VISITORS] for first in range(VISITORS)])
        return {one.address: one for part in parts for one in part}


def visit(page: Page, url: str, address: str) -> Visit:
    """Load a page once and ask everything of it."""
    resize(page, DESK)
    page.goto(url + address)
    page.evaluate(IDLE)
    essentials = frozenset(page.evaluate("probe.essentials()"))
    faults: Faults = {"axe": violations(page)}
    for question in ("landmarks", "foreign"):
        faults[question] = page.evaluate(f"probe.{question}()")
    if not address.startswith(kinds.ENGLISH + "/"):
        faults |= styles(page)
    page.emulate_media(color_scheme="dark")
    faults["dark"] = violations(page, rules=COLOURS)
    page.emulate_media(color_scheme="light")
    faults |= sizes(page)
    return Visit(address=address, faults=faults, essentials=essentials)


def styles(page: Page) -> Faults:
    """What is the same in every language: stillness, the ring of the focus, forced colours."""
    faults: Faults = {"motion": page.evaluate("probe.motion()")}
    page.keyboard.press("Tab")
    faults["focus"] = page.evaluate("probe.focus()")
    page.evaluate("document.activeElement.blur()")
    page.emulate_media(forced_colors="active")
    faults["forced colours"] = page.evaluate("probe.unseen()")
    page.emulate_media(forced_colors="none")
    return faults


def sizes(page: Page) -> Faults:
    """With larger and wider text, at 200 % and 400 %, and under a finger."""
    faults: Faults = {}
    session = page.context.new_cdp_session(page)
    with letters(session, 2 * FONT):
        faults["text 200 %"] = page.evaluate("probe.reflow()")
    for name, size in {"200 %": HALF, "400 %": QUARTER}.items():
        resize(page, size)
        faults[name] = page.evaluate("probe.reflow()")
    resize(page, PHONE)
    style = page.add_style_tag(content=SPACING)
    faults["spacing"] = page.evaluate("probe.reflow()")
    style.evaluate("(style) => style.remove()")
    with finger(session):
        faults["targets"] = page.evaluate("probe.targets()")
    session.detach()
    return faults


@contextmanager
def finger(session: CDPSession) -> Iterator[None]:
    """A screen that is touched."""
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    yield
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": False})


@contextmanager
def letters(session: CDPSession, size: int) -> Iterator[None]:
    """The size of text, in pixels, that the visitor chose in the browser's settings."""
    session.send("Page.setFontSizes", {"fontSizes": {"standard": size}})
    yield
    session.send("Page.setFontSizes", {"fontSizes": {"standard": FONT}})


def resize(page: Page, size: tuple[int, int]) -> None:
    """Give the page another window."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
