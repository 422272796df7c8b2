"""The engine's side of the press: asks MkDocs and its theme for shells, and runs a build.

With hooks.py the only module that knows MkDocs; a successor replaces these two.
"""

from __future__ import annotations

import hashlib
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from scripts.pages.types import Page
from scripts.press import editorial, write
from scripts.press.address import file_of
from scripts.press.edition import Edition, PressError, Printed
from scripts.press.frame import Frame
from scripts.press.front import Front, ShellKey, front_of, key_of
from scripts.press.shell import Marks, Shell, Shells, cut
from scripts.processes import Report

TEMPLATE = "main.html"
STYLES = "assets/css/"
SCRIPTS = "assets/js/"
# Comments and indentation are for the readers of the source: a sixth of the bytes on the wire
# of the styles, a quarter of the scripts. In these a comment has lines of its own.
REMARKS = re.compile(rb"/\*.*?\*/\s*|(?<=\n)[ ]+", re.DOTALL)
SCRIPT_REMARKS = re.compile(rb"^[ ]*//[^\n]*\n|^[ ]*/\*.*?\*/\n|^[ ]+", re.DOTALL | re.MULTILINE)
SITEMAP = "sitemap.xml"
ERROR = "404.html"
UNUSED = (
    SITEMAP,  # ours comes from exports
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/images/favicon.png",
)
LEFT_OUT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
References = dict[str, bytes]


class EngineError(PressError):
    """MkDocs refused the build; the message holds all that it said."""


def build(
    config_file: Path,
    tree: Path,
    edition: Edition,
    *,
    report: Report = lambda done: None,
    references: References | None = None,
) -> Printed:
    """Build the whole site into the folder `tree`. EngineError on any warning of MkDocs.

    MkDocs runs in this process, not as a command: the records have been read and checked by now,
    and a second process would read them all again. `mkdocs build` by hand makes the same pages.
    With `references`, one page of each shell is also built the ordinary way, into it, by address.
    """
    press = _run(config_file, tree, edition, report=report, references=references)
    assert press.printed is not None
    return press.printed


def frame(config_file: Path, tree: Path, edition: Edition) -> Frame:
    """What stands around the pages made from records: shells, and the files of MkDocs itself.

    None of the edition's pages is rendered. `tree` is a folder to work in. EngineError as above.
    """
    press = _run(config_file, tree, edition, frame=True)
    files = {f"/{file.relative_to(tree).as_posix()}": file for file in tree.rglob("*")}
    contents = {
        address.removesuffix("index.html"): file.read_bytes()
        for address, file in files.items()
        if file.is_file()
    }
    keys = {key_of(page, edition.settings): None for page in edition.pages}
    return Frame(shells={key: press.shells[key] for key in keys}, files=contents)


def _run(config_file: Path, tree: Path, edition: Edition, **extra: Any) -> Press:
    """A run of MkDocs; what hooks.py has done in it."""
    with _warnings() as said:
        try:
            site_url = edition.settings.site_url
            options: dict[str, Any] = {"site_dir": str(tree), "strict": True}
            config = load_config(str(config_file), **options, site_url=site_url)
            config.extra.update(edition=edition, **extra)
            run_mkdocs(config)
        except (Abort, MkDocsException) as error:
            raise EngineError("\n".join(said) or str(error)) from error
    press: Press = config.extra["press"]
    return press


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """What MkDocs complains of meanwhile; strict mode counts what its logger lets through."""
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    before = logger.level, logger.propagate
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.level, logger.propagate = before


