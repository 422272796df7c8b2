"""What the shell prints of the page inside it, escaped here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from urllib.parse import quote, urlsplit

from scripts.pages.types import Language, Page, Settings

DOCS = "docs/"
EDIT = "edit/main/"
PREFIX: dict[Language, str] = {"vi": "/", "en": "/en/"}
OTHER: dict[Language, Language] = {"vi": "en", "en": "vi"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellKey:
    """Everything about a page that the templates may branch on.

    `written`: by hand, in docs/. `origin`: on error pages, which are served at any address, the
    root that links start from.
    """

    language: Language
    kind: str
    depth: int
    alternate: bool
    edit: bool
    indexed: bool
    written: bool = False
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The values of one page, ready to be printed as they are.

    Templates branch on `key` only; of the rest they know that it is there where `key` says so.
    `canonical` is empty where the site has no URL; `vi` and `en` are the page in each language
    (absolute where the site has a URL); `other` leads to the other language.
    """

    key: ShellKey
    title: str
    description: str
    canonical: str
    vi: str
    en: str
    other: str
    edit: str
    head: str
    body: str

    @property
    def root(self) -> str:
        """The path from the page to the root of the site; relative but for error pages."""
        return self.key.origin or "../" * self.key.depth

    def link(self, address: str) -> str:
        """The relative link to an address ("/san-pham/"), in the page's own language."""
        return self.root + (PREFIX[self.key.language] + address[1:])[1:] or "./"


def key_of(page: Page, settings: Settings) -> ShellKey:
    """The shell that a page goes into."""
    return ShellKey(
        language=page.language,
        kind=page.kind,
        depth=page.depth,
        alternate=page.alternate is not None,
        edit=bool(settings.repo_url and page.source),
        indexed=page.indexed and not settings.trial,
        written=bool(page.source and page.source.startswith(DOCS)),
        origin=_origin(page.address, settings),
    )


def front_of(page: Page, settings: Settings, body: str) -> Front:
    """The values of a page; this is the one place where its plain texts become HTML."""
    alternates = {page.language: page.address, OTHER[page.language]: page.alternate}
    return Front(
        key=key_of(page, settings),
        title=escape(page.title),
        description=escape(page.description),
        canonical=_whole(page.address, settings),
        vi=_alternate(page, alternates["vi"], settings),
        en=_alternate(page, alternates["en"], settings),
        other=_relative(page, page.alternate) if page.alternate else "",
        edit=_edit(page.source, settings),
        head=page.head(),
        body=body,
    )


def _origin(address: str, settings: Settings) -> str:
    if address.endswith("/"):
        return ""
    return urlsplit(settings.site_url or "/").path.rstrip("/") + "/"


def _whole(address: str, settings: Settings) -> str:
    return escape(settings.site_url.rstrip("/") + address) if settings.site_url else ""


def _relative(page: Page, address: str) -> str:
    return page.root + address[1:] or "./"


def _alternate(page: Page, address: str | None, settings: Settings) -> str:
    if page.alternate is None or address is None:
        return ""
    return _whole(address, settings) or _relative(page, address)


def _edit(source: str | None, settings: Settings) -> str:
    if not settings.repo_url or not source:
        return ""
    return escape(f"{settings.repo_url.rstrip('/')}/{EDIT}{quote(source)}")
