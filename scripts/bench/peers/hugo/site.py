"""Writes the Hugo site that says what a site of ours says."""

from __future__ import annotations

import json
import multiprocessing
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from scripts.bench.peers.hugo import sheet
from scripts.bench.peers.hugo.golang import Writer
from scripts.bench.peers.hugo.markup import ROOT, parse
from scripts.bench.peers.hugo.shape import Shape
from scripts.bench.peers.hugo.sheet import Cards, Sheet

SETTINGS = Path(__file__).parent / "hugo.toml"
HEAD = "{{ $r := .Params.r }}{{ $p := .Params.p }}"
CARD = "{{{{ $r := .r }}}}{{{{ with index hugo.Data.cards.{language} .id }}}}"


def write(tree: Path, site: Path) -> None:
    """Make the folder `site` a Hugo project of the pages of `tree`, in two processes."""
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    shutil.copy(SETTINGS, site)
    # New processes, not forks: a thread of ours tells meanwhile how long it takes.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(sheet.LANGUAGES), mp_context=context) as pool:
        list(pool.map(partial(_write_language, tree, site), sheet.LANGUAGES))
    _copy_others(tree, site / "static")


def _copy_others(tree: Path, static: Path) -> None:
    """Style sheets, scripts, fonts and pictures; what is made for our search alone is left out."""
    left_out = shutil.ignore_patterns("*.html", "sitemap*.xml", "search", "*.br", "*.gz")
    shutil.copytree(tree / "assets", static / "assets", ignore=left_out)


def files(tree: Path, language: str) -> Iterator[Path]:
    """The pages of a language, in a settled order."""
    for file in sorted(tree.rglob("*.html")):
        if sheet.language_of(file.relative_to(tree).as_posix()) == language:
            yield file


@dataclass(slots=True)
class Theme:
    """What was learnt of the pages of a language: their shapes, layouts and cards."""

    language: str
    cards: Cards = field(default_factory=Cards)
    shapes: dict[str, Shape] = field(default_factory=dict)
    layouts: dict[tuple[str, str, str], str] = field(default_factory=dict)
    card: Shape = field(default_factory=lambda: Shape(""))

    def layout(self, page: Sheet) -> str:
        """The name of the template for a page."""
        key = (page.kind, page.before, page.after)
        name = f"{page.kind}-{self.language}-{len(self.layouts)}"
        return self.layouts.setdefault(key, name)

    def learn(self, page: Sheet) -> None:
        """Take in a page."""
        self.layout(page)
        self.shapes.setdefault(page.kind, Shape("")).learn(parse(page.main), page.main)

    def learn_cards(self) -> None:
        """Take in the cards that the pages have shown."""
        for html in self.cards.ids:
            self.card.learn(parse(html), html)

    def templates(self) -> Iterator[tuple[str, str]]:
        """The files below layouts/ and their texts."""
        partial = f"card-{self.language}.html"
        for (kind, before, after), name in self.layouts.items():
            body = Writer(partial).template(self.shapes[kind], ".Params.v.")
            yield f"{name}.html", HEAD + before + body + after
        card = Writer().template(self.card, ".")
        yield f"_partials/{partial}", CARD.format(language=self.language) + card + "{{ end }}"


def _write_language(tree: Path, site: Path, language: str) -> None:
    theme = Theme(language)
    listed = list(files(tree, language))
    for file in listed:
        theme.learn(sheet.read(file, tree, theme.cards))
    theme.learn_cards()
    for name, text in theme.templates():
        _put(site / "layouts" / name, text)
    for file in listed:
        page = sheet.read(file, tree, theme.cards)
        name = page.address.strip("/").replace("/", "_") or "home"
        _put(site / "content" / language / page.kind / f"{name}.md", front_matter(page, theme))
    data = {id: theme.card.values(parse(html), html) for html, id in theme.cards.ids.items()}
    _put(site / "data" / "cards" / f"{language}.json", _json(data))


def front_matter(page: Sheet, theme: Theme) -> str:
    """The content file of a page: Hugo reads JSON in front of a body that is empty."""
    values = theme.shapes[page.kind].values(parse(page.main), page.main)
    told = {
        "url": f"/{page.address}",
        "layout": theme.layout(page),
        "r": page.root or ".",
        "p": page.address.removeprefix("en/"),
        **page.head,
        "v": values,
    }
    return _json(told).replace(ROOT, page.root) + "\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
