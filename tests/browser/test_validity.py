"""The validity script in a real browser, by the same table as the Python rule."""

from __future__ import annotations

import gzip
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.model.cases import Case, all_cases

SCRIPT = Path(__file__).parents[2] / "docs/assets/js/validity.js"
ORIGIN = "http://catalogue.invalid"
CASES = all_cases()
WORDS = {
    "validity.valid": "Còn hiệu lực",
    "validity.expiring": "Sắp hết hạn",
    "validity.expired": "Hết hạn (theo giấy chứng nhận đã biết)",
    "validity.revoked": "Đã thu hồi",
    "validity.unknown": "Chưa rõ thời hạn",
    "validity.left.months": "còn {n} tháng",
    "validity.left.days": "còn {n} ngày",
    "validity.left.day": "còn 1 ngày",
    "validity.left.today": "đến hết hôm nay",
    "validity.least.months": "còn ít nhất {n} tháng",
    "validity.least.days": "còn ít nhất {n} ngày",
    "validity.least.day": "còn ít nhất 1 ngày",
    "validity.least.today": "",
}
ICONS = "".join(
    f'<span data-icon="{name}" hidden>·</span>'
    for name in ("valid", "soon", "over", "revoked", "unk")
)
INSIDE = f"""{ICONS}<b data-word></b> <span class="d">13/12/2021 – 13/12/2024</span>
<span data-left hidden></span><i data-when="expired" hidden>chưa thấy</i>
<span data-stars-drawn hidden>★</span>
<span data-stars-plain>Đã đạt 4 sao</span><i data-gauge></i>"""
CLASSES = {
    "valid": "v-valid",
    "expiring": "v-soon",
    "expired": "v-over",
    "revoked": "v-revoked",
    "unknown": "v-unk",
}


def document(body: str, build_day: str, script: bool = True) -> str:
    words = json.dumps(WORDS, ensure_ascii=False)
    load = '<script type="module" src="/validity.js"></script>' if script else ""
    return f"""<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thử</title>
<style>[hidden]{{display:none!important}}</style><body data-build-day="{build_day}">{body}
<p data-clock-notice hidden>Đồng hồ của máy sai</p>
<script type="application/json" id="words">{words}</script>{load}</body></html>"""


def series(spans: list[dict[str, Any]], id: str = "one") -> str:
    data = json.dumps(spans).replace('"', "&quot;")
    return f'<p id="{id}" class="val" data-validity data-certificates="{data}">{INSIDE}</p>'


def single(span: dict[str, Any]) -> str:
    start, end, revoked = span["start"], span["end"], span["revoked"] or [None, None]
    if revoked[0] == revoked[1]:
        revoked = [revoked[0], None]
    values = {
        **{"start-first": start[0], "start-last": start[1]},
        **{"end-first": end[0], "end-last": end[1]},
        **{"revoked": revoked[0], "revoked-last": revoked[1], "stars": span["stars"]},
    }
    attributes = " ".join(f'data-{name}="{value or ""}"' for name, value in values.items())
    return f'<p id="one" class="val" data-validity {attributes}>{INSIDE}</p>'


def open_page(page: Page, html: str, at: str) -> None:
    """Opens a page whose clock stands at an instant; no request leaves the machine."""

    def answer(route: Route) -> None:
        if route.request.url.endswith("/validity.js"):
            route.fulfill(body=SCRIPT.read_text("utf-8"), content_type="text/javascript")
        else:
            route.fulfill(body=html, content_type="text/html")

    page.route("**/*", answer)
    # The clock runs between the two calls, on a slow machine for seconds: start well before.
    page.clock.install(time=datetime.fromisoformat(at) - timedelta(hours=1))
    page.clock.pause_at(datetime.fromisoformat(at))
    page.goto(f"{ORIGIN}/")


