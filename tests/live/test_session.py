"""What is served after any edits is what a clean build of the same folder would write."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from scripts import pipeline
from tests.builder import TODAY, CatalogueFolder
from tests.images.samples import SAMPLES, drawn
from tests.live.session import Session, Step

SPIRIT = "products/r/ruou-mau/product.yml"
HONEY = "products/m/mat-ong-mau/product.yml"
MAKER = "products/_producers/c/co-so-mau.yml"
DECISION = "products/_decisions/qd-tinh-2025-mau.yml"
PUBLISHER = "products/_lists/publisher.yml"
NEW = "products/c/cha-muc-mau"
RECORD = """id: {0}
name: {1}
producer: co-so-mau
certificates:
  - stars: 3
    issued: "2025-09-01"
    issued_basis: press
    issuer: ubnd-tinh-ninh-binh
    evidence: press
    sources:
      - bao-mau
images:
  - file: anh.jpg
    alt: Đĩa chả mực trên mâm tre
    credit: Người chụp mẫu
    licence: CC BY 4.0
sources:
  - key: bao-mau
    publisher: Báo mẫu
    supports: mọi điều
"""
WITHDRAWN = """withdrawn:
  date: "2026-11-01"
  reason: Ghi nhầm sản phẩm
  sources:
    - bao-mau
sources:
"""
WRITTEN = """---
title: Trang mới
description: Một trang viết tay mới.
---

# Trang mới

Xem [chả mực](/san-pham/cha-muc-mau/).
"""


def add(folder: CatalogueFolder) -> object:
    folder.write(f"{NEW}/anh.jpg", SAMPLES["jpeg"]())
    return folder.write(f"{NEW}/product.yml", RECORD.format("cha-muc-mau", "Chả mực mẫu"))


def rename(folder: CatalogueFolder) -> object:
    folder.rename(NEW, "products/c/cha-ca-mau")
    path = "products/c/cha-ca-mau/product.yml"
    return folder.write(path, RECORD.format("cha-ca-mau", "Chả cá mẫu"))


EDITS: dict[str, Step] = {
    "a name": lambda at: at.change(SPIRIT, "Rượu nếp mẫu\n", "Rượu nếp mẫu mới\n"),
    "a star": lambda at: at.change(HONEY, "stars: 3", "stars: 4"),
    "a product with a picture": add,
    "another photograph": lambda at: at.write(f"{NEW}/anh.jpg", drawn("JPEG", quality=5)),
    "the product renamed": rename,
    "an old id": lambda at: at.append(
        "products/c/cha-ca-mau/product.yml", "aliases:\n  - cha-muc-mau\n"
    ),
    "the product deleted": lambda at: at.remove("products/c/cha-ca-mau"),
    "a producer": lambda at: at.change(MAKER, "\nname: ", "\nname: Mới "),
    "a decision": lambda at: at.change(DECISION, "1234/QĐ-UBND", "4321/QĐ-UBND"),
    "a list, printed on every page": lambda at: at.change(PUBLISHER, "Cơ quan", "Sở"),
    "a hand-written page": lambda at: at.change("docs/lien-he.md", "title: ", "title: Mới "),
    "a style sheet": lambda at: at.append("docs/assets/css/base.css", "body { margin: 1px; }\n"),
    "a template of the theme": lambda at: at.append(
        "docs/templates/partials/footer.html", "<i>mới</i>\n"
    ),
    "withdrawn": lambda at: at.change(HONEY, "\nsources:\n", f"\n{WITHDRAWN}"),
    "the first video gone": lambda at: at.remove("products/_videos/film-mau"),
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return Session(CatalogueFolder.copy("full"), tmp_path / "scratch")


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The addresses at which there is not the same."""
    return sorted(at for at in one.keys() | other.keys() if one.get(at) != other.get(at))


def test_every_edit_gives_a_clean_build(session: Session, tmp_path: Path) -> None:
    """One session: an edit must not show what an earlier one has left, either."""
    before = session.served()
    assert differing(before, session.built(tmp_path / "site")) == []
    for name, step in EDITS.items():
        session.edit(step)
        served, built = session.served(), session.built(tmp_path / "site")
        assert (name, session.problems) == (name, ())
        assert (name, differing(served, built)) == (name, [])
        assert differing(before, served) != [], f"{name} shows nowhere"
        assert {session.answer(gone) for gone in before.keys() - built.keys()} <= {None}
        before = served


