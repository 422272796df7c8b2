"""Pages and assets → files of a tree; each writer has one body in memory at a time."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path

from scripts.pages.types import Asset, Page, Settings
from scripts.press.address import claim, file_of
from scripts.press.front import Front, ShellKey, front_of
from scripts.press.shell import Shell
from scripts.processes import Report, share

BATCH = 128


class BodyError(Exception):
    """A page's body cannot be made; the message names its address."""


def files_of(
    pages: Sequence[Page], assets: Sequence[Asset], taken: Iterable[str]
) -> frozenset[str]:
    """Every file of the site; `taken` are those that the engine writes.

    AddressError where two want the same one.
    """
    of_pages = ((page.address, f"{page.source or page.title!r} ({page.kind})") for page in pages)
    of_assets = ((asset.address, "tệp dữ liệu") for asset in assets)
    return claim(chain(of_pages, of_assets), taken)


def write_all(
    pages: Sequence[Page],
    assets: Sequence[Asset],
    shells: Mapping[ShellKey, Shell],
    settings: Settings,
    tree: Path,
    report: Report = lambda done: None,
) -> None:
    """Write each asset, and each page into its shell; `report` is given pages written.

    BodyError where a page cannot be rendered, OSError where a file cannot be written.
    """

    def batch(part: Sequence[Page]) -> int:
        for page in part:
            front = filled(page, settings)
            _write(tree, file_of(page.address), shells[front.key].join(front))
        return len(part)

    parts = [pages[start : start + BATCH] for start in range(0, len(pages), BATCH)]
    written = 0

    def take(number: int, count: int) -> None:
        nonlocal written
        written += count
        report(written)

    share([partial(_assets, assets, tree), *(partial(batch, part) for part in parts)], take)


def _assets(assets: Iterable[Asset], tree: Path) -> int:
    for asset in assets:
        _write(tree, file_of(asset.address), asset.content())
    return 0


def filled(page: Page, settings: Settings) -> Front:
    """The values of a page with its body; BodyError where it cannot be rendered."""
    try:
        return front_of(page, settings, page.render())
    except Exception as error:
        raise BodyError(f"cannot render {page.address}: {error}") from error


def _write(tree: Path, name: str, content: bytes) -> None:
    """Write a file below the tree, and make its folder.

    Plain paths: at 58,000 pages those of pathlib would cost a quarter of the time.
    """
    path = f"{tree}/{name}"
    folder = os.path.dirname(path)  # noqa: PTH120
    try:
        os.mkdir(folder)  # noqa: PTH102 - most pages have a folder of their own
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(content)
