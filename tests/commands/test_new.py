"""`new` asks, judges each answer, and writes whole records in canonical form or nothing."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from scripts import records
from scripts.commands import new as command
from scripts.commands.dialogue import Dialogue, alike
from tests.builder import CatalogueFolder

PRODUCT = "products/b/banh-thu/product.yml"
PRODUCER = "products/_producers/h/htx-mau-moi.yml"
SOURCE = [
    "Báo mẫu",
    "https://mau.example/tin",
    "Tin mẫu",
    "2024-12-30",
    "tên, hạng sao",
    "",
]
ANSWERS = [
    "1",
    "Bánh thử",
    "",
    "HTX Mẫu mới",
    "1",
    "",
    "1",
    "che bien",
    "1",
    "Xã Mẫu",
    "Huyện Mẫu",
    "Ninh Bình",
    "",
    "1",
    "2024-12",
    "3",
    "",
    "",
    "3",
    *SOURCE,
]


@pytest.fixture
def folder() -> CatalogueFolder:
    return CatalogueFolder.copy("full")


@pytest.fixture
def talk(
    folder: CatalogueFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Talk:
    return Talk(folder, monkeypatch, capsys)


class Talk:
    """Answers through a pipe; what was said, and the exit code."""

    def __init__(
        self,
        folder: CatalogueFolder,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.folder = folder
        self._patch = monkeypatch
        self._capsys = capsys

    def __call__(self, *answers: str) -> tuple[int, str]:
        self._patch.setattr("sys.stdin", io.StringIO("".join(f"{one}\n" for one in answers)))
        parser = argparse.ArgumentParser()
        command.add_parser(parser.add_subparsers())
        given = ["new", "--products", str(self.folder.products), "--today", "2026-11-24"]
        args = parser.parse_args(given)
        code: int = args.run(args)
        return code, self._capsys.readouterr().out

    def text(self, path: str) -> str:
        return (self.folder.root / path).read_text("utf-8")


def files(folder: CatalogueFolder) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.products.rglob("*") if file.is_file()}


def test_product_with_a_new_producer(talk: Talk) -> None:
    code, out = talk(*ANSWERS, "c")
    assert (code, f"Đã ghi {PRODUCER}, {PRODUCT}." in out) == (0, True)
    assert "python -m scripts check" in out
    assert talk.text(PRODUCER) == (
        "id: htx-mau-moi\nname: HTX Mẫu mới\nkind: cooperative\nsources:\n"
        "  - key: bao-mau\n    url: https://mau.example/tin\n    title: Tin mẫu\n"
        '    publisher: Báo mẫu\n    date: "2024-12-30"\n    read: "2026-11-24"\n'
        "    supports: tên, hạng sao\n"
    )
    assert talk.text(PRODUCT).startswith("id: banh-thu\nname: Bánh thử\nproducer: htx-mau-moi\n")
    assert (
        '  - stars: 3\n    issued: "2024-12"\n    issued_basis: press\n    evidence: press\n'
        "    sources:\n      - bao-mau\n" in talk.text(PRODUCT)
    )
    reading = records.read(talk.folder.products)
    assert reading.problems == ()
    for record in reading.records:
        if record.id in ("htx-mau-moi", "banh-thu"):
            assert records.canonical(record.value) == record.raw


@pytest.mark.parametrize("count", range(0, len(ANSWERS) + 1, 3))
def test_end_of_input_writes_nothing(talk: Talk, count: int) -> None:
    before = files(talk.folder)
    code, out = talk(*ANSWERS[:count])
    assert (code, out.splitlines()[-1]) == (1, "Đã thôi; chưa ghi tệp nào.")
    assert files(talk.folder) == before


def test_refusal_at_the_end_writes_nothing(talk: Talk) -> None:
    before = files(talk.folder)
    code, out = talk(*ANSWERS, "k")
    assert (code, out.endswith("Chưa ghi tệp nào.\n")) == (1, True)
    assert files(talk.folder) == before


def test_wrong_answers_are_asked_again_with_the_rule(talk: Talk) -> None:
    answers = list(ANSWERS)
    answers[14:15] = ["30/12/2024", "2024-02-30", "2024-12"]
    answers[2:3] = ["Bánh Thử", "banh-thu"]
    answers[1:2] = ["B", "B\u200bánh", "Bánh thử"]
    code, out = talk(*answers, "")
    assert code == 0
    assert "→ “B” quá ngắn; cần ít nhất 2 ký tự" in out
    assert "→ có ký tự ẩn U+200B, không nhìn thấy trên màn hình" in out
    assert "→ “Bánh Thử” không phải một mã; có phải banh-thu?" in out
    assert '→ “30/12/2024” không đúng dạng ngày; có phải "2024-12-30"?' in out
    assert "→ “2024-02-30” không phải ngày có thật" in out


def test_addresses_begin_with_https(talk: Talk) -> None:
    answers = [*ANSWERS[:-5], "javascript:alert(1)", "mau.example/tin", *ANSWERS[-5:]]
    code, out = talk(*answers, "")
    assert code == 0
    assert out.count("Địa chỉ bắt đầu bằng https://; hãy chép từ thanh địa chỉ.") == 2


def test_a_taken_id_is_not_offered_and_not_accepted(talk: Talk) -> None:
    assert (talk.folder.products / "b" / "banh-mau").exists()
    code, out = talk("1", "Bánh mẫu", "banh-mau", "")
    assert code == 1
    assert "Mã [banh-mau-2]: " in out
    assert "Mã “banh-mau” đã dùng; hãy đặt mã khác." in out


def test_known_producers_are_offered_by_near_names(talk: Talk) -> None:
    known = records.read(talk.folder.products).records
    producer = next(record for record in known if record.kind == "producer")
    typed = producer.value.name.lower()
    answers = [*ANSWERS[:3], typed, "1", *ANSWERS[7:]]
    code, out = talk(*answers, "")
    assert (code, f"  1. {producer.value.name}" in out) == (0, True)
    assert f"\nproducer: {producer.id}\n" in talk.text(PRODUCT)
    assert not (talk.folder.root / PRODUCER).exists()


def test_what_the_checks_will_say_is_told_before_writing(talk: Talk) -> None:
    answers = list(ANSWERS)
    answers[14] = "2027-01"
    code, out = talk(*answers)
    assert code == 1
    told = out.partition("Khi kiểm tra, máy sẽ báo những điều sau")[2]
    assert f"{PRODUCT}:" in told
    assert not (talk.folder.root / PRODUCT).exists()


def test_files_that_appear_meanwhile_are_kept(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    foresee = command.foresee

    def meanwhile(*args: object) -> object:
        talk.folder.write(PRODUCT, "của người khác\n")
        return foresee(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "foresee", meanwhile)
    code, out = talk(*ANSWERS, "")
    assert code == 1
    assert out.endswith("đã có; chưa ghi tệp nào.\n")
    assert talk.text(PRODUCT) == "của người khác\n"
    assert not (talk.folder.root / PRODUCER).exists()


def test_folders_that_lead_elsewhere_are_not_written_to(talk: Talk, tmp_path: Path) -> None:
    talk.folder.remove("products/b").link("products/b", str(tmp_path))
    code, out = talk(*ANSWERS, "")
    assert (code, "Chưa ghi được" in out) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_decision(talk: Talk) -> None:
    issuer = next(iter(records.read(talk.folder.products).lists["issuers"].value.issuers))
    answers = ["3", "77/QĐ-UBND", "2024-12-30", issuer.name, "1", "", "", "", *SOURCE, ""]
    code, out = talk(*answers)
    assert code == 0, out
    path = f"products/_decisions/qd-77-{issuer.id}-2024.yml"
    assert f'number: 77/QĐ-UBND\ndate: "2024-12-30"\nissuer: {issuer.id}\n' in talk.text(path)
    assert f"level: {issuer.level}\n" in talk.text(path)


def test_producer(talk: Talk) -> None:
    answers = ["2", "HTX Mẫu mới", "", "", "Xã Mẫu", "", "", *SOURCE, ""]
    code, out = talk(*answers)
    assert code == 0, out
    assert "place:\n  commune: Xã Mẫu\n  sources:\n    - bao-mau\n" in talk.text(PRODUCER)


def test_answers_in_loose_marks_are_written_whole() -> None:
    dialogue = Dialogue(keyboard=io.StringIO("Ga\u0323o\n"), screen=io.StringIO())
    assert dialogue.ask("Tên") == "Gạo"


def test_likeness_needs_no_marks_and_forgives_a_slip() -> None:
    options = {"a": "Rượu, bia", "b": "Gạo, ngũ cốc", "c": "Rau, củ, quả tươi"}
    assert list(alike("ruou", options)) == ["a"]
    assert list(alike("RƯỢU", options)) == ["a"]
    assert list(alike("rau qua", options)) == ["c"]
    assert list(alike("ngu coc", options)) == ["b"]
    assert list(alike("thêu", options)) == []
