"""What runs first in the process that makes pages: it loads the code afresh, as it is now."""

from __future__ import annotations

import importlib
import signal
import traceback
from multiprocessing.connection import Connection

from scripts.preview.messages import News

TITLE = "Mã chương trình có lỗi; dưới đây là trang trước khi có lỗi"


def run(target: str, orders: Connection, questions: Connection, *values: object) -> None:
    """Call the function "module:name" with both pipes and the values; tell why it failed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends us
    try:
        module, _, name = target.partition(":")
        getattr(importlib.import_module(module), name)(orders, questions, *values)
    except Exception:
        said = traceback.format_exc().rstrip()
        lines = tuple(said.splitlines())
        orders.send(News(title=TITLE, problems=lines, said=said, settled=True, failed=True))
