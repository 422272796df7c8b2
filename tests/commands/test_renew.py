"""`renew` and `withdraw`: one new fact with its source, or nothing."""

from __future__ import annotations

import pytest

from scripts import pipeline
from tests.builder import TODAY
from tests.commands.edits import SOURCE, SUPPORTS, Desk

CERTIFICATE = ("--stars", "4", "--issued", "2026-11-02", "--basis", "press", "--evidence", "press")
ISSUER = ("--issuer", "ubnd-tinh-ninh-binh")
GAO = "g/gao-mau/product.yml"


def test_a_new_certificate_stands_last_with_its_source(desk: Desk) -> None:
    code, out = desk("renew", "gao-mau", *CERTIFICATE, *ISSUER, *SOURCE, *SUPPORTS)
    assert code == 0, out
    text = desk.text(GAO)
    assert (
        '  - stars: 4\n    issued: "2026-11-02"\n    issued_basis: press\n'
        "    issuer: ubnd-tinh-ninh-binh\n    evidence: press\n    sources:\n"
        "      - bao-mau-moi\n" in text
    )
    assert text.index("2024-01-10") < text.index("2026-11-02")
    assert 'reviewed: "2026-11-24"\n' in text
    assert (
        "  - key: bao-mau-moi\n    url: https://bao-mau.vn/tin\n    publisher: Báo mẫu mới\n"
        '    read: "2026-11-24"\n    supports: tên, hạng sao, ngày cấp\n' in text
    )
    assert desk.errors() == []


def test_an_older_certificate_stands_at_its_place(desk: Desk) -> None:
    older = ("--stars", "3", "--issued", "2020-12", "--evidence", "press", "--basis", "press")
    assert desk("renew", "gao-mau", *older, *ISSUER, "--source", "bao-mau")[0] == 0
    text = desk.text(GAO)
    assert text.index("2020-12") < text.index("2024-01-10")
    assert text.count("key:") == 1, "a source of the record is cited, not copied"


def test_a_decision_is_found_by_its_number(desk: Desk) -> None:
    [decision] = [one for one in desk.folder.read().records if one.id == "qd-tinh-2025-mau"]
    code, out = desk(
        "renew", "gạo tám mẫu", "--stars", "4", "--issued", "2025-12-20", "--basis", "decision",
        "--decision", decision.value.number or decision.id, "--evidence", "decision",
        "--source", "bao-mau",
    )  # fmt: skip
    assert code == 0, out
    assert "    decision: qd-tinh-2025-mau\n" in desk.text(GAO)


