"""A rendered page of ours, cut into its shell, the values of its head, its body and its cards."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from scripts.bench.peers.hugo.golang import literal
from scripts.bench.peers.hugo.markup import ROOT

KIND = re.compile(r'class="page page-([a-z-]+)"')
MAIN = re.compile(r"<main\b[^>]*>")
CARD = re.compile(r'<li class="card\b.*?</li>', re.DOTALL)
LINK = re.compile(r'href="([^"]*)"')
# What the head of a page says of it: before, the value, behind; and how Go is to let it through.
HEAD = (
    (re.compile(r"(<title>)(.*?)(</title>)"), ""),
    (re.compile(r'(<meta (?:name="description"|property="[\w:]+") content=")([^"]*)(")'), ""),
    (re.compile(r'(<link rel="(?:canonical|alternate)"[^>]* href=")([^"]*)(")'), " | safeURL"),
    (re.compile(r'(<script type="application/ld\+json">)(.*?)(</script>)', re.S), " | safeJS"),
    (re.compile(r'( data-to=")([^"]*)(")'), ""),
    (re.compile(r'(<meta http-equiv="refresh" content=")([^"]*)(")'), ""),
)
EDIT = re.compile(r'(href=")(https?://[^"]*/products/[^"]*)(")')
OPEN, CLOSE = "\ue001", "\ue002"
LANGUAGES = ("vi", "en")


@dataclass(slots=True)
class Cards:
    """The cards of one language; the same product is one card on all pages that show it."""

    ids: dict[str, str] = field(default_factory=dict)

    def take(self, html: str) -> str:
        """The id of a card; ids are told by the product's address."""
        known = self.ids.get(html)
        if known is None:
            link = LINK.search(html)
            slug = link[1].rstrip("/").rpartition("/")[2] if link else "card"
            known = self.ids[html] = f"{slug}~{len(self.ids)}"
        return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: `address` from the root without a slash in front, `shell` and `main` with marks.

    `head`: the values of the shell by name.
    """

    address: str
    kind: str
    root: str
    before: str
    after: str
    main: str
    head: dict[str, object]


def language_of(address: str) -> str:
    """Of "en/…" English."""
    return "en" if address.startswith("en/") else "vi"


def read(file: Path, tree: Path, cards: Cards) -> Sheet:
    """A page of the site in the folder `tree`."""
    html = file.read_text(encoding="utf-8")
    address = file.relative_to(tree).as_posix().removesuffix("index.html")
    root = "/".join([".."] * address.count("/"))
    if root:
        html = html.replace(root, ROOT)
    found, kind = MAIN.search(html), KIND.search(html)
    assert found is not None, f"{file}: no <main>"
    end = html.index("</main>")
    main = CARD.sub(lambda card: f'<card id="{cards.take(card[0])}">', html[found.end() : end])
    head: dict[str, object] = {}
    before = _take_values(html[: found.end()], head)
    return Sheet(
        address=address,
        kind=kind[1] if kind else "other",
        root=root,
        before=_take_links(before, address),
        after=_take_links(_opened(_slots(EDIT, "", html[end:], head)), address),
        main=main,
        head=head,
    )


def _take_values(before: str, head: dict[str, object]) -> str:
    """The part before the body with slots for what the head says of the page."""
    cut = before.index("</head>")
    top = before[:cut]
    for pattern, how in HEAD:
        top = _slots(pattern, how, top, head)
    return _opened(top + before[cut:])


def _slots(pattern: re.Pattern[str], how: str, html: str, head: dict[str, object]) -> str:
    """The text with a slot for each value that is found; the values are kept in `head`."""

    def slot(found: re.Match[str]) -> str:
        name = f"h{len(head)}"
        head[name] = found[2] if how == " | safeJS" else unescape(found[2])
        return f"{found[1]}{OPEN}.Params.{name}{how}{CLOSE}{found[3]}"

    return pattern.sub(slot, html)


def _opened(html: str) -> str:
    """The literal text, its slots as Go writes them."""
    return literal(html).replace(OPEN, "{{ ").replace(CLOSE, " }}")


def _take_links(shell: str, address: str) -> str:
    """Links to the page itself and to its twin, with a slot for the address."""
    own = address.removeprefix("en/")
    if not own.endswith("/"):
        return shell
    slot = "{{ $p }}"
    for language in ("en/", ""):
        place = "{{ $r }}/" + language
        shell = shell.replace(f'"{place}{own}"', f'"{place}{slot}"')
    return shell