class Press:
    """One build: what hooks.py asks for at each event of MkDocs, in their order."""

    def __init__(self, config: MkDocsConfig, edition: Edition) -> None:
        self.config = config
        self.edition = edition
        self.settings = edition.settings
        self.shells: Mapping[ShellKey, Shell] = {}
        self.references: References | None = config.extra.get("references")
        self.referred: dict[str, Page] = {}
        self.nav: Navigation | None = None
        self.files: frozenset[str] = frozenset()
        self.printed: Printed | None = None
        config.theme.static_templates.discard(SITEMAP)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """All addresses that pages have."""
        written = [page.address for page in self.settings.editorial]
        return frozenset(written).union(page.address for page in self.edition.pages)

    def choose(self, files: Files) -> Files:
        """Leave out what nothing uses, join the style sheets, add the pages of reference mode."""
        for file in [file for file in files if file.src_uri.startswith(UNUSED)]:
            files.remove(file)
        self._join_styles(files)
        self._strip_scripts(files)
        if self.references is not None:
            firsts = {key_of(page, self.settings): page for page in reversed(self.edition.pages)}
            for page in firsts.values():
                file = self._file(page.address)
                self.referred[file.src_uri] = page
                files.append(file)
        return files

    def _join_styles(self, files: Files) -> None:
        """Make one file of all style sheets, in their order: one request, kept by its hash."""
        sheets = []
        for path in self.config.extra_css:
            file = files.get_file_from_path(path)
            if file is None or not path.startswith(STYLES):
                raise PluginError(f"extra_css: no file docs/{path} below docs/{STYLES}")
            sheets.append(file.content_bytes)
            files.remove(file)
        content = REMARKS.sub(b"", b"\n".join(sheets))
        name = f"{STYLES}site.{hashlib.sha256(content).hexdigest()[:8]}.css"
        files.append(File.generated(self.config, name, content=content))
        self.config.extra_css = [name]

    def _strip_scripts(self, files: Files) -> None:
        """Send our scripts without what only readers of the source need."""
        own = [f for f in files if f.src_uri.startswith(SCRIPTS) and f.src_uri.endswith(".js")]
        for file in own:
            content = SCRIPT_REMARKS.sub(b"", file.content_bytes)
            files.remove(file)
            files.append(File.generated(self.config, file.src_uri, content=content))

    def make_shells(self, environment: jinja2.Environment, files: Files) -> None:
        """Have the theme's page rendered once for each shell key, and cut, when it is needed."""
        # Templates are indented for their readers, and nothing has been compiled yet.
        environment.trim_blocks = environment.lstrip_blocks = True
        environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
        own = (f for f in files if f.inclusion not in LEFT_OUT and f.src_uri not in self.referred)
        taken = [*(file.dest_uri for file in own), *self.config.theme.static_templates]
        self.files = write.files_of(self.edition.pages, self.edition.assets, taken)
        template, marks = environment.get_template(TEMPLATE), Marks.random()
        self.shells = Shells(lambda key: self._shell(key, template, marks, files))
        # The first one compiles the theme's templates, before processes share the others.
        for page in self.edition.pages[:1]:
            self.shells[key_of(page, self.settings)]

    def _shell(self, key: ShellKey, template: jinja2.Template, marks: Marks, files: Files) -> Shell:
        page = MkDocsPage(None, self._file(_sample_address(key)), self.config)
        page.active = True
        context = get_context(self.nav or Navigation([], []), files, self.config, page)
        values = self.values(marks.front(key, site_url=bool(self.settings.site_url)))
        return cut(template.render({**context, **values}), marks)

    def _file(self, address: str) -> File:
        """A page of MkDocs that has no source; outside the navigation."""
        path = file_of(address)
        file = File.generated(
            self.config, f"{path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        file.dest_uri = path
        return file

    def values(self, front: Front) -> dict[str, Any]:
        """The names that the templates have besides MkDocs' own."""
        language = front.key.language
        return {
            "front": front,
            "t": self.edition.translators[language],
            "translators": self.edition.translators,
            "words": self.edition.words[language],
            "settings": self.settings,
            "facts": self.edition.facts,
        }

    def context(self, page: MkDocsPage) -> dict[str, Any]:
        """The template's values for a page that MkDocs itself builds."""
        record = self.referred.get(page.file.src_uri)
        if record is not None:
            return self.values(write.filled(record, self.settings))
        page.toc = []  # type: ignore[assignment]  # the theme would add a second skip link
        written = editorial.page_of(page.file.src_uri, page.meta, self.addresses)
        return self.values(front_of(written, self.settings, page.content or ""))

    def error_context(self) -> dict[str, Any]:
        """The template's values for the error page, which has no page in MkDocs."""
        t = self.edition.translators["vi"]
        page = Page(
            address=f"/{ERROR}",
            language="vi",
            kind="lost",
            title=unescape(t("lost.title")),
            describe=lambda: unescape(t("lost.text")),
            render=str,
            indexed=False,
        )
        return self.values(front_of(page, self.settings, ""))

    def relink(self, html: str, page: MkDocsPage, files: Files) -> str:
        """The body of a hand-written page with its links made relative."""
        root = "../" * (editorial.address_of(page.file.src_uri).count("/") - 1)
        html, led = editorial.relink(html, root)
        there = {f"/{file.src_uri}" for file in files} | self.addresses
        lost = sorted(set(led) - there)
        if lost:
            raise PluginError(f"docs/{page.file.src_uri}: không có {', '.join(lost)}")
        return html

    def refer(self, output: str, page: MkDocsPage) -> None:
        """Keep a page of reference mode."""
        record = self.referred.get(page.file.src_uri)
        if record is not None and self.references is not None:
            self.references[record.address] = output.encode()

    def print(self) -> None:
        """Write all pages and assets into the tree that MkDocs has made; nothing for a frame."""
        if self.config.extra.get("frame"):
            return
        tree = Path(self.config.site_dir)
        report: Report = self.config.extra.get("report") or (lambda done: None)
        edition = self.edition
        write.write_all(edition.pages, edition.assets, self.shells, self.settings, tree, report)
        pages, written = len(edition.pages), len(self.settings.editorial)
        self.printed = Printed(pages=pages, editorial=written, files=self.files)


def _sample_address(key: ShellKey) -> str:
    """An address of the same depth and form as those of the key's pages."""
    return "/" + "x/" * key.depth + (ERROR if key.origin else "")
