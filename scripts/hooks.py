"""MkDocs' events, each handed on in a line. No rule, no HTML, no state of its own.

MkDocs calls these functions by their names. What one build knows lies in `config.extra`, which
is new in every build.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

# The `mkdocs` command does not have the project's folder on its path.
ROOT = str(Path(__file__).resolve().parent.parent)
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

import jinja2  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.structure.files import Files  # noqa: E402
from mkdocs.structure.nav import Navigation  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402

from scripts import pipeline  # noqa: E402
from scripts.press.edition import PressError  # noqa: E402
from scripts.press.engine import Press  # noqa: E402

# `autocomplete` is for fields that hold text.
COMPLETED_CHECKBOX = re.compile(r'(<input [^>]*type="checkbox"[^>]*) autocomplete="off"')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take the edition that a command has made; `mkdocs build` by hand makes it here."""
    edition = config.extra.get("edition")
    if edition is None:
        try:
            edition = pipeline.edition_by_hand(config.site_url)
        except (pipeline.RefusedError, pipeline.PhotoError, PressError) as refusal:
            raise PluginError(str(refusal)) from refusal
    config.extra["press"] = Press(config, edition)
    return config


def _press(config: MkDocsConfig) -> Press:
    press: Press = config.extra["press"]
    return press


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Choose which files are part of the site."""
    return _press(config).choose(files)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Keep the navigation for the shells."""
    _press(config).nav = nav


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Make the links of a hand-written page relative."""
    return _press(config).relink(html, page, files)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
    """Ask the theme for the shells."""
    _press(config).make_shells(env, files)


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the same names as in a shell."""
    return {**context, **_press(config).context(page)}


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the error page, the theme's only other template, those names too."""
    return {**context, **_press(config).error_context()}


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a page of reference mode; correct what the theme writes against the HTML standard."""
    _press(config).refer(output, page)
    return COMPLETED_CHECKBOX.sub(r"\1", output)


def on_post_build(config: MkDocsConfig) -> None:
    """Write what was made from records."""
    _press(config).print()