def judged(page: Page) -> list[dict[str, Any]]:
    """The rule's answers for the whole table, in one trip to the browser."""
    rows = [{"spans": case.spans, "at": case.on["at"], "build": case.build_day} for case in CASES]
    answers: list[dict[str, Any]] = page.evaluate(
        """async (rows) => {
            const rule = await import("/validity.js");
            return rows.map(({spans, at, build}) => {
                const {day, early, status, current} = rule.status(spans, Date.parse(at), build);
                const held = ["valid", "expiring"].includes(status) && current;
                return {
                    day, early, status,
                    each: spans.map((one) => rule.certificateStatus(one, day)),
                    current: current ? spans.indexOf(current) : null,
                    drawn: held ? held.stars : null,
                    left: held ? rule.timeLeft(held, day) : null,
                };
            });
        }""",
        rows,
    )
    return answers


def expected(case: Case) -> dict[str, Any]:
    left = case.on["left"]
    if left:
        sure, unit, count = left
        name = {0: "today", 1: "day"}.get(count, unit) if unit == "days" else unit
        left = [f"{sure}.{name}", count]
    return {
        **{key: case.on[key] for key in ("day", "status", "each", "current", "drawn")},
        "early": case.on.get("notice", False),
        "left": left,
    }


def test_the_browser_judges_as_python_does(page: Page) -> None:
    open_page(page, document("", "2020-01-01"), "2026-11-24T01:00:00+00:00")
    assert dict(zip([c.name for c in CASES], judged(page), strict=True)) == {
        case.name: expected(case) for case in CASES
    }


def shown(page: Page, selector: str) -> list[str]:
    return [e.inner_text() for e in page.locator(selector).all() if e.is_visible()]


def check_element(page: Page, status: str, drawn: bool, left: str) -> None:
    element = page.locator("#one")
    expect(element).to_have_class(f"val {CLASSES[status]}")
    assert shown(page, "#one [data-word]") == [WORDS[f"validity.{status}"]]
    icon = CLASSES[status].removeprefix("v-")
    expect(page.locator(f'#one [data-icon="{icon}"]')).to_be_visible()
    assert len(shown(page, "#one [data-icon]")) == 1
    assert shown(page, "#one [data-stars-drawn]") == (["★"] if drawn else [])
    assert shown(page, "#one [data-stars-plain]") == ([] if drawn else ["Đã đạt 4 sao"])
    assert shown(page, "#one [data-left]") == ([left] if left else [])
    assert shown(page, "#one [data-when]") == (["chưa thấy"] if status == "expired" else [])


# Each status once, with what a page shows of it.
PAGES = [
    (["2024-12-13", "2024-12-13"], ["2027-12-13", "2027-12-13"], None, "valid", "còn 12 tháng"),
    (
        ["2024-01-10", "2024-06-10"],
        ["2027-01-10", "2027-06-10"],
        None,
        "expiring",
        "còn ít nhất 47 ngày",
    ),
    (["2021-12-13", "2021-12-13"], ["2024-12-13", "2024-12-13"], None, "expired", ""),
    (
        ["2024-12-13", "2024-12-13"],
        ["2027-12-13", "2027-12-13"],
        ["2026-02-01", "2026-02-28"],
        "revoked",
        "",
    ),
    (["2024-01-10"] * 2, ["2027-01-10"] * 2, ["2026-11-24", "2026-11-24"], "revoked", ""),
    ([None, None], [None, None], None, "unknown", ""),
    ([None, None], ["2028-01-01", "2027-01-01"], None, "unknown", ""),
    (["2024-01-10"] * 2, ["2028-01-10"] * 2, ["2026-11-01", "2026-11-30"], "unknown", ""),
]


@pytest.mark.parametrize("form", [single, lambda span: series([span])], ids=["single", "series"])
@pytest.mark.parametrize(("start", "end", "revoked", "status", "left"), PAGES)
def test_an_element_says_its_status(
    page: Page, form: Any, start: Any, end: Any, revoked: Any, status: str, left: str
) -> None:
    span = {"start": start, "end": end, "revoked": revoked, "stars": 4}
    open_page(page, document(form(span), "2026-11-24"), "2026-11-24T01:00:00+00:00")
    check_element(page, status, status in ("valid", "expiring"), left)
    assert page.locator("[data-clock-notice]").is_hidden()


