"""The body of a page of ours as Markdown: headings, lists, links and paragraphs."""

from __future__ import annotations

import re
from html import unescape

from scripts.bench.peers.hugo.markup import attributes

TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)")
MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
UNSEEN = re.compile(r"<(script|svg|figcaption)\b.*?</\1>", re.DOTALL)
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
OPENS = {"h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "li": "\n\n- ", "b": "**",
         "strong": "**", "em": "*", "br": " ", "dd": " "}  # fmt: skip
CLOSES = {"a": "](%s)", "b": "**", "strong": "**", "em": "*"}
BLOCKS = frozenset(("p", "dt", "div", "ul", "ol", "section", "header", "figure", "table", "tr"))


def page(html: str) -> str:
    """Markdown that says what the page says, links within the site as they are."""
    found = MAIN.search(html)
    body = UNSEEN.sub("", found[1] if found else "")
    told: list[str] = []
    target = ""
    for closing, tag, raw, text in TOKEN.findall(body):
        if text:
            told.append(SPECIAL.sub(r"\\\1", unescape(" ".join(text.split("\n")))))
        elif tag == "a":
            target = dict(attributes(raw)).get("href") or target
            told.append(CLOSES["a"] % target if closing else "[")
        elif closing:
            told.append(CLOSES.get(tag, ""))
        else:
            told.append("\n\n" if tag in BLOCKS else OPENS.get(tag, ""))
    return _tidy("".join(told))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines))
    # An item that began on a line of its own, before the block inside it.
    return (
        re.sub(r"^(- |#+ )?\n\n(?=[^-#\n])", r"\1", joined, flags=re.MULTILINE)
        .replace("****", "")
        .strip()
        + "\n"
    )
