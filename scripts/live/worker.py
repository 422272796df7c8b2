"""The process behind the server: takes in changes, answers with pages, until the server goes."""

from __future__ import annotations

import gc
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from scripts.live.desk import UNPRINTED, Desk, Places
from scripts.preview.messages import Answer, News
from scripts.preview.watch import Changes

# The browser asks for its page, and whoever writes may save again, before the rest is worked at:
# that takes longer than what was seen at once, and parts of it cannot be interrupted.
COURTESY, PATIENCE = 0.25, 2.0


def work(
    orders: Connection, questions: Connection, places: Mapping[str, str], day: date | None
) -> None:
    """Send news of the first edition and of each change that comes; answer meanwhile.

    `places` are the fields of Places as text: nothing of ours is loaded before we are.
    """
    # A catalogue is a large heap without cycles: looking for some takes seconds each time.
    gc.disable()
    where = Places(**{name: Path(place) for name, place in places.items()})
    desk = Desk(places=where, day=day)
    # Nobody asks before there is an edition, and only a process of one thread may divide itself.
    answers = threading.Thread(target=_answer, args=(desk, questions), daemon=True)
    changes: Changes | None = None
    try:
        while True:
            for news in _told(desk, changes, orders):
                if news.shown and not answers.is_alive():
                    answers.start()
                orders.send(news)
            if changes is None:
                gc.freeze()
            gc.collect()
            changes = _next(orders)
    except (EOFError, OSError):  # the server has gone
        return


def _told(desk: Desk, changes: Changes | None, orders: Connection) -> Iterator[News]:
    """What comes of a change; a mistake in the code ends the change, not the process."""
    began = time.monotonic()
    try:
        for news in desk.follow(changes, lambda: orders.poll(0)):
            took = time.monotonic() - began
            yield news
            if news.shown and not news.settled:
                orders.poll(COURTESY + (PATIENCE * took if changes else 0))
    except Exception:
        said = traceback.format_exc().rstrip()
        yield News(title=UNPRINTED, problems=tuple(said.splitlines()), said=said, settled=True)


def _next(orders: Connection) -> Changes:
    """The next change, together with all that wait behind it."""
    changes: Changes = orders.recv()
    while orders.poll():
        changes |= orders.recv()
    return changes


def _answer(desk: Desk, questions: Connection) -> None:
    """Answer one address after the other."""
    try:
        while True:
            questions.send(_found(desk, questions.recv()))
    except (EOFError, OSError):
        return


def _found(desk: Desk, address: str) -> Answer | None:
    """What is at an address; None where nothing is, or nothing is there yet."""
    try:
        content = desk.issue.answer(address) if desk.issue else None
    except Exception:
        return Answer(failure=tuple(traceback.format_exc().rstrip().splitlines()))
    return None if content is None else Answer(content=content)
