"""Follows the files: what changed is read and checked again, and a new edition shown.

A page is rendered when it is asked for, and nothing is written, so nothing of an older edition can
be left over. What most changes leave as it is comes after the page is seen: all pages are listed,
and the theme is asked again where it would say something else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath

from scripts import pipeline, records, repository
from scripts.checks import report
from scripts.checks.again import Kept
from scripts.exports.manifest import Origin
from scripts.live.framer import Framer
from scripts.live.issue import Issue
from scripts.live.shelf import Shelf
from scripts.model.build import build
from scripts.pages import parts
from scripts.press.edition import PressError
from scripts.press.write import files_of
from scripts.preview.messages import News
from scripts.preview.watch import Changes
from scripts.records.types import Problem, Reading
from scripts.text.numbers import format_number

Interrupted = Callable[[], bool]
BROKEN = "Bản ghi có lỗi; dưới đây là trang trước khi có lỗi"
UNPRINTED = "Chưa dựng được trang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where everything lies: absolute paths. `scratch`: a folder of our own to work in."""

    products: Path
    docs: Path
    engine: Path
    scratch: Path
    photos: Path = pipeline.PHOTOS


@dataclass(slots=True)
class Desk:
    """What is known of the records now, and the edition that is shown."""

    places: Places
    day: date | None = None
    issue: Issue | None = None
    reading: Reading | None = None
    kept: Kept = field(default_factory=Kept)
    framer: Framer = field(init=False)

    def __post_init__(self) -> None:
        self.framer = Framer(self.places.engine, self.places.scratch / "frame")

    def follow(
        self, changes: Changes | None, interrupted: Interrupted = lambda: False
    ) -> Iterator[News]:
        """Take in what changed, or everything; first what is seen at once, then the rest.

        Where `interrupted` says so, the rest is left to the change that is waiting.
        """
        began = time.monotonic()
        try:
            problems = self._check(changes)
            errors = [problem for problem in problems if problem.severity == "error"]
            if errors:
                yield _wrong(BROKEN, report.text(errors))
                return
            last, self.issue = self.issue, self._issue(changes)
            yield News(shown=True, said=self._said(changes, problems, time.monotonic() - began))
            if not interrupted() and self.issue.shelf.finish(interrupted):
                yield News(shown=self._settle(self.issue), settled=True)
            del last  # taking it apart takes time, too
        except pipeline.PhotoError as error:
            yield _wrong(UNPRINTED, f"{error.file}: ảnh hỏng, không đọc được")
        except PressError as error:
            yield _wrong(UNPRINTED, str(error))

    def _check(self, changes: Changes | None) -> list[Problem]:
        """Read and check what changed."""
        products = self.places.products
        if self.reading is None or changes is None:
            self.reading = records.read(products)
            return self.kept.run(self.reading, self._today())
        below = changes.below(products)
        top = PurePath(products.name)
        paths = {(top / PurePath(f).relative_to(products)).as_posix() for f in below.files}
        if paths:
            self.reading = records.reread(self.reading, products, paths, moved=below.moved)
        folders = {path.rpartition("/")[0] for path in paths}
        return self.kept.run(self.reading, self._today(), folders)

    def _today(self) -> date:
        return self.day or pipeline.today()

    def _issue(self, changes: Changes | None) -> Issue:
        """The edition of the records as they are now."""
        assert self.reading is not None
        last, places = self.issue, self.places
        same = last and last.reading is self.reading and last.made.today == self._today()
        made = last.made if last and same else build(self.reading, self._today())
        album = self._album(self.reading, changes)
        settings = pipeline.settings(made, docs=places.docs, photos=album)
        shelf = Shelf(parts(made, settings), last.shelf.hints if last else None)
        issue = Issue(
            reading=self.reading,
            made=made,
            settings=settings,
            album=album,
            shelf=shelf,
            framer=self.framer,
            origin=last.origin if last else Origin(commit=repository.head(places.products)),
        )
        if changes is None or changes.below(places.docs, places.engine):
            self.framer.outdated = True
        if self.framer.outdated:
            self.framer.make(issue.unbound(self.framer.pages or shelf.all()))
        return issue

    def _album(self, reading: Reading, changes: Changes | None) -> pipeline.Album:
        """The pictures; only new and changed originals are looked at."""
        files = pipeline.photographs(pipeline.Checked(reading=reading, problems=()))
        last = self.issue.album if self.issue else pipeline.Album()
        changed = changes.files if changes else frozenset()
        known = {file: photo for file, photo in last.photos.items() if str(file) not in changed}
        if self.issue and len(known) == len(last.photos) and known.keys() == set(files.values()):
            return last
        return pipeline.album(files, cache=self.places.photos, known=known)

    def _settle(self, issue: Issue) -> bool:
        """Look at the edition as a whole; whether the frame became another by it."""
        issue.origin = Origin(commit=repository.head(self.places.products))
        edition = issue.edition
        files_of(edition.pages, edition.assets, self.framer.frame.taken)
        return self.framer.renew(edition)

    def _said(self, changes: Changes | None, problems: list[Problem], seconds: float) -> str:
        """What was done, and the warnings in the files that were saved."""
        took = f"{seconds:.1f}".replace(".", ",")
        if changes is None or self.reading is None:
            read = format_number(len(self.reading.records) if self.reading else 0, "vi")
            return f"Đã đọc {read} bản ghi trong {took} giây; mở trang nào thì soạn trang ấy"
        root = self.places.products.parent
        here = [one for one in problems if str(root / one.path) in changes.files]
        count = format_number(len(changes.files), "vi")
        return f"{report.text(here)}Đã đọc lại {count} tệp trong {took} giây"


def _wrong(title: str, text: str) -> News:
    return News(title=title, problems=tuple(text.splitlines()), said=text.rstrip(), settled=True)
