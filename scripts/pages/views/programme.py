"""The programme in published figures, each with its day and its sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from scripts.model import report
from scripts.pages.site import Site
from scripts.pages.views.sources import Notes
from scripts.schema.lists import Figures, Plan
from scripts.text import dates


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Totals of an area on a day; `area` is None for the whole province of today.

    `vietnamese` where the area has only that name on a page of another language.
    `stars` are counts from five stars down; None where the source does not tell.
    """

    area: str | None
    vietnamese: bool
    date: str
    products: int
    producers: int | None
    stars: Sequence[int | None]
    notes: Sequence[int]


def in_figures(site: Site) -> Mapping[str, Any]:
    """The latest published figures and the latest plan, with their sources."""
    programme = site.catalogue.programme
    figures = latest(site)
    plan = max(programme.plans, key=lambda plan: plan.year, default=None)
    notes = Notes(site, programme.sources)
    notes.cite([*(figures.sources if figures else ()), *(plan.sources if plan else ())])
    return {
        "figures": figures,
        "figures_date": dates.format_partial(figures.date, site.language) if figures else None,
        "plan": plan,
        "plan_title": site.say(plan.title, plan.title_en) if plan else None,
        "plan_note": notes.say(plan.note) if plan and plan.note else None,
        "plan_sum": _sum(site, plan) if plan else None,
        "sources": notes.cited(),
    }


def latest(site: Site) -> Figures | None:
    """The latest published totals of the whole province of today."""
    whole = [figures for figures in site.catalogue.programme.figures if figures.area is None]
    return max(whole, key=_day, default=None)


def published(site: Site, notes: Notes) -> list[Published]:
    """All published totals: those of today's province first, then the newest first."""
    figures = sorted(site.catalogue.programme.figures, key=_day, reverse=True)
    return [_published(site, one, notes) for one in sorted(figures, key=_of_part)]


def counts(site: Site) -> report.Report:
    """How much the catalogue knows, worked out once in a language."""
    memory: dict[str, report.Report] = site.memory.setdefault("report", {})
    if "whole" not in memory:
        memory["whole"] = report.build(site.catalogue)
    return memory["whole"]


def _published(site: Site, figures: Figures, notes: Notes) -> Published:
    stars = {each.stars: each.count for each in figures.by_star}
    return Published(
        area=site.say(figures.area, figures.area_en) if figures.area else None,
        vietnamese=site.foreign and not figures.area_en,
        date=dates.format_partial(figures.date, site.language),
        products=figures.products,
        producers=figures.producers,
        stars=[stars.get(rank) for rank in (5, 4, 3)],
        notes=notes.cite(figures.sources),
    )


def _day(figures: Figures) -> tuple[date, date]:
    return dates.parse_partial(figures.date)


def _of_part(figures: Figures) -> bool:
    return figures.area is not None


def _sum(site: Site, plan: Plan) -> Iterable[tuple[str, int]]:
    return [(site.say(each.label, each.label_en), each.count) for each in plan.targets]
