"""Certificates: stars, score, evidence, and the order of a product's certificates."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from scripts.checks.context import Certified, Context
from scripts.checks.registry import Found, at, rule
from scripts.checks.spans import shown_days, start, widest
from scripts.schema.product import Certificate

# Quyết định 148/QĐ-TTg (and 1048 before it): lower bound included, upper bound excluded but 100.
SCORES = {3: (50, 70), 4: (70, 90), 5: (90, 100)}
BRACKETS = {3: "từ 50 đến dưới 70", 4: "từ 70 đến dưới 90", 5: "từ 90 đến 100"}


@rule("score-range", "error", "Điểm ngoài thang 100")
def score_is_on_the_scale(context: Context) -> Iterator[Found]:
    """A score lies between 0 and 100."""
    for certified in context.certificates:
        score = certified.value.score
        if score is not None and not 0 <= score <= 100:
            message = f"score: {_number(score)} nằm ngoài thang điểm 0–100"
            fix = "hãy xem lại điểm; dấu thập phân là dấu chấm"
            yield at(certified.record, certified.at("score"), message, fix)


@rule("stars-against-score", "warning", "Hạng sao không khớp điểm")
def stars_agree_with_score(context: Context) -> Iterator[Found]:
    """3 stars are [50, 70) points, 4 stars [70, 90), 5 stars [90, 100]."""
    for certified in context.certificates:
        stars, score = certified.value.stars, certified.value.score
        if stars is None or score is None or not 0 <= score <= 100:
            continue
        earned = next((n for n in (5, 4, 3) if score >= SCORES[n][0]), None)
        if earned != stars:
            reading = f"khung {earned} sao" if earned else "mức chưa được xếp hạng 3 sao"
            yield at(
                certified.record,
                certified.at("score"),
                f"{_number(score)} điểm thuộc {reading}, còn stars ghi {stars} "
                f"({stars} sao: {BRACKETS[stars]} điểm)",
                "hãy xem lại stars và score; nếu văn bản ghi đúng như vậy thì giữ nguyên",
            )


def _number(score: float) -> str:
    return f"{score:g}".replace(".", ",")


@rule("potential-five", "error", "Tiềm năng 5 sao mà ghi 5 sao")
def potential_is_not_five(context: Context) -> Iterator[Found]:
    """`potential_five` is a state of the dossier: such a certificate never has 5 stars."""
    for certified in context.certificates:
        if certified.value.potential_five and certified.value.stars == 5:
            yield at(
                certified.record,
                certified.at("potential_five"),
                "“tiềm năng 5 sao” là trạng thái hồ sơ, không đi cùng stars: 5",
                "hãy ghi hạng sao đã được công nhận (thường là 4), hoặc bỏ potential_five",
            )


@rule("decision-and-issuer", "error", "Ghi cả quyết định lẫn cơ quan cấp")
def decision_says_the_issuer(context: Context) -> Iterator[Found]:
    """The issuer is written only where no decision is, for the decision names it."""
    for certified in context.certificates:
        issuer, decision = certified.value.issuer, certified.value.decision
        if not issuer or not decision:
            continue
        by = certified.decision.value.issuer if certified.decision else issuer
        message = (
            f"quyết định “{decision}” đã cho biết cơ quan cấp, issuer ghi lặp"
            if by == issuer
            else f"issuer ghi “{issuer}” nhưng quyết định “{decision}” là của “{by}”"
        )
        yield at(certified.record, certified.at("issuer"), message, "hãy bỏ issuer")


@rule("decision-inferred", "error", "Có quyết định mà còn suy đoán")
def inferred_only_without_decision(context: Context) -> Iterator[Found]:
    """A decision is inferred only where none is known."""
    for certified in context.certificates:
        if certified.value.decision and certified.value.decision_inferred:
            yield at(
                certified.record,
                certified.at("decision_inferred"),
                f"đã có decision “{certified.value.decision}” mà còn ghi decision_inferred",
                "hãy bỏ một trong hai",
            )


@rule("basis-decision", "error", "Ngày cấp theo quyết định mà không có quyết định")
def basis_decision_has_decision(context: Context) -> Iterator[Found]:
    """A day taken from the decision needs the decision."""
    for certified in context.certificates:
        if certified.value.issued_basis == "decision" and not certified.value.decision:
            yield at(
                certified.record,
                certified.at("issued_basis"),
                "issued_basis ghi decision nhưng lần công nhận này không có decision",
                "hãy ghi decision, hoặc ghi issued_basis: press",
            )


@rule("evidence-decision", "error", "Căn cứ là quyết định mà không có quyết định")
def evidence_decision_has_decision(context: Context) -> Iterator[Found]:
    """Evidence `decision` says that the decision was read, so there is a record of it."""
    for certified in context.certificates:
        if certified.value.evidence == "decision" and not certified.value.decision:
            yield at(
                certified.record,
                certified.at("evidence"),
                "evidence ghi decision nhưng lần công nhận này không có decision",
                "hãy thêm bản ghi quyết định và ghi decision, hoặc ghi evidence: press",
            )


@rule("evidence-named", "warning", "Chỉ được nêu tên mà có hạng sao")
def named_has_no_stars(context: Context) -> Iterator[Found]:
    """A product that is only named as OCOP has no stars: whoever gives stars says more."""
    for certified in context.certificates:
        if certified.value.evidence == "named" and certified.value.stars:
            yield at(
                certified.record,
                certified.at("evidence"),
                f"evidence ghi named (chỉ được nêu tên) nhưng stars ghi {certified.value.stars}",
                "nếu nguồn nói đã công nhận hạng này, hãy ghi evidence: press; nếu không, bỏ stars",
            )


@rule("certificate-none", "warning", "Sản phẩm chưa có lần công nhận nào")
def product_has_certificate(context: Context) -> Iterator[Found]:
    """A product in the catalogue has been certified, or is withdrawn from it."""
    for record in context.products:
        if not record.value.certificates and not record.value.withdrawn:
            yield at(
                record,
                ("name",),
                "sản phẩm không có lần công nhận nào (certificates)",
                "hãy thêm, ít nhất evidence và sources; chỉ mới dự đánh giá thì chưa đưa vào",
            )


@rule("certificate-duplicate", "error", "Một lần công nhận ghi hai lần")
def certificate_is_written_once(context: Context) -> Iterator[Found]:
    """Two certificates of a product differ in their stars, day or decision."""
    for record in context.products:
        seen: dict[tuple[object, ...], int] = {}
        for index, value in enumerate(record.value.certificates):
            first = seen.setdefault(_key(value), index)
            if first != index:
                message = f"lần công nhận thứ {index + 1} giống hệt lần thứ {first + 1}"
                fix = "hãy gộp thành một, giữ mọi nguồn"
                yield at(record, ("certificates", index), message, fix)


def _key(value: Certificate) -> tuple[object, ...]:
    """What makes two certificates of a product different ones."""
    return value.stars, value.issued, value.decision, widest(value)


@rule("certificate-order", "warning", "Các lần công nhận không theo thứ tự thời gian")
def certificates_are_in_order(context: Context) -> Iterator[Found]:
    """Certificates are written from the oldest to the newest."""
    for earlier, later in _neighbours(context):
        before, after = start(earlier.value), start(later.value)
        if before and after and after.last < before.first:
            yield at(
                later.record,
                later.at(),
                f"lần công nhận thứ {later.index + 1} ({shown_days(after)}) "
                f"ở trước lần thứ {earlier.index + 1} ({shown_days(before)})",
                "hãy xếp từ cũ đến mới",
            )


@rule("certificate-overlap", "warning", "Không rõ lần công nhận nào sau")
def certificates_have_an_order(context: Context) -> Iterator[Found]:
    """Where the order of two certificates is not certain no star is shown as current."""
    for earlier, later in _neighbours(context):
        before, after = widest(earlier.value), widest(later.value)
        if _key(earlier.value) == _key(later.value) or _revoked(earlier, later):
            continue
        if before.meets(after):
            yield at(
                later.record,
                later.at(),
                f"chưa rõ lần công nhận thứ {earlier.index + 1} ({shown_days(before)}) hay "
                f"thứ {later.index + 1} ({shown_days(after)}) là lần sau, chưa nêu được hạng sao",
                "hãy tìm ngày đầy đủ của cả hai",
            )


def _neighbours(context: Context) -> Iterator[tuple[Certified, Certified]]:
    for first, second in pairwise(context.certificates):
        if first.record is second.record:
            yield first, second


def _revoked(*certificates: Certified) -> bool:
    return any(certified.value.revoked for certified in certificates)
