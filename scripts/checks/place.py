"""Places: the words of the certificate against the lists, and the commune of today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scripts.checks.context import Context, Location
from scripts.checks.nearest import guess
from scripts.checks.places import Places, Unit, codes_of
from scripts.checks.registry import Found, at, rule
from scripts.records.types import Record
from scripts.schema.common import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A place of a record, with what its words may mean."""

    record: Record[Any]
    place: Place
    places: Places
    units: list[Unit]

    @property
    def codes(self) -> list[str]:
        """The communes of today that the words lead to, in order."""
        return sorted(codes_of(self.units))

    @property
    def decided(self) -> bool:
        """Whether somebody has said which commune it is, or that nobody knows."""
        return self.place.code is not None or self.place.code_basis == "unknown"

    def found(self, field: str, message: str, fix: str) -> Found:
        """A mistake at a field of the place."""
        location: Location = ("place", field)
        return at(self.record, location, message, fix)


def _placed(context: Context) -> list[_Placed]:
    """Every place of the catalogue; worked out once for all rules."""
    if "placed" not in context.memo:
        context.memo["placed"] = list(_place(context))
    found: list[_Placed] = context.memo["placed"]
    return found


def _place(context: Context) -> Iterator[_Placed]:
    places = context.places
    for record in context.reading.records if places else ():
        place = getattr(record.value, "place", None)
        if place and places:
            units = places.units(place)
            yield _Placed(record=record, place=place, places=places, units=units)


def _words(place: Place) -> str:
    return ", ".join(filter(None, (place.commune, place.district, place.province)))


@rule("commune-unknown", "error", "Xã, phường không có trong danh mục")
def commune_is_known(context: Context) -> Iterator[Found]:
    """The commune, with its district and province, is a name of the lists, of today or before."""
    for one in _placed(context):
        if one.place.commune and not one.units:
            near = one.places.nearest(one.place)
            fix = guess(near, "hãy viết tên, loại và huyện như trong _lists/communes.yml")
            yield one.found("commune", f"không có “{_words(one.place)}” trong danh mục", fix)


@rule("commune-ambiguous", "error", "Tên xã, phường chỉ nhiều nơi")
def commune_is_one(context: Context) -> Iterator[Found]:
    """A commune without district means one place, or says which commune of today it is."""
    for one in _placed(context):
        names = sorted({unit.full for unit in one.units if codes_of([unit]) != set(one.codes)})
        if not one.place.district and len(names) > 1 and not one.decided:
            yield one.found(
                "commune",
                f"“{_words(one.place)}” có thể là: {'; '.join(names)}",
                "hãy ghi district; nếu chưa biết, ghi code_basis: unknown",
            )


@rule("district-unknown", "error", "Huyện không có trong danh mục")
def district_is_known(context: Context) -> Iterator[Found]:
    """A district without commune is a name of the lists."""
    for one in _placed(context):
        district = one.place.district
        if district and not one.place.commune and not one.places.has_district(district):
            near = one.places.nearest_district(district)
            fix = guess(near, "hãy viết tên huyện như trong _lists/communes.yml")
            yield one.found("district", f"không có “{district}” trong danh mục", fix)


@rule("province-unknown", "error", "Tỉnh không thuộc phạm vi của danh mục")
def province_is_known(context: Context) -> Iterator[Found]:
    """A province without commune is that of today or one of those it was formed from."""
    for one in _placed(context):
        province = one.place.province
        if province and not one.place.commune and not one.places.has_province(province):
            known = ", ".join(one.places.provinces)
            message = f"“{province}” không phải tỉnh của danh mục"
            yield one.found("province", message, f"hãy chọn một trong: {known}")


@rule("code-unknown", "error", "Mã xã, phường không có trong danh mục")
def code_is_known(context: Context) -> Iterator[Found]:
    """A code is that of a commune of today."""
    for one in _placed(context):
        if one.place.code and one.place.code not in one.places.codes:
            proposed = _choices(one) or "hãy tra mã hiện nay trong _lists/communes.yml"
            message = f"code: {one.place.code} không phải mã của xã, phường nào hiện nay"
            yield one.found("code", message, proposed)


