"""What a page adds to <head>: Open Graph texts and JSON-LD, safe inside their elements."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup

from scripts.pages.environment import environment

if TYPE_CHECKING:
    from scripts.pages.site import Draft, Site

Json = Mapping[str, Any]
# What could end the element, open a comment or break a line of JavaScript, as JSON escapes.
_UNSAFE = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_ANY_UNSAFE = re.compile(f"[{''.join(map(chr, _UNSAFE))}]").search
LOCALES = {"vi": "vi_VN", "en": "en_GB"}


class Shown(Protocol):
    """A picture for Open Graph: the address of its file in the site, its size, what it shows."""

    @property
    def source(self) -> str | None: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def alt(self) -> str: ...


def script_text(data: Json) -> Markup:
    """The object as JSON that nothing in it can end: for a <script> element."""
    text = _ENCODE(data)
    return Markup(text.translate(_UNSAFE) if _ANY_UNSAFE(text) else text)


def breadcrumbs(site: Site, draft: Draft) -> Json | None:
    """The path above the page as a BreadcrumbList; None where the site has no URL."""
    if not draft.crumbs or not site.settings.site_url:
        return None
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": crumb.label,
                "item": site.absolute(crumb.address),
            }
            for place, crumb in enumerate(draft.crumbs, 1)
        ],
    }


def render(site: Site, draft: Draft) -> str:
    """The HTML for <head>: it comes after title, description, canonical and hreflang."""
    path = breadcrumbs(site, draft)
    data = [*draft.data(), *([path] if path else [])]
    template = environment(site.language).get_template("head.html")
    base = site.settings.site_url
    return template.render(
        title=draft.title,
        description=draft.described,
        type=draft.og_type,
        locale=LOCALES[site.language],
        address=site.absolute(draft.onward or draft.address),
        # Open Graph knows whole addresses only.
        picture=draft.picture() if base else None,
        base=base.rstrip("/") if base else "",
        onward=site.localised(draft.onward) if draft.onward else None,
        root="../" * (site.localised(draft.address).count("/") - 1),
        data=[script_text(each) for each in data],
    )
