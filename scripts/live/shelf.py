"""The pages of one edition, listed only as far as somebody has asked for one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice

from scripts.pages.types import Page

BATCH = 64
PAUSE = 0.005


class Shelf:
    """Pages by address. `parts` list them, each part by itself, in the order of a build.

    `before`: the part in which each address was found last time, so that it is looked for there
    first: of 60,000 pages a few thousand are listed before the one that was asked for.
    """

    def __init__(
        self, parts: Iterable[Iterator[Page]], before: Mapping[str, int] | None = None
    ) -> None:
        self._parts = list(parts)
        self._listed: list[list[Page]] = [[] for _ in self._parts]
        self._pages: dict[str, Page] = {}
        self._before = before or {}
        self._lock = threading.Lock()
        self._waiting = 0
        self._finished = False
        self._failure: Exception | None = None
        self.places: dict[str, int] = {}

    def find(self, address: str) -> Page | None:
        """The page of an address; None where no part has one."""
        self._waiting += 1
        with self._lock:
            self._waiting -= 1
            for part in self._likely(address):
                while address not in self._pages and self._list(part):
                    pass
            return self._pages.get(address)

    @property
    def hints(self) -> Mapping[str, int]:
        """For the next edition's shelf: the part of each address that is known."""
        return self.places if self._finished else {**self._before, **self.places}

    def _likely(self, address: str) -> Iterator[int]:
        """All parts, the one that had the address last time first."""
        if address not in self._pages:
            first = self._before.get(address, 0)
            yield from dict.fromkeys((first, *range(len(self._parts))))

    def _list(self, part: int) -> bool:
        """List some more pages of a part; whether there were any."""
        try:
            pages = list(islice(self._parts[part], BATCH))
        except Exception as error:  # a generator that failed only looks as if it were at its end
            self._failure = error
            raise
        self._listed[part] += pages
        for page in pages:
            self._pages.setdefault(page.address, page)
            self.places.setdefault(page.address, part)
        return bool(pages)

    def finish(self, interrupted: Callable[[], bool] = lambda: False) -> bool:
        """List all that is left, letting those first who ask for a page; False if interrupted."""
        for part in range(len(self._parts)):
            more = True
            while more:
                if interrupted():
                    return False
                if self._waiting:
                    time.sleep(PAUSE)
                with self._lock:
                    more = self._list(part)
        self._finished = True
        return True

    def all(self) -> tuple[Page, ...]:
        """Every page, in the order of a build."""
        self.finish()
        if self._failure:
            raise self._failure
        return tuple(chain.from_iterable(self._listed))
