"""What open pages are told: that there is something new to see, and what is wrong."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from string import Template

ASK, SCRIPT = "/__preview/edition", "/__preview/reload.js"
HERE = Path(__file__).parent
PATIENCE = 25.0


@dataclass(slots=True)
class State:
    """The number of what is shown, and what is wrong with the records since."""

    edition: int = field(default_factory=lambda: int(time.time()))
    title: str = ""
    problems: tuple[str, ...] = ()
    news: threading.Condition = field(default_factory=threading.Condition)

    def show(self, title: str = "", problems: tuple[str, ...] = ()) -> None:
        """Say that what is shown, or what is wrong, has changed: open pages reload."""
        with self.news:
            self.edition += 1
            self.title, self.problems = title, problems
            self.news.notify_all()

    def wait(self, seen: str) -> str:
        """The number of what is shown, as soon as it is another than `seen`."""
        with self.news:
            self.news.wait_for(lambda: str(self.edition) != seen, PATIENCE)
            return str(self.edition)

    def addition(self) -> bytes:
        """What the preview adds to a page: the script, and the problems where there are any."""
        with self.news:
            edition, title, problems = self.edition, self.title, self.problems
        added = template("script").substitute(script=SCRIPT, ask=ASK, edition=edition)
        if problems:
            added += panel(title, problems)
        return added.encode()


def panel(title: str, lines: tuple[str, ...]) -> str:
    """The problems as they lie over a page."""
    shown = "\n".join(map(escape, lines))
    return template("panel").substitute(title=escape(title), lines=shown)


def template(name: str) -> Template:
    """A piece of HTML beside this module."""
    return Template((HERE / f"{name}.html").read_text(encoding="utf-8"))