def test_the_gauge_drains_with_the_months(page: Page) -> None:
    span = {"start": ["2025-01-01"] * 2, "end": ["2027-12-28"] * 2, "revoked": None, "stars": 3}
    dry = {**span, "start": ["2020-01-01"] * 2, "end": ["2023-01-01"] * 2}
    none = {**span, "start": [None, None], "end": [None, None]}
    body = series([span], "half") + series([dry], "dry") + series([none], "none")
    open_page(page, document(body, "2026-06-30"), "2026-06-30T01:00:00+00:00")
    levels = [
        page.locator(f"#{id} [data-gauge]").evaluate("e => e.style.getPropertyValue('--spent')")
        for id in ("half", "dry", "none")
    ]
    assert float(levels[0]) == pytest.approx(0.5, abs=0.001)
    assert levels[1:] == ["1", ""]


def test_a_clock_before_the_build_day_gets_the_build_day_and_a_notice(page: Page) -> None:
    span = {"start": ["2023-08-24"] * 2, "end": ["2026-08-24"] * 2, "revoked": None, "stars": 3}
    open_page(page, document(series([span]), "2026-11-24"), "2022-11-24T01:00:00+00:00")
    check_element(page, "expired", False, "")
    expect(page.locator("[data-clock-notice]")).to_be_visible()


def test_the_build_day_may_stand_in_a_meta_element(page: Page) -> None:
    span = {"start": ["2023-08-24"] * 2, "end": ["2026-08-24"] * 2, "revoked": None, "stars": 3}
    html = document(series([span]), "").replace(
        "<body", '<meta name="build-day" content="2026-11-24"><body'
    )
    open_page(page, html, "2022-11-24T01:00:00+00:00")
    check_element(page, "expired", False, "")
    expect(page.locator("[data-clock-notice]")).to_be_visible()


def test_a_page_left_open_changes_at_midnight_in_viet_nam(page: Page) -> None:
    span = {"start": ["2023-08-24"] * 2, "end": ["2026-08-24"] * 2, "revoked": None, "stars": 3}
    open_page(page, document(series([span]), "2026-08-01"), "2026-08-23T16:59:00+00:00")
    check_element(page, "expiring", True, "còn 1 ngày")
    page.clock.run_for(2 * 60 * 1000)
    check_element(page, "expiring", True, "đến hết hôm nay")
    page.clock.run_for(24 * 3600 * 1000)
    check_element(page, "expired", False, "")


def test_two_certificates_in_uncertain_order_draw_no_star(page: Page) -> None:
    one = {"start": ["2025-06-26"] * 2, "end": ["2028-06-26"] * 2, "revoked": None, "stars": 5}
    open_page(
        page, document(series([one, {**one, "stars": 4}]), "2026-11-24"), "2026-11-24T01:00:00Z"
    )
    check_element(page, "unknown", False, "")


def test_without_script_the_page_says_no_status(page: Page) -> None:
    span = {"start": ["2024-12-13"] * 2, "end": ["2027-12-13"] * 2, "revoked": None, "stars": 4}
    open_page(page, document(series([span]), "2026-11-24", script=False), "2026-11-24T01:00:00Z")
    assert shown(page, "#one [data-icon], #one [data-stars-drawn], #one [data-left]") == []
    assert shown(page, "#one [data-stars-plain]") == ["Đã đạt 4 sao"]
    expect(page.locator("#one .d")).to_be_visible()


def test_the_script_is_small_and_speaks_no_language() -> None:
    code = SCRIPT.read_bytes()
    assert len(gzip.compress(code)) <= 2600
    assert code.isascii()
