"""What is to be seen: a page of every kind, and the states that visitors bring pages into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.audit import kinds

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIELD = "#search-input"
NOTHING = "zzzz"
PRODUCTS = "product"
# A state is often reached by a control that only a script puts there.
PATIENCE = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A page to look at: `name` goes into file names, `act` does what a visitor would do there.

    `forgiven`: the browser may complain, since the scene is about something that fails.
    """

    name: str
    address: str
    act: Callable[[Page], None] | None = None
    scripts: bool = True
    forgiven: bool = False


def of_kinds(site: Path) -> Iterator[Scene]:
    """The heaviest page of each kind, and the one in the middle."""
    pages = kinds.kinds(site)
    for name, address in kinds.heaviest(pages).items():
        yield Scene(name=name.replace(" ", "-").replace("/", "-"), address=address)
    for kind, of in pages.items():
        if kind != kinds.WRITTEN and kinds.typical(of) != of[-1]:
            yield Scene(name=f"{kind}-typical", address=kinds.typical(of))


def of_states(site: Path) -> Iterator[Scene]:
    """Every product of a sample catalogue, and what visitors do."""
    products = kinds.kinds(site).get(PRODUCTS, ())
    for address in products:
        yield Scene(name=f"state-{Path(address).name}", address=address)
    heavy = products[-1]
    addresses = {"home": "/", "list": "/san-pham/", "product": heavy}
    for name, (place, act) in ACTS.items():
        yield Scene(
            name=f"act-{name}", address=addresses[place], act=act, forgiven=name == "offline"
        )
    for name in ("", "san-pham/", "danh-sach/", "so-sanh/", heavy[1:]):
        stem = name.strip("/").replace("/", "-") or "home"
        yield Scene(name=f"unscripted-{stem}", address=f"/{name}", scripts=False)


def _type(query: str) -> Callable[[Page], None]:
    def act(page: Page) -> None:
        page.locator(FIELD).focus()
        page.locator(FIELD).press_sequentially(query)
        page.locator("#search-list:visible").wait_for(timeout=PATIENCE)

    return act


def _offline(page: Page) -> None:
    page.route("**/assets/search/**", lambda route: route.abort())
    _type("gao")(page)


def _menu(page: Page) -> None:
    if (summary := page.locator(".menu summary")).is_visible():
        summary.click(timeout=PATIENCE)


def _choose(page: Page, kind: str) -> None:
    """Press the buttons of three cards; they come when somebody is there."""
    page.mouse.move(5, 5)
    buttons = page.locator(f"button[data-{kind}]")
    buttons.first.wait_for(timeout=PATIENCE)
    for number in range(min(3, buttons.count())):
        buttons.nth(number).click(timeout=PATIENCE)


def _keep(page: Page) -> None:
    _choose(page, "list")


def _list(page: Page) -> None:
    _keep(page)
    page.locator("a[data-list-count]").click(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")


def _compare(page: Page) -> None:
    _choose(page, "compare")
    page.locator("a[href*='so-sanh/?']").first.click(timeout=PATIENCE)
    page.wait_for_load_state("networkidle")


def _gallery(page: Page) -> None:
    page.locator("[data-gallery] a:has(img)").first.click(timeout=PATIENCE)
    page.locator(".pswp--open").wait_for(timeout=PATIENCE)


# What visitors do: on which page, and how.
ACTS: Mapping[str, tuple[str, Callable[[Page], None]]] = {
    "menu": ("home", _menu),
    "suggestions": ("home", _type("mau")),
    "nothing-found": ("home", _type(NOTHING)),
    "offline": ("home", _offline),
    "kept": ("list", _keep),
    "my-list": ("list", _list),
    "compare": ("list", _compare),
    "gallery": ("product", _gallery),
}
