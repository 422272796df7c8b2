"""Every kind of page, in both languages, for everybody: WCAG 2.2 AA and what lies beyond.

Each page is loaded once, and everything is asked of it then: see visits.py and probe.js.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from scripts.audit import kinds
from tests.browser import visits
from tests.browser.visits import Visit

QUESTIONS = (
    *("axe", "dark", "forced colours", "landmarks", "motion", "focus", "foreign"),
    *("200 %", "400 %", "text 200 %", "spacing", "targets"),
)
# The answer of a product's page: name, stars, validity, maker, place, decision, evidence.
ANSWER = ("h1", ".state .val", ".ans .facts", ".ans .evid")
# What a slow line brings late, or never: all but the page, its styles and its first script.
FIRST = "/validity.js"
LATE = {"script", "image", "font", "fetch", "xhr", "media"}
# The third generation, as the developer tools of browsers mean it: bytes a second, milliseconds.
SLOW = {"offline": False, "latency": 562, "downloadThroughput": 180_000, "uploadThroughput": 84_000}
PATIENCE = 20_000
# It shows how buttons look.
SHOWN = "/giao-dien/"
# What these show is kept on the visitor's device, and they say that they need scripts.
KEPT = ("/danh-sach/", "/so-sanh/")


@pytest.fixture(scope="module")
def seen(
    browser_type_launch_args: Mapping[str, Any],
    browser_context_args: Mapping[str, Any],
    full_site: Path,
    full_url: str,
) -> dict[str, Visit]:
    """Address → what was seen there."""
    places = list(visits.addresses(full_site))
    return visits.visits(places, full_url, browser_type_launch_args, browser_context_args)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_kind_of_page_has_a_fault(seen: dict[str, Visit], question: str) -> None:
    problems = [
        f"{a}: {fault}" for a, one in seen.items() for fault in one.faults.get(question, ())
    ]
    assert not problems, f"{len(problems)} faults:\n" + "\n".join(problems[:40])


def test_every_kind_of_page_was_seen_in_both_languages(
    seen: dict[str, Visit], full_site: Path
) -> None:
    there = kinds.kinds(full_site)
    assert {"home", "catalogue", "product", "maker", "area", "decision", "video"} <= set(there)
    for pages in there.values():
        assert any(address in seen for address in pages)
        translated = [e for a in pages if a in seen and (e := kinds.english(full_site, a))]
        assert set(translated) <= set(seen)


@pytest.fixture(scope="module")
def unscripted(
    browser: Browser, browser_context_args: Mapping[str, object]
) -> Iterator[BrowserContext]:
    """A desk whose browser runs no script."""
    arguments = {**browser_context_args, "java_script_enabled": False}
    context = browser.new_context(**arguments, viewport={"width": 1280, "height": 800})  # type: ignore[arg-type]
    yield context
    context.close()


def test_without_scripts_nothing_essential_is_missing(
    seen: dict[str, Visit], unscripted: BrowserContext, full_url: str
) -> None:
    """Every heading and every way on is there; no control is there that would do nothing."""
    page = unscripted.new_page()
    probe = visits.PROBE.read_text("utf-8")
    missing, dead = [], []
    for address, one in seen.items():
        if "?" in address:
            continue
        page.goto(full_url + address)
        page.evaluate(probe)
        if address.endswith(KEPT):
            expect(page.locator("main noscript .notice")).to_be_visible()
            continue
        lost = one.essentials - set(page.evaluate("probe.essentials()"))
        missing += [f"{address}: {each}" for each in lost]
        if not address.endswith(SHOWN):
            dead += [f"{address}: {each}" for each in page.evaluate("probe.dead()")]
    assert missing == []
    assert dead == []


def late(request: Request) -> bool:
    """Whether the page must do without it."""
    return request.resource_type in LATE and not request.url.endswith(FIRST)


def test_the_answer_comes_with_the_page_and_its_styles_alone(
    phone: Page, complaints: list[str], full_url: str
) -> None:
    """Scripts, fonts and pictures never arrive here; only the script that tells validity does."""
    held: list[Request] = []
    phone.route("**/*", lambda route: (
        held.append(route.request) if late(route.request) else route.continue_()
    ))  # fmt: skip
    phone.goto(f"{full_url}/san-pham/ruou-mau/", wait_until="commit")
    for part in ANSWER:
        expect(phone.locator(part).first).to_be_in_viewport()
    assert {request.resource_type for request in held} >= {"font"}
    phone.unroute_all(behavior="ignoreErrors")
    complaints.clear()


def test_on_a_slow_line_everything_arrives(phone: Page, full_url: str) -> None:
    session = phone.context.new_cdp_session(phone)
    session.send("Network.emulateNetworkConditions", SLOW)
    phone.goto(f"{full_url}/san-pham/ruou-mau/", wait_until="commit", timeout=PATIENCE)
    expect(phone.locator(".ans .evid")).to_be_in_viewport(timeout=PATIENCE)
    expect(phone.locator(".ans [data-word]").first).to_be_visible(timeout=PATIENCE)
    session.detach()


LAYOUTS = ("/", "/san-pham/ruou-mau/", "/en/gioi-thieu/", "/san-pham/")


@pytest.mark.parametrize("address", LAYOUTS)
def test_the_keyboard_goes_to_the_content_and_through_it(
    desk: Page, full_url: str, address: str
) -> None:
    """The first stop is the way past the head; then each stop in the order of the page."""
    desk.goto(full_url + address)
    desk.keyboard.press("Tab")
    skip = desk.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    desk.keyboard.press("Enter")
    desk.add_script_tag(path=visits.PROBE)
    for stop in desk.evaluate("probe.stops('main').slice(0, 40)"):
        desk.keyboard.press("Tab")
        assert desk.evaluate("probe.stop()") == stop


def test_faults_are_found(desk: Page, full_url: str, full_site: Path) -> None:
    """Or everything above would prove nothing: a page that does each of them wrong."""
    desk.goto(f"{full_url}/en/lien-he/")
    desk.evaluate(SPOIL, (Path(__file__).with_name("spoilt.html")).read_text("utf-8"))
    desk.add_script_tag(path=visits.PROBE)
    desk.keyboard.press("Tab")
    desk.emulate_media(forced_colors="active", reduced_motion="reduce")
    visits.resize(desk, visits.PHONE)
    for question, spoilt in SPOILT.items():
        found = desk.evaluate(f"probe.{question}()")
        assert any(spoilt in fault for fault in found), f"{question}: {found}"


SPOIL: str = "(html) => document.querySelector('main').insertAdjacentHTML('beforeend', html)"
SPOILT: Mapping[str, str] = {
    "targets": "tiny",
    "focus": "no ring",
    "motion": "moving",
    "unseen": "unseen",
    "reflow": "wide",
    "foreign": "Gạo tám xoan",
    "landmarks": "has no name",
    "dead": "dead",
}