def _choices(one: _Placed) -> str:
    named = [f"{code} ({one.places.codes.get(code, code)})" for code in one.codes]
    return f"hãy chọn: {' hoặc '.join(named)}" if named else ""


@rule("code-successor", "error", "Mã không phải nơi kế tiếp của xã, phường đã ghi")
def code_succeeds_the_words(context: Context) -> Iterator[Found]:
    """The commune of today is one into which the commune of the words went."""
    for one in _placed(context):
        code = one.place.code
        if code in one.places.codes and one.units and code not in one.codes:
            yield one.found(
                "code",
                f"code: {code} là {one.places.codes[code]}, "
                f"nhưng “{_words(one.place)}” không nhập vào đó",
                _choices(one),
            )


@rule("code-split", "error", "Xã, phường bị tách mà mã ghi là suy ra")
def split_unit_is_chosen(context: Context) -> Iterator[Found]:
    """Of a unit that went into several communes a person chooses, or it stays unknown."""
    for one in _placed(context):
        code, basis = one.place.code, one.place.code_basis
        derived = code is not None and basis == "derived"
        silent = code is None and basis is None
        if any(len(unit.codes) > 1 for unit in one.units) and (derived or silent):
            yield one.found(
                "code_basis" if derived else "commune",
                f"“{_words(one.place)}” được tách về nhiều nơi nên không suy ra được mã",
                f"{_choices(one)} và ghi code_basis: staff; chưa biết thì ghi code_basis: unknown",
            )


@rule("code-basis", "error", "Mã xã, phường thiếu căn cứ")
def code_has_basis(context: Context) -> Iterator[Found]:
    """A code says whether it was derived or chosen; `unknown` stands without a code."""
    for one in _placed(context):
        code, basis = one.place.code, one.place.code_basis
        if code and basis is None:
            fix = "hãy ghi code_basis: derived (suy từ danh mục) hoặc staff (cán bộ chọn)"
            yield one.found("code", f"có code ({code}) mà thiếu code_basis", fix)
        if code and basis == "unknown":
            message = f"code_basis ghi unknown mà vẫn có code ({code})"
            yield one.found("code_basis", message, "hãy bỏ code, hoặc ghi code_basis: staff")
        if not code and basis in ("derived", "staff"):
            message = f"code_basis ghi {basis} mà không có code"
            yield one.found("code_basis", message, _choices(one) or "hãy ghi code, hoặc bỏ")


@rule("code-earlier", "warning", "Mã suy từ danh mục tên cũ chưa đối chiếu")
def code_from_the_earlier_list_is_reviewed(context: Context) -> Iterator[Found]:
    """A code that only the list of earlier names supports is confirmed by a person."""
    for one in _placed(context):
        only_earlier = bool(one.units) and all(unit.age == "earlier" for unit in one.units)
        if only_earlier and one.place.code_basis == "derived":
            yield one.found(
                "code_basis",
                f"“{_words(one.place)}” chỉ có trong danh mục tên cũ hơn, độ tin cậy thấp",
                "hãy đối chiếu với chủ thể rồi ghi code_basis: staff",
            )


@rule("code-missing", "warning", "Chưa ghi mã xã, phường suy ra được")
def code_is_written(context: Context) -> Iterator[Found]:
    """Where the words lead to one commune of today, the record says so."""
    for one in _placed(context):
        if len(one.codes) == 1 and not one.decided and one.place.code_basis is None:
            name = one.places.codes.get(one.codes[0], "")
            yield one.found(
                "commune",
                f"“{_words(one.place)}” nay thuộc {name} nhưng bản ghi chưa có mã",
                f'hãy ghi code: "{one.codes[0]}" và code_basis: derived',
            )
