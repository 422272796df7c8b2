"""A catalogue with its own docs/ and a desk that follows it, as `serve` has them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

from scripts import pipeline
from scripts.live.desk import Desk, Places
from scripts.preview.messages import News
from scripts.preview.watch import Changes, Watch, changed
from tests.builder import TODAY, CatalogueFolder

Step = Callable[[CatalogueFolder], object]


class Session:
    """Edits of a folder; after each the desk is told what a watch has seen."""

    def __init__(self, folder: CatalogueFolder, scratch: Path) -> None:
        self.folder = folder
        shutil.copytree(pipeline.DOCS, folder.root / "docs", dirs_exist_ok=True)
        hooks = f"hooks:\n  - {pipeline.ROOT / 'scripts' / 'hooks.py'}"
        config = pipeline.ENGINE.read_text("utf-8").replace("hooks:\n  - scripts/hooks.py", hooks)
        folder.write("mkdocs.yml", re.sub(r"^watch:\n(  - .*\n)+", "", config, flags=re.M))
        self.places = Places(
            products=folder.products,
            docs=folder.root / "docs",
            engine=folder.root / "mkdocs.yml",
            scratch=scratch,
            photos=scratch / "photos",
        )
        self.desk = Desk(places=self.places, day=TODAY)
        self.watch = Watch((self.places.products, self.places.docs, self.places.engine))
        self.before = self.watch.look()
        self.news = list(self.desk.follow(None))

    def edit(self, step: Step) -> list[News]:
        """Do something to the folder; the news of it, until all has settled."""
        step(self.folder)
        self.news = list(self.desk.follow(self.seen()))
        return self.news

    def seen(self) -> Changes:
        """What has changed since the last look."""
        now = self.watch.look()
        changes, self.before = changed(self.before, now), now
        return changes

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong now, as the page shows it."""
        return self.news[-1].problems

    def answer(self, address: str) -> bytes | None:
        """What is served at an address."""
        assert self.desk.issue is not None
        return self.desk.issue.answer(address)

    def served(self) -> dict[str, bytes]:
        """Everything that is served, by its address."""
        issue = self.desk.issue
        assert issue is not None
        edition = issue.edition
        pages, files = issue.shelf.all(), edition.assets
        addresses = {page.address for page in pages} | {file.address for file in files}
        addresses |= issue.framer.frame.files.keys()
        return {address: issue.answer(address) or b"" for address in addresses}

    def built(self, tree: Path) -> dict[str, bytes]:
        """Everything that a clean build of the same folder and day writes, by its address."""
        shutil.rmtree(tree, ignore_errors=True)
        checked = pipeline.check(self.places.products, TODAY)
        photos = pipeline.album(pipeline.photographs(checked), cache=self.places.photos)
        edition = pipeline.edition(
            pipeline.catalogue(checked, TODAY),
            docs=self.places.docs,
            photos=photos,
            origin=pipeline.origin(checked.reading, self.places.products),
        )
        pipeline.print_site(edition, tree, config=self.places.engine)
        files = {f"/{file.relative_to(tree).as_posix()}": file for file in tree.rglob("*")}
        return {
            address.removesuffix("index.html"): file.read_bytes()
            for address, file in files.items()
            if file.is_file()
        }
