"""The questions for each kind of record, in the order in which a certificate tells the facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import BaseModel

from scripts import records
from scripts.commands.dialogue import Dialogue, Judge
from scripts.edits.sources import free
from scripts.records import Reading, Record
from scripts.schema import RECORDS, Decision, Producer, Product, fields
from scripts.schema.common import Place, Source
from scripts.schema.product import Certificate
from scripts.text.slug import slug

STARS = {"3": "3 sao", "4": "4 sao", "5": "5 sao"}
BASIS = {
    "certificate": "ghi trên giấy chứng nhận",
    "decision": "ngày của quyết định",
    "press": "theo báo chí",
}
EVIDENCE = {
    "decision": "đã đọc quyết định công nhận",
    "council": "hội đồng đã thông qua, chưa đọc quyết định",
    "press": "báo chí hoặc cổng thông tin viết là đã được công nhận",
    "named": "chỉ được nêu tên là sản phẩm OCOP",
}
_PRODUCERS = {
    "cooperative": "hợp tác xã",
    "enterprise": "doanh nghiệp",
    "household": "hộ kinh doanh",
    "group": "tổ hợp tác",
}
_NEW_PRODUCER = "Chủ thể mới: {}"

Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A record that is not on disk yet."""

    kind: str
    value: BaseModel
    id: str

    @property
    def file(self) -> PurePosixPath:
        """Its place below `products/`."""
        return records.file_of(self.kind, self.id)

    @property
    def content(self) -> bytes:
        """Its canonical form."""
        return records.canonical(self.value)

    def record(self, products: Path, path: str) -> Record[Any]:
        """The record that reading it back will give."""
        return records.record_of(self.content, self.kind, self.id, products / self.file, path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """Asks for one record; `about` gives its draft and those of the records it needs."""

    dialogue: Dialogue
    reading: Reading
    today: date
    also: list[Draft] = field(default_factory=list)

    def about(self, kind: str) -> list[Draft]:
        """The drafts, those that others refer to first."""
        asked = {"product": self._product, "producer": self._producer, "decision": self._decision}
        data = asked[kind]() | {"reviewed": self.today.isoformat()}
        return [*self.also, _draft(kind, data)]

    def _product(self) -> Data:
        name = self._need(Product, "name", "Tên sản phẩm, như trên giấy chứng nhận")
        data: Data = {"name": name, "id": self._id("product", slug(name))}
        maker = self._find_producer()
        data["group"] = self.dialogue.find(
            "Phân nhóm (gõ vài chữ, ví dụ: gạo, rượu, thêu)", self._leaves()
        )
        data["place"] = self._place("Nơi sản xuất, theo chữ trên giấy chứng nhận")
        certificate = self._certificate()
        sources = self._sources()
        if isinstance(maker, dict):
            self.also.append(_draft("producer", {**maker, "sources": sources}))
        data["producer"] = maker["id"] if isinstance(maker, dict) else maker
        data["certificates"] = [certificate] if certificate else None
        return _cited(data, sources, data["place"], certificate)

    def _producer(self) -> Data:
        name = self._need(Producer, "name", "Tên pháp lý của chủ thể")
        data = self._new_producer(name)
        data["place"] = self._place("Địa chỉ")
        sources = self._sources()
        return _cited(data, sources, data["place"])

    def _new_producer(self, name: str) -> Data:
        id = self._id("producer", slug(name))
        return {"id": id, "name": name, "kind": self.dialogue.choose("Loại hình", _PRODUCERS)}

    def _find_producer(self) -> Data | str | None:
        """The id of a known producer, the data of a new one, or None where it is unknown."""
        known = {
            record.id: record.value.name
            for record in self.reading.records
            if record.kind == "producer"
        }
        chosen = self.dialogue.find("Chủ thể (gõ tên)", known, _NEW_PRODUCER)
        if chosen is None or chosen in known:
            return chosen
        fault = judge(Producer, "name")(chosen)
        if fault:
            self.dialogue.say(f"  → {fault}")
            return self._find_producer()
        return self._new_producer(chosen)

    def _decision(self) -> Data:
        number = self._ask(Decision, "number", "Số quyết định, ví dụ 1085/QĐ-UBND")
        day = self._ask(Decision, "date", "Ngày ký (NĂM-THÁNG-NGÀY)")
        issuers = self._issuers()
        issuer = self.dialogue.find("Cơ quan ban hành (gõ vài chữ)", _names(issuers))
        while issuer is None:
            issuer = self.dialogue.find("Cần biết cơ quan ban hành", _names(issuers))
        proposal = slug(f"qd {(number or '').partition('/')[0]} {issuer} {(day or '')[:4]}")
        data: Data = {"number": number, "date": day, "issuer": issuer}
        data["level"] = issuers[issuer].level
        data["title"] = self._ask(Decision, "title", "Trích yếu")
        data["document"] = self._ask(Decision, "document", "Địa chỉ của văn bản (https://…)")
        data["id"] = self._id("decision", proposal)
        return _cited(data, self._sources())

    def _certificate(self) -> Data | None:
        """One certification; None where nothing at all is known of it."""
        if not self.dialogue.agree("Đã biết một lần công nhận", proposal=True):
            return None
        stars = self.dialogue.choose("Hạng sao", STARS)
        data: Data = {"stars": int(stars) if stars else None}
        data["issued"] = self._ask(
            Certificate, "issued", "Ngày cấp, ví dụ 2024-12-30, 2024-12 hoặc 2024"
        )
        if data["issued"]:
            data["issued_basis"] = self.dialogue.choose("Ngày này lấy từ đâu", BASIS)
        data["decision"] = self.dialogue.find("Quyết định (gõ số)", self._decisions())
        if data["decision"] is None:
            issuers = _names(self._issuers())
            data["issuer"] = self.dialogue.find("Cơ quan công nhận (gõ vài chữ)", issuers)
        while not data.get("evidence"):
            data["evidence"] = self.dialogue.choose("Căn cứ", EVIDENCE)
        return data

    def _place(self, heading: str) -> Data | None:
        self.dialogue.say(f"{heading}:")
        data = {
            "commune": self._ask(Place, "commune", "  Xã, phường"),
            "district": self._ask(Place, "district", "  Huyện, thành phố"),
            "province": self._ask(Place, "province", "  Tỉnh"),
        }
        return data if any(data.values()) else None

    def _sources(self) -> list[Data]:
        """At least one source; keys from the publishers' names."""
        found: list[Data] = []
        more = True
        while more:
            self.dialogue.say(f"Nguồn thứ {len(found) + 1}:")
            found.append(self._source({one["key"] for one in found}))
            more = self.dialogue.agree("Còn nguồn khác", proposal=False)
        return found

    def _source(self, taken: set[str]) -> Data:
        publisher = self._need(Source, "publisher", "  Nơi công bố (báo, cơ quan)")
        data: Data = {"key": free(slug(publisher) or "nguon", taken), "publisher": publisher}
        data["url"] = self._ask(Source, "url", "  Địa chỉ trang (https://…)", is_address)
        data["title"] = self._ask(Source, "title", "  Tên bài hoặc văn bản")
        data["date"] = self._ask(Source, "date", "  Ngày công bố")
        data["supports"] = self._need(
            Source, "supports", "  Nguồn nói điều gì, ví dụ: tên, hạng sao, ngày cấp"
        )
        return data | {"read": self.today.isoformat()}

    def _id(self, kind: str, proposal: str) -> str:
        """An id that is free in its kind; the proposal is."""
        taken = {record.id for record in self.reading.records if record.kind == kind}
        taken |= {id for broken, id in self.reading.broken if broken == kind}
        taken |= {
            alias
            for record in self.reading.records
            if record.kind == kind
            for alias in record.value.aliases
        }

        def unused(id: str) -> str | None:
            used = f"Mã “{id}” đã dùng; hãy đặt mã khác." if id in taken else None
            return judge(RECORDS[kind], "id")(id) or used

        return self.dialogue.need("Mã", unused, proposal=free(proposal, taken) if proposal else "")

    def _ask(
        self, model: type[BaseModel], name: str, question: str, also: Judge | None = None
    ) -> str | None:
        def both(answer: str) -> str | None:
            return judge(model, name)(answer) or (also(answer) if also else None)

        return self.dialogue.ask(question, both)

    def _need(self, model: type[BaseModel], name: str, question: str) -> str:
        return self.dialogue.need(question, judge(model, name))

    def _leaves(self) -> dict[str, str]:
        groups = self.reading.lists.get("groups")
        every = groups.value.groups if groups else ()
        return {leaf.id: f"{leaf.name} ({group.short})" for group in every for leaf in group.leaves}

    def _issuers(self) -> dict[str, Any]:
        listed = self.reading.lists.get("issuers")
        return {issuer.id: issuer for issuer in (listed.value.issuers if listed else ())}

    def _decisions(self) -> dict[str, str]:
        names = _names(self._issuers())
        return {
            record.id: f"{record.value.number or record.id}, {names.get(record.value.issuer, '')}"
            for record in self.reading.records
            if record.kind == "decision"
        }


def judge(model: type[BaseModel], name: str) -> Judge:
    """The rules of the field list for one field, as they are for a file."""

    def faulty(answer: str) -> str | None:
        for fault in records.faults(model, name, answer):
            return f"{fault.message.removeprefix(f'{name}: ')}; {fault.fix}"
        return None

    return faulty


def is_address(answer: str) -> str | None:
    web = answer.startswith(("https://", "http://")) and "." in answer
    return None if web else "Địa chỉ bắt đầu bằng https://; hãy chép từ thanh địa chỉ."


def _names(issuers: Mapping[str, Any]) -> dict[str, str]:
    return {id: issuer.name for id, issuer in issuers.items()}


def _cited(data: Data, sources: list[Data], *parts: Data | None) -> Data:
    """The record with its sources, which each of the parts cites."""
    for part in parts:
        if part is not None:
            part["sources"] = [source["key"] for source in sources]
    return data | {"sources": sources}


def _draft(kind: str, data: Data) -> Draft:
    model = RECORDS[kind]
    known = {name: _known(data[name]) for name in fields.ordered(model) if name in data}
    value = model.model_validate({name: one for name, one in known.items() if one is not None})
    return Draft(kind=kind, value=value, id=value.id)


def _known(value: Any) -> Any:
    """The value without what was left unanswered."""
    if isinstance(value, dict):
        return {name: _known(one) for name, one in value.items() if one is not None}
    return [_known(one) for one in value] if isinstance(value, list) else value
