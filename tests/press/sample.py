"""Three hand-made pages in two languages; `python -m tests.press.sample OUT` builds a preview."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import yaml
from markupsafe import Markup, escape

from scripts.pages.types import Asset, Language, Page, Settings
from scripts.press import editorial, engine
from scripts.press.edition import Edition, Translator

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 24)
HOSTILE = 'Rượu & <b onclick="x">"nếp"</b> {{ front }} {% raw %} </title>'


def page(address: str, language: Language, kind: str, title: str, **more: object) -> Page:
    """A page with a body that names its title."""
    other = address[3:] if language == "en" else f"/en{address}"
    values = {"alternate": other, "source": None, "indexed": True, **more}
    return Page(
        address=address,
        language=language,
        kind=kind,
        title=title,
        describe=lambda: f"Mô tả của trang: {title}",
        render=lambda: f'<div class="wrap"><h1>{escape(title)}</h1><p>{address}</p></div>',
        head=lambda: '<script type="application/ld+json">{"name": "x"}</script>',
        **values,  # type: ignore[arg-type]
    )


def sample_pages() -> tuple[Page, ...]:
    """Home, a product with a hostile title, and a page without index, in vi and en."""
    made = []
    for language, prefix in (("vi", ""), ("en", "/en")):
        made += [
            page(f"{prefix}/", language, "home", "Danh mục"),  # type: ignore[arg-type]
            page(
                f"{prefix}/san-pham/ruou/",
                language,  # type: ignore[arg-type]
                "product",
                HOSTILE,
                source="products/r/ruou/product.yml",
            ),
            page(f"{prefix}/nam/2020/", language, "year", "Năm 2020", indexed=False),  # type: ignore[arg-type]
        ]
    return tuple(made)


def translator(language: Language) -> Translator:
    """The key itself, with the language and the values: tests need no real words."""

    def t(key: str, **values: object) -> Markup:
        return escape(" ".join([language, key, *map(str, values.values())]))

    return t


def edition(
    pages: Sequence[Page] | None = None,
    assets: Sequence[Asset] = (),
    site_url: str | None = None,
    repo_url: str | None = None,
    day: date = DAY,
    docs: Path | None = None,
) -> Edition:
    """An edition of the sample pages, and of the hand-written ones in `docs`."""
    settings = Settings(
        build_day=day,
        site_url=site_url,
        repo_url=repo_url,
        editorial=editorial.read(docs) if docs else (),
    )
    return Edition(
        settings=settings,
        pages=tuple(sample_pages() if pages is None else pages),
        assets=tuple(assets),
        words={"vi": {"x": "</script>"}, "en": {"x": "y"}},
        translators={"vi": translator("vi"), "en": translator("en")},
        facts={
            "build_day": {"vi": "24/11/2026", "en": "24 November 2026"},
            "publisher": SimpleNamespace(name="Ban & biên tập", official=False),
            "data_date": {"vi": "24/11/2026", "en": "24 November 2026"},
            "commit": None,
            "counts": {"products": 2, "producers": 1},
        },
    )


def project(folder: Path) -> Path:
    """The configuration of a project with the real theme and no hand-written pages."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    for name in ("templates", "assets"):
        (docs / name).symlink_to(ROOT / "docs" / name)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config.update(hooks=[str(ROOT / "scripts" / "hooks.py")], watch=[])
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return folder / "mkdocs.yml"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        engine.build(project(Path(folder)), Path(sys.argv[1]), edition())
