"""What every kind of page is given: the catalogue, the settings, one language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from scripts.i18n import Language
from scripts.model import addresses
from scripts.model.types import Catalogue
from scripts.pages import environment, head
from scripts.pages.types import Page, Settings
from scripts.text import dates

Values = Callable[[str], Mapping[str, Any]]
MAX_DESCRIPTION = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """One step of the path above a page; `vietnamese` marks a name that stays Vietnamese."""

    label: str
    address: str
    vietnamese: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page before it has a language. `address` is the Vietnamese one.

    `values(root)` gives the template its values; `data` the JSON-LD objects for the head;
    `picture` the photograph that is shown with a link to the page elsewhere, where there is one;
    `onward` the Vietnamese address to which a browser is led on.
    """

    address: str
    kind: str
    template: str
    title: str
    description: str | Callable[[], str]
    values: Values
    crumbs: tuple[Crumb, ...] = ()
    data: Callable[[], tuple[head.Json, ...]] = tuple
    picture: Callable[[], head.Shown | None] = lambda: None
    onward: str | None = None
    source: str | None = None
    lastmod: str | None = None
    og_type: str = "website"
    indexed: bool = True

    @property
    def described(self) -> str:
        """The description, worked out only now where it takes long."""
        return self.description if isinstance(self.description, str) else self.description()


@dataclass(frozen=True, kw_only=True)
class Site:
    """The catalogue in one language, and how its pages are made."""

    catalogue: Catalogue
    settings: Settings
    language: Language
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def t(self) -> Callable[..., Markup]:
        """`t(key, **values)`: a text of this language as markup."""
        return environment.translator(self.language)

    @cached_property
    def foreign(self) -> bool:
        """Whether Vietnamese words are in another language than the page."""
        return self.language != "vi"

    @cached_property
    def as_of(self) -> str:
        """The day the counts speak of, in words."""
        return dates.format_day(self.catalogue.today, self.language)

    @cached_property
    def read_until(self) -> str:
        """The day up to which the sources were read, in words."""
        return dates.format_partial(self.catalogue.publisher.data_date, self.language)

    @cached_property
    def written_pages(self) -> frozenset[str]:
        """The Vietnamese addresses of the hand-written pages that this language has."""
        prefix = self.localised("/")[:-1]
        return frozenset(
            page.address[len(prefix) :]
            for page in self.settings.editorial
            if page.language == self.language
        )

    def plain(self, key: str, **values: object) -> str:
        """A text of this language, unescaped."""
        return environment.plain(self.language, key, **values)

    def localised(self, address: str) -> str:
        """The address of a Vietnamese address's page in this language."""
        return addresses.english(address) if self.foreign else address

    def absolute(self, address: str) -> str | None:
        """The whole URL of an address of this language; None where the site has no URL."""
        base = self.settings.site_url
        return base.rstrip("/") + self.localised(address) if base else None

    def say(self, vi: str, en: str | None) -> str:
        """The text in this language where there is one, else the Vietnamese."""
        return en if en and self.foreign else vi

    def part(self, template: str, root: str, **values: object) -> Markup:
        """A partial rendered by itself."""
        made = environment.environment(self.language).get_template(f"partials/{template}.html")
        return Markup(made.render(root=root, **values))

    def page(self, draft: Draft) -> Page:
        """The page of a draft, to be rendered when it is written."""
        other = draft.address if self.foreign else addresses.english(draft.address)
        return Page(
            address=self.localised(draft.address),
            language=self.language,
            kind=draft.kind,
            title=draft.title,
            describe=partial(_shortened, draft),
            render=partial(self._render, draft),
            head=partial(head.render, self, draft),
            alternate=other,
            source=draft.source,
            lastmod=draft.lastmod,
            indexed=draft.indexed,
            onward=self.localised(draft.onward) if draft.onward else None,
        )

    def _render(self, draft: Draft) -> str:
        root = "../" * (self.localised(draft.address).count("/") - 1)
        template = environment.environment(self.language).get_template(f"{draft.template}.html")
        return template.render(root=root, crumbs=draft.crumbs, **draft.values(root))


def _shortened(draft: Draft) -> str:
    """At most MAX_DESCRIPTION characters, cut between words."""
    text = draft.described
    if len(text) <= MAX_DESCRIPTION:
        return text
    return text[: MAX_DESCRIPTION - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
