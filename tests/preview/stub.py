"""A process that makes pages, as the tests of the server want it: its target for `Job`."""

from __future__ import annotations

import os
import threading
from multiprocessing.connection import Connection

from scripts.preview.messages import Answer, News
from scripts.preview.watch import Changes

PAGES = {
    "/": b"<h1>Nh\xc3\xa0</h1>",
    "/a/": b"<h1>A</h1>",
    "/404.html": b"<h1>Kh\xc3\xb4ng th\xe1\xba\xa5y</h1>",
    "/a/x.js": b"1",
    "/a/phim.mp4": bytes(range(10)),
}


def work(orders: Connection, questions: Connection, *first: News) -> None:
    """Tell the first news; then a changed file's name says what is to come of it.

    "die" ends the process, "x=y" shows the text y at /x/, "wrong" is a problem.
    """
    pages = dict(PAGES)
    threading.Thread(target=_answer, args=(pages, questions), daemon=True).start()
    for news in first or (News(shown=True, said="ready"),):
        orders.send(news)
    try:
        while True:
            _take(orders.recv(), pages, orders)
    except EOFError:
        return


def _take(changes: Changes, pages: dict[str, bytes], orders: Connection) -> None:
    for file in changes.files:
        name, _, text = file.partition("=")
        if file == "die":
            os._exit(9)
        if file == "wrong":
            orders.send(News(title="Có lỗi", problems=("a.yml:1:1: sai",), said="sai"))
        else:
            pages[f"/{name}/"] = text.encode()
            orders.send(News(shown=True, said=name))


def _answer(pages: dict[str, bytes], questions: Connection) -> None:
    while True:
        address = questions.recv()
        if address == "/hong/":
            questions.send(Answer(failure=("Traceback", "<KeyError>")))
        else:
            content = pages.get(address)
            questions.send(None if content is None else Answer(content=content))


def refuse(orders: Connection, questions: Connection) -> None:
    """A process whose code has a mistake."""
    raise RuntimeError("broken code")
