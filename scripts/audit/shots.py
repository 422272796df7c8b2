"""Photographs of scenes at several widths, in both schemes and languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.audit import kinds
from scripts.audit.scenes import Scene

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WIDTHS = {360: 640, 768: 1024, 1280: 800}
SCHEMES = ("light", "dark")
PLACE = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
QUALITY = 70
# What pages bring in when they rest.
REST = "() => new Promise((done) => setTimeout(done, 400))"
# Pictures of longer pages cannot be looked at.
TALLEST = 9_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture that was taken: `file` by the sheet; `complaints` are the page's."""

    scene: str
    address: str
    language: str
    width: int
    scheme: str
    file: str
    complaints: tuple[str, ...]


def take(
    browser: Browser,
    url: str,
    site: Path,
    scenes: Iterable[Scene],
    folder: Path,
    say: Callable[[str], None],
) -> Iterator[Shot]:
    """Photograph each scene; what cannot be reached is said and left out."""
    for scene in scenes:
        english = kinds.english(site, scene.address)
        for language, address in {"vi": scene.address, "en": english}.items():
            if address is None:
                continue
            for width, height in WIDTHS.items():
                try:
                    yield from _visit(
                        browser, url, scene, (language, address), (width, height), folder
                    )
                except Exception as error:  # one scene must not cost the others
                    say(f"{scene.name} ({address}, {width}): {str(error).splitlines()[0]}")


def _visit(
    browser: Browser,
    url: str,
    scene: Scene,
    page_of: tuple[str, str],
    size: tuple[int, int],
    folder: Path,
) -> Iterator[Shot]:
    language, address = page_of
    complaints: list[str] = []
    with _page(browser, size, scripts=scene.scripts) as page:
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda said: complaints.append(said.text) if said.type == "error" else None,
        )
        page.goto(url + address)
        if scene.act:
            scene.act(page)
        page.evaluate(REST)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            file = f"{scene.name}-{language}-{size[0]}-{scheme}.jpg"
            _photograph(page, folder / file, whole=scene.act is None)
            if scene.forgiven:
                complaints.clear()
            if wide := _overflow(page):
                complaints.append(f"{wide} px wide")
            yield Shot(scene=scene.name, address=address, language=language, width=size[0],
                       scheme=scheme, file=file, complaints=tuple(complaints))  # fmt: skip


@contextmanager
def _page(browser: Browser, size: tuple[int, int], *, scripts: bool) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        has_touch=size[0] < max(WIDTHS),
        java_script_enabled=scripts,
        reduced_motion="reduce",
        **PLACE,  # type: ignore[arg-type]
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def _photograph(page: Page, file: Path, *, whole: bool) -> None:
    """The whole page, or the window where something lies over it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    shot = {"path": file, "type": "jpeg", "quality": QUALITY, "animations": "disabled"}
    if not whole:
        page.screenshot(**shot)  # type: ignore[arg-type]
        return
    wide, tall = page.evaluate("[document.documentElement.scrollWidth, document.body.scrollHeight]")
    clip = {"x": 0, "y": 0, "width": wide, "height": min(tall, TALLEST)}
    page.screenshot(**shot, full_page=True, clip=clip)  # type: ignore[arg-type]


def _overflow(page: Page) -> int | None:
    """How wide the page is, where that is wider than its window."""
    wide, window = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return int(wide) if wide > window else None
