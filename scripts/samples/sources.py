"""The sources of one sample: pages under addresses that RFC 2606 keeps for examples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from scripts.samples.dice import Dice

# The day up to which the samples are written; nothing in them is later.
READ = "2026-11-24"


class _Press(NamedTuple):
    key: str
    host: str
    publisher: str
    path: str
    supports: str


_PRESS = {
    "award": (
        _Press("bao-mau", "bao-mau", "Báo Mẫu", "kinh-te", "tên, chủ thể, hạng sao, năm"),
        _Press("cong-mau", "cong-mau", "Cổng thông tin mẫu", "tin", "danh sách được công nhận"),
        _Press("dai-mau", "dai-mau", "Đài Truyền hình Mẫu", "thoi-su", "ngày họp, ngày trao giấy"),
    ),
    "text": (
        _Press("lang-mau", "lang-mau", "Trang Làng nghề Mẫu", "chuyen", "nguyên liệu, cách làm"),
        _Press("tap-chi-mau", "tap-chi-mau", "Tạp chí Mẫu", "que-nha", "lịch sử, hương vị"),
        _Press("ban-tin-mau", "ban-tin-mau", "Bản tin Mẫu", "so", "vùng nguyên liệu, số hộ"),
    ),
    "trade": (
        _Press("gian-hang-mau", "gian-hang-mau", "Gian hàng Mẫu", "hang", "quy cách, giá, nơi bán"),
    ),
}


class Sources:
    """The sources that a record has cited so far; each address is used once in a record."""

    def __init__(self, dice: Dice, stem: str) -> None:
        self._dice, self._stem = dice, stem
        self._cited: dict[str, dict[str, Any]] = {}

    def cite(self, about: str) -> list[str]:
        """The keys of one source, at times two, for a part about that."""
        press = _PRESS[about]
        count = 2 if len(press) > 1 and self._dice.chance(0.2) else 1
        chosen: Sequence[_Press] = (
            self._dice.some(press, 2) if count == 2 else [self._dice.often(press)]
        )
        return [self._key(one) for one in chosen]

    def _key(self, press: _Press) -> str:
        if press.key not in self._cited:
            year, month = self._dice.number(2020, 2026), self._dice.number(1, 10)
            date = f"{year}-{month:02d}-{self._dice.number(1, 28):02d}"
            source: dict[str, Any] = {
                "key": press.key,
                "url": f"https://{press.host}.example/{press.path}/{self._stem}.html",
                "publisher": press.publisher,
                "read": READ,
                "supports": press.supports,
            }
            if self._dice.chance(0.5):
                source["date"] = date[: self._dice.pick((4, 7, 10, 10))]
            if self._dice.chance(0.08):
                source["weak"] = True
            self._cited[press.key] = source
        return press.key

    def written(self) -> list[dict[str, Any]]:
        """All that was cited, in the order of the first citation; one where nothing was."""
        if not self._cited:
            self._key(_PRESS["award"][0])
        return list(self._cited.values())
