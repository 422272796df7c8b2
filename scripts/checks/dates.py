"""Dates: in order, not in the future, no more exact than known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.checks.context import Context, Location
from scripts.checks.registry import Found, at, rule
from scripts.checks.spans import Span, last_day, shown, span, start
from scripts.records.types import Record
from scripts.schema.product import Certificate

_Dated = tuple[Record[Any], Location, str | None]


@rule("date-future", "error", "Ngày ở tương lai")
def day_is_past(context: Context) -> Iterator[Found]:
    """What has happened has a day that is not after today."""
    for record, location, written in _past(context):
        if written is not None and span(written).first > context.today:
            yield at(
                record,
                location,
                f"{location[-1]}: {shown(written)} ở sau hôm nay ({shown(str(context.today))})",
                "hãy xem lại ngày; việc chưa xảy ra thì chưa ghi",
            )


def _past(context: Context) -> Iterator[_Dated]:
    for record in context.reading.records:
        yield record, ("reviewed",), record.value.reviewed
    for record in context.everything:
        for index, source in enumerate(record.value.sources):
            yield record, ("sources", index, "date"), source.date
            yield record, ("sources", index, "read"), source.read
    for decision in context.decisions:
        yield decision, ("date",), decision.value.date
    for video in context.videos:
        yield video, ("date",), video.value.date
    for product in context.products:
        yield from _past_of_product(product)
    yield from _past_of_lists(context)


def _past_of_lists(context: Context) -> Iterator[_Dated]:
    publisher, programme = (context.reading.lists.get(n) for n in ("publisher", "programme"))
    if publisher:
        yield publisher, ("data_date",), publisher.value.data_date
    if programme:
        for index, figures in enumerate(programme.value.figures):
            yield programme, ("figures", index, "date"), figures.date


def _past_of_product(record: Record[Any]) -> Iterator[_Dated]:
    if record.value.price:
        yield record, ("price", "date"), record.value.price.date
    if record.value.withdrawn:
        yield record, ("withdrawn", "date"), record.value.withdrawn.date
    for index, certificate in enumerate(record.value.certificates):
        yield record, ("certificates", index, "issued"), certificate.issued
        for name in ("not_before", "not_after"):
            bound = getattr(certificate, name)
            yield record, ("certificates", index, name, "date"), bound.date if bound else None


@rule("date-early", "error", "Ngày cấp trước khi có chương trình OCOP")
def day_is_within_the_programme(context: Context) -> Iterator[Found]:
    """No certificate is older than the first rules in the list of the law."""
    if not context.law:
        return
    first = min(span(period.first).first for period in context.law)
    for certified in context.certificates:
        issued = certified.value.issued
        if issued and span(issued).last < first:
            yield at(
                certified.record,
                certified.at("issued"),
                f"issued: {shown(issued)} ở trước {shown(str(first))}, "
                "khi chưa có quy định nào về giấy chứng nhận OCOP",
                "hãy xem lại năm",
            )


@rule("bounds-order", "error", "Hai mốc của ngày cấp ngược nhau")
def bounds_are_in_order(context: Context) -> Iterator[Found]:
    """`not_before` is not later than `not_after`."""
    for certified in context.certificates:
        lower, upper = certified.value.not_before, certified.value.not_after
        if lower and upper and span(lower.date).first > span(upper.date).last:
            yield at(
                certified.record,
                certified.at("not_after", "date"),
                f"not_after ({shown(upper.date)}) ở trước not_before ({shown(lower.date)})",
                "hãy xem lại hai mốc",
            )


@rule("issued-bounds", "error", "Ngày cấp nằm ngoài hai mốc")
def issued_is_within_bounds(context: Context) -> Iterator[Found]:
    """The day of issue can lie between `not_before` and `not_after`."""
    for certified in context.certificates:
        issued = certified.value.issued
        if not issued:
            continue
        for name, bound, outside in _bounds(certified.value, span(issued)):
            if outside:
                yield at(
                    certified.record,
                    certified.at("issued"),
                    f"issued ({shown(issued)}) trái với {name} ({shown(bound)})",
                    f"hãy xem lại issued và {name}",
                )


def _bounds(certificate: Certificate, issued: Span) -> Iterator[tuple[str, str, bool]]:
    lower, upper = certificate.not_before, certificate.not_after
    if lower:
        yield "not_before", lower.date, issued.last < span(lower.date).first
    if upper:
        yield "not_after", upper.date, issued.first > span(upper.date).last


@rule("bounds-redundant", "warning", "Đã có ngày cấp mà còn ghi mốc")
def bounds_are_needed(context: Context) -> Iterator[Found]:
    """Bounds stand only where the day of issue is not known in full."""
    for certified in context.certificates:
        issued = certified.value.issued
        if not issued or not span(issued).exact:
            continue
        for name in ("not_before", "not_after"):
            if getattr(certified.value, name):
                yield at(
                    certified.record,
                    certified.at(name),
                    f"đã biết đủ ngày cấp ({shown(issued)}) nên {name} không còn tác dụng",
                    f"hãy bỏ {name}, hoặc chuyển sự kiện vào note",
                )


@rule("issued-basis", "error", "Ngày cấp thiếu căn cứ")
def issued_has_basis(context: Context) -> Iterator[Found]:
    """`issued` and `issued_basis` stand together or not at all."""
    for certified in context.certificates:
        value = certified.value
        if value.issued and not value.issued_basis:
            yield at(
                certified.record,
                certified.at("issued"),
                f"có issued ({shown(value.issued)}) mà thiếu issued_basis",
                "hãy ghi issued_basis: certificate, decision hoặc press; "
                "ngày trao giấy thì ghi ở not_after",
            )
        if value.issued_basis and not value.issued:
            yield at(
                certified.record,
                certified.at("issued_basis"),
                f"có issued_basis ({value.issued_basis}) mà không có issued",
                "hãy ghi issued, hoặc bỏ issued_basis",
            )


@rule("issued-decision", "error", "Ngày cấp trái với ngày quyết định")
def issued_agrees_with_decision(context: Context) -> Iterator[Found]:
    """A day taken from the decision is its day; no certificate is older than its decision."""
    for certified in context.certificates:
        issued, decision = certified.value.issued, certified.decision
        if not issued or not decision or not decision.value.date:
            continue
        signed, taken = span(decision.value.date), certified.value.issued_basis == "decision"
        days = span(issued)
        if not days.meets(signed) if taken else days.last < signed.first:
            yield at(
                certified.record,
                certified.at("issued"),
                f"issued ({shown(issued)}) trái với ngày của quyết định "
                f"“{decision.id}” ({shown(decision.value.date)})",
                "hãy xem lại issued, issued_basis và quyết định",
            )


@rule("revoked-order", "error", "Thu hồi trước khi cấp")
def revoked_after_issued(context: Context) -> Iterator[Found]:
    """A certificate is not revoked before it was issued."""
    for certified in context.certificates:
        revoked, begin = certified.value.revoked, start(certified.value)
        if revoked and begin and span(revoked.date).last < begin.first:
            yield at(
                certified.record,
                certified.at("revoked", "date"),
                f"thu hồi {shown(revoked.date)}, trước khi cấp "
                f"(sớm nhất {shown(str(begin.first))})",
                "hãy xem lại hai ngày",
            )


@rule("until-order", "error", "Hết hạn trước khi cấp")
def valid_until_after_issued(context: Context) -> Iterator[Found]:
    """A certificate ends after it was issued."""
    for certified in context.certificates:
        until, begin = certified.value.valid_until, start(certified.value)
        if until and begin and span(until).last <= begin.first:
            yield at(
                certified.record,
                certified.at("valid_until"),
                f"valid_until ({shown(until)}) không ở sau ngày cấp "
                f"(sớm nhất {shown(str(begin.first))})",
                "hãy xem lại hai ngày",
            )


@rule("until-months", "warning", "Ngày hết hạn khác số tháng theo quy định")
def valid_until_is_the_term(context: Context) -> Iterator[Found]:
    """A printed end differs from the months of the law only where the document says so."""
    for certified in context.certificates:
        until, begin = certified.value.valid_until, start(certified.value)
        months = context.months(begin) if begin else None
        if not until or not begin or not months:
            continue
        term = Span(last_day(begin.first, months), last_day(begin.last, months))
        if span(until).last > begin.first and not span(until).meets(term):
            days = " đến ".join(dict.fromkeys(shown(str(day)) for day in term))
            yield at(
                certified.record,
                certified.at("valid_until"),
                f"valid_until ghi {shown(until)}, còn {months} tháng từ khi cấp là {days}",
                "hãy xem lại; nếu văn bản in đúng như vậy (gia hạn, rút ngắn) thì giữ nguyên",
            )


@rule("trade-dates", "error", "Chứng nhận khác hết hạn trước khi cấp")
def other_certificates_are_in_order(context: Context) -> Iterator[Found]:
    """A certificate that is not OCOP ends after its day, too."""
    for record in context.products:
        others = record.value.trade.certificates if record.value.trade else []
        for index, other in enumerate(others):
            if not other.date or not other.valid_until:
                continue
            if span(other.valid_until).last < span(other.date).first:
                yield at(
                    record,
                    ("trade", "certificates", index, "valid_until"),
                    f"“{other.name}” hết hạn {shown(other.valid_until)}, "
                    f"trước ngày cấp {shown(other.date)}",
                    "hãy xem lại hai ngày",
                )


@rule("season-order", "error", "Các tháng của mùa vụ không theo thứ tự")
def season_is_sorted(context: Context) -> Iterator[Found]:
    """The months of the season ascend and occur once."""
    for record in context.products:
        season = record.value.season
        if season != sorted(set(season)):
            right = ", ".join(map(str, sorted(set(season))))
            written = ", ".join(map(str, season))
            yield at(record, ("season",), f"season: {written}", f"hãy viết {right}")
