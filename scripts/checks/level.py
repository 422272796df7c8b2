"""Who certifies what when: levels, issuers and the law against days and stars."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scripts.checks.context import Certified, Context
from scripts.checks.registry import Found, at, rule
from scripts.checks.spans import Span, shown, shown_days, span, start, widest
from scripts.schema.lists import LawPeriod

# Districts were abolished on 1 July 2025.
LAST_DISTRICT_DAY = date(2025, 6, 30)
LEVELS = {"district": "cấp huyện", "province": "cấp tỉnh", "ministry": "bộ"}
_STARS = {3: "three", 4: "four", 5: "five"}


@rule("level-stars", "warning", "Cấp công nhận không khớp hạng sao và ngày")
def level_agrees_with_stars(context: Context) -> Iterator[Found]:
    """The level that certifies is the one that the law of the day names for these stars."""
    for certified in context.certificates:
        level, day = _level(context, certified), _day(certified)
        if not level or not day or not certified.value.stars:
            continue
        periods = [period for period in context.law if _applies(context, period, certified, day)]
        if periods and level not in {_named(p, certified.value.stars) for p in periods}:
            message = _both_readings(context, certified, level, day, periods[0])
            yield at(
                certified.record,
                certified.at("stars"),
                message,
                "hãy xem lại hạng sao, ngày và cơ quan; nếu văn bản đúng như vậy thì giữ nguyên",
            )


def _applies(context: Context, period: LawPeriod, certified: Certified, day: Span) -> bool:
    """Whether the period is that of the day, or the one that the decision itself names."""
    named = certified.decision.value.law if certified.decision else None
    return context.days_of(period).meets(day) or period.id == named


def _both_readings(
    context: Context, certified: Certified, level: str, day: Span, period: LawPeriod
) -> str:
    """What the law of the day says, and the rules under which the level would be right."""
    stars = certified.value.stars or 0
    written = f"{stars} sao, {shown_days(day)}, do {LEVELS[level]} công nhận"
    first = f"theo {period.name} thì {stars} sao do {LEVELS[_named(period, stars)]} công nhận"
    fitting = next((p for p in context.law if _named(p, stars) == level), None)
    if fitting is None:
        return f"{written}; {first}"
    return f"{written}; {first}; theo {fitting.name} mới là {LEVELS[level]}"


def _named(period: LawPeriod, stars: int) -> str:
    return str(getattr(period.levels, _STARS[stars]))


def _level(context: Context, certified: Certified) -> str | None:
    if certified.decision:
        return certified.decision.value.level
    issuer = context.issuers.get(certified.value.issuer or "")
    return issuer.level if issuer and not certified.value.decision else None


def _day(certified: Certified) -> Span | None:
    """The day of the decision where it is known, else the days on which it may have begun."""
    if certified.decision and certified.decision.value.date:
        return span(certified.decision.value.date)
    return start(certified.value)


@rule("district-ended", "error", "Cấp huyện công nhận sau khi không còn cấp huyện")
def no_district_after_its_end(context: Context) -> Iterator[Found]:
    """No district decides after 30 June 2025."""
    for decision in context.decisions:
        written = decision.value.date
        if decision.value.level == "district" and written and _after(written, LAST_DISTRICT_DAY):
            message = f"quyết định cấp huyện ghi {shown(written)}, khi không còn cấp huyện"
            yield at(decision, ("date",), message, _NO_DISTRICT)
    for certified in context.certificates:
        issuer, days = context.issuers.get(certified.value.issuer or ""), widest(certified.value)
        if issuer and issuer.level == "district" and days.first > LAST_DISTRICT_DAY:
            since = shown(str(days.first))
            message = f"{issuer.name} cấp từ {since} trở đi, khi không còn cấp huyện"
            yield at(certified.record, certified.at("issued"), message, _NO_DISTRICT)


_NO_DISTRICT = "cấp huyện công nhận chậm nhất ngày 30/6/2025; hãy xem lại ngày và cấp"


def _after(written: str, day: date) -> bool:
    return span(written).first > day


@rule("issuer-ended", "error", "Cơ quan ban hành sau khi kết thúc hoạt động")
def issuer_still_exists(context: Context) -> Iterator[Found]:
    """No authority decides after the day on which the list says that it ended."""
    for decision in context.decisions:
        issuer, written = context.issuers.get(decision.value.issuer), decision.value.date
        if not issuer or not issuer.until or not written or issuer.level == "district":
            continue
        if _after(written, span(issuer.until).last):
            yield at(
                decision,
                ("date",),
                f"{issuer.name} kết thúc hoạt động {shown(issuer.until)} "
                f"nhưng quyết định ghi {shown(written)}",
                "hãy chọn cơ quan kế tiếp, hoặc xem lại ngày",
            )


@rule("decision-level", "error", "Cấp của quyết định khác cấp của cơ quan")
def level_is_that_of_the_issuer(context: Context) -> Iterator[Found]:
    """The level of a decision is that of its issuer in the list."""
    for decision in context.decisions:
        issuer = context.issuers.get(decision.value.issuer)
        if issuer and issuer.level != decision.value.level:
            yield at(
                decision,
                ("level",),
                f"level ghi {decision.value.level} nhưng {issuer.name} là {LEVELS[issuer.level]}",
                f"hãy ghi level: {issuer.level}, hoặc chọn cơ quan khác",
            )


@rule("decision-law", "warning", "Quy định áp dụng không khớp ngày quyết định")
def law_agrees_with_day(context: Context) -> Iterator[Found]:
    """The law that a decision applies was in force on its day."""
    for decision in context.decisions:
        law, written = decision.value.law, decision.value.date
        if not law or not written or not context.law:
            continue
        periods = [p for p in context.law if context.days_of(p).meets(span(written))]
        if periods and law not in {period.id for period in periods}:
            yield at(
                decision,
                ("law",),
                f"law ghi {law}, còn {shown(written)} thuộc thời gian của {periods[0].name}",
                f'hãy ghi law: "{periods[0].id}"; hồ sơ đánh giá theo quy định cũ '
                "và văn bản nói rõ thì giữ nguyên",
            )