def test_a_broken_record_leaves_the_last_good_edition(session: Session) -> None:
    address = "/san-pham/ruou-mau/"
    good = session.answer(address)
    news = session.edit(lambda at: at.append(SPIRIT, "khong_co: 1\n"))
    assert [one.shown for one in news] == [False]
    assert f"{SPIRIT}:" in news[0].said
    assert "khong_co" in session.problems[0]
    assert session.answer(address) == good

    session.edit(lambda at: at.change(HONEY, "Mật ong mẫu\n", "Mật ong khác\n"))
    assert "khong_co" in session.problems[0], "another edit does not mend it"
    assert "Mật ong khác" not in page(session, "/san-pham/mat-ong-mau/")

    session.edit(lambda at: at.change(SPIRIT, "khong_co: 1\n", ""))
    assert not session.problems
    assert session.answer(address) == good
    assert "Mật ong khác" in page(session, "/san-pham/mat-ong-mau/")


@pytest.mark.parametrize(
    ("step", "mistake"),
    [
        (lambda at: at.change(SPIRIT, "producer: co-so-mau", "producer: khong-co"), "khong-co"),
        (lambda at: at.remove(MAKER), "co-so-mau"),
        (lambda at: at.remove(PUBLISHER), "publisher"),
        (lambda at: at.write(SPIRIT, b"\xff"), "ruou-mau"),
        (lambda at: at.write("products/r/ruou-mau/la.jpg", SAMPLES["jpeg"]()), "la.jpg"),
        (lambda at: at.write("docs/moi.md", "# Không có phần đầu\n"), "docs/moi.md"),
        (lambda at: at.append("docs/lien-he.md", "[x](/khong-co/)\n"), "/khong-co/"),
    ],
)
def test_what_a_build_refuses_is_refused(session: Session, step: Step, mistake: str) -> None:
    good = session.answer("/san-pham/gao-mau/")
    news = session.edit(step)
    assert any(mistake in line for line in session.problems)
    assert not any(one.shown for one in news)
    assert session.answer("/san-pham/gao-mau/") == good


def test_a_link_that_leads_nowhere_any_more_is_said(session: Session, tmp_path: Path) -> None:
    session.edit(add)
    session.edit(lambda at: at.write("docs/moi.md", WRITTEN))
    assert not session.problems
    assert differing(session.served(), session.built(tmp_path / "site")) == []
    session.edit(lambda at: at.remove(NEW))
    assert any("/san-pham/cha-muc-mau/" in line for line in session.problems)
    session.edit(lambda at: at.remove("docs/moi.md"))
    assert not session.problems
    assert session.answer("/moi/") is None


def test_an_edit_that_another_overtakes(session: Session, tmp_path: Path) -> None:
    """Only the last of several edits is worked out to the end."""
    for step in (add, EDITS["a name"], EDITS["a list, printed on every page"]):
        step(session.folder)
        news = list(session.desk.follow(session.seen(), lambda: True))
        assert [one.settled for one in news] == [False]
        assert "Rượu nếp mẫu" in page(session, "/san-pham/ruou-mau/")
    assert "Chả mực mẫu" in page(session, "/en/san-pham/cha-muc-mau/")
    session.edit(EDITS["a star"])
    assert differing(session.served(), session.built(tmp_path / "site")) == []


def test_the_first_page_of_a_kind_gets_its_shell_at_once(tmp_path: Path) -> None:
    """Before all is settled it may be asked for."""
    session = Session(CatalogueFolder.copy("minimal"), tmp_path / "scratch")
    session.folder.append("products/s/san-pham-mau/product.yml", "aliases:\n  - ma-cu\n")
    list(session.desk.follow(session.seen(), lambda: True))
    assert "Sản phẩm mẫu" in page(session, "/san-pham/ma-cu/")
    assert "Sản phẩm mẫu" in page(session, "/san-pham/san-pham-mau/")


def test_only_what_changed_is_read_and_developed(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edit(add)
    assert session.desk.issue is not None
    album, reading = session.desk.issue.album, session.desk.reading
    monkeypatch.setattr(pipeline, "develop", None)
    session.edit(EDITS["a name"])
    assert session.desk.issue.album is album
    assert reading is not None
    assert session.desk.reading is not None
    old = {id(record) for record in reading.records}
    assert [one.id for one in session.desk.reading.records if id(one) not in old] == ["ruou-mau"]


def test_a_new_day_is_another_edition(session: Session) -> None:
    session.desk.day = TODAY + timedelta(days=400)
    session.edit(EDITS["a name"])
    assert 'content="2027-12-29"' in page(session, "/san-pham/ruou-mau/")


def test_warnings_of_the_saved_file_are_said_and_keep_nothing_back(session: Session) -> None:
    news = session.edit(lambda at: at.change(SPIRIT, "Rượu nếp mẫu\n", "RƯỢU NẾP MẪU\n"))
    assert "[name-caps]" in news[0].said
    assert "[certificate-overlap]" not in news[0].said, "it is in another file"
    assert "Đã đọc lại 1 tệp trong 0," in news[0].said
    assert "RƯỢU NẾP MẪU" in page(session, "/san-pham/ruou-mau/")


def page(session: Session, address: str) -> str:
    """A page as text."""
    return (session.answer(address) or b"").decode()