def test_the_star_of_the_new_certificate_is_what_the_page_says(desk: Desk) -> None:
    assert desk("renew", "gao-mau", *CERTIFICATE, *ISSUER, *SOURCE, *SUPPORTS)[0] == 0
    made = pipeline.catalogue(pipeline.check(desk.folder.products, TODAY), TODAY)
    assert made.product("gao-mau").stars_on(TODAY) == 4


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*CERTIFICATE, *ISSUER), "Thiếu --source"),
        ((*CERTIFICATE, *ISSUER, "--source", "bao-la"), "không có nguồn “bao-la”"),
        ((*CERTIFICATE, *ISSUER, "--source", "https://a.vn/x"), "Thiếu --publisher"),
        (("--stars", "4", "--source", "bao-mau"), "Thiếu --evidence"),
        ((*CERTIFICATE, "--issued", "30/12/2026", "--source", "bao-mau"), "--issued: "),
        ((*CERTIFICATE, "--decision", "9999/QĐ", "--source", "bao-mau"), "Không có quyết định"),
        ((*CERTIFICATE, "--issuer", "khong-co", "--source", "bao-mau"), "[issuer-unknown]"),
        ((*CERTIFICATE, *ISSUER, "--issued", "2027-01-01", "--source", "bao-mau"), "[date-future]"),
    ],
)
def test_what_is_missing_or_wrong_is_told_and_nothing_written(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    before = desk.files()
    code, out = desk("renew", "gao-mau", *words)
    assert code == 1
    assert said.lower() in out.lower(), out
    assert out.rstrip().endswith("Chưa ghi tệp nào.")
    assert desk.files() == before


def test_a_certificate_is_not_written_twice(desk: Desk) -> None:
    words = (*CERTIFICATE, *ISSUER, *SOURCE, *SUPPORTS)
    assert desk("renew", "gao-mau", *words)[0] == 0
    before = desk.files()
    code, out = desk("renew", "gao-mau", *words)
    assert (code, "đã có lần công nhận này" in out) == (1, True)
    assert desk.files() == before


def test_it_asks_for_what_is_left_out(desk: Desk) -> None:
    answers = ["2", "2026-11-02", "", "3", "3", "ubnd-tinh-ninh-binh"]
    source = ["2", "Báo mẫu mới", "https://bao-mau.vn/tin", "Tin mẫu", "2026-11-03", "hạng sao"]
    said = "".join(f"{line}\n" for line in (*answers, *source, "c"))
    code, out = desk("renew", "gao-mau", answers=said)
    assert code == 0, out
    text = desk.text(GAO)
    assert '  - stars: 4\n    issued: "2026-11-02"\n    issued_basis: press\n' in text
    assert "    title: Tin mẫu\n" in text
    before = desk.files()
    for count in range(len(answers) + len(source)):
        cut = "".join(f"{line}\n" for line in (*answers, *source)[:count])
        assert desk("renew", "gao-mau", answers=cut)[0] == 1
        assert desk.files() == before


def test_a_withdrawn_product_leaves_the_lists_and_keeps_its_page(desk: Desk) -> None:
    reason = ("--reason", "Cơ sở đã ngừng sản xuất")
    code, out = desk("withdraw", "gao-mau", *reason, *SOURCE, *SUPPORTS)
    assert code == 0, out
    assert (
        'withdrawn:\n  date: "2026-11-24"\n  reason: Cơ sở đã ngừng sản xuất\n  sources:\n'
        "    - bao-mau-moi\n" in desk.text(GAO)
    )
    assert desk.errors() == []
    made = pipeline.catalogue(pipeline.check(desk.folder.products, TODAY), TODAY)
    assert "gao-mau" in [product.id for product in made.withdrawn]
    assert "gao-mau" not in [product.id for product in made.products]
    pages = {page.address: page for page in pipeline.edition(made).pages}
    page = pages["/san-pham/gao-mau/"]
    assert not page.indexed
    assert "Cơ sở đã ngừng sản xuất" in page.render()
    assert "Báo mẫu mới" in page.render()


def test_a_product_is_withdrawn_once(desk: Desk) -> None:
    words = ("--reason", "Ghi nhầm", "--source", "bao-mau")
    assert desk("withdraw", "gao-mau", *words, "--date", "2026-11")[0] == 0
    assert 'date: "2026-11"' in desk.text(GAO)
    assert "đã gỡ khỏi danh mục từ 2026-11" in desk("withdraw", "gao-mau", *words)[1]
    code, out = desk("renew", "gao-mau", *CERTIFICATE, *ISSUER, "--source", "bao-mau")
    assert (code, "hãy bỏ withdrawn" in out) == (1, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--source", "bao-mau"), "thiếu --reason"),
        (("--reason", "x"), "thiếu --source"),
        (("--reason", "x", "--source", "bao-mau", "--date", "2027-01-01"), "[date-future]"),
        (("--reason", "a\u200bb", "--source", "bao-mau"), "ký tự ẩn"),
    ],
)
def test_a_withdrawal_without_reason_or_source_is_refused(
    desk: Desk, words: tuple[str, ...], said: str
) -> None:
    before = desk.files()
    code, out = desk("withdraw", "gao-mau", *words)
    assert (code, said in out.lower() or said in out) == (1, True), out
    assert desk.files() == before


def test_a_withdrawal_asks_for_what_is_left_out(desk: Desk) -> None:
    code, out = desk("withdraw", "gao-mau", answers="Ghi nhầm\n1\nc\n")
    assert code == 0, out
    assert "  reason: Ghi nhầm\n  sources:\n    - bao-mau\n" in desk.text(GAO)
