"""The files that every site must have, whatever the records say, and a page for each record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping

from scripts.exports import manifest as manifests
from scripts.exports import robots, search, sitemap
from scripts.gates.lock import Manifest
from scripts.model import addresses
from scripts.records.paths import name_of

ALWAYS: Mapping[str, str] = {
    addresses.HOME: "trang chủ",
    addresses.english(addresses.HOME): "trang chủ tiếng Anh",
    addresses.CATALOGUE: "trang danh mục",
    addresses.english(addresses.CATALOGUE): "trang danh mục tiếng Anh",
    addresses.NOT_FOUND: "trang báo không có địa chỉ",
    search.address("vi"): "dữ liệu tìm kiếm",
    search.address("en"): "dữ liệu tìm kiếm tiếng Anh",
    sitemap.ADDRESS: "sơ đồ trang; hãy dựng với --site-url",
    robots.ADDRESS: "tệp cho máy tìm kiếm",
    manifests.ADDRESS: "bảng kê tệp",
}
_CRAFTS = ("craft-village", "geographical-indication", "collective-mark")
_PAGES: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    "product": lambda id: (addresses.product(id),),
    "producer": lambda id: (addresses.producer(id),),
    "decision": lambda id: (addresses.decision(id),),
    "craft": lambda id: tuple(addresses.craft(kind, id) for kind in _CRAFTS),
    "shop": lambda id: (addresses.shop(id),),
    "video": lambda id: (addresses.video(id),),
}


def missing(manifest: Manifest, served: Collection[str]) -> Iterator[str]:
    """What is not there, one Vietnamese sentence each. `served`: addresses of files not empty."""
    for address, what in ALWAYS.items():
        if address not in served:
            yield f"thiếu {address}: {what}"
    for name in manifest.files:
        if f"/{name}" not in served and f"/{name}" not in ALWAYS:
            yield f"thiếu /{name}: tệp có trong bảng kê manifest.json"
    for path in manifest.records:
        yield from _pages(path, served)
    if not manifest.records:
        yield "bảng kê không có bản ghi nào; hãy dựng bằng: python -m scripts build"


def _pages(path: str, served: Collection[str]) -> Iterator[str]:
    """The pages, in both languages, that a record lacks."""
    named = name_of(tuple(path.split("/")[1:]))
    if named is None or named.kind not in _PAGES:
        return
    choices = _PAGES[named.kind](named.id)
    for language in (str, addresses.english):
        offers = [language(address) for address in choices]
        if not any(offer in served for offer in offers):
            yield f"thiếu trang {' hoặc '.join(offers)} của bản ghi {path}"


def altered(manifest: Manifest, read: Callable[[str], bytes]) -> Iterator[str]:
    """The data files whose content is not what the manifest says; `read` raises OSError."""
    for name, entry in manifest.files.items():
        try:
            content = read(name)
        except OSError:
            yield f"/{name} không đọc được"
            continue
        if hashlib.sha256(content).hexdigest() != entry.get("sha256"):
            yield f"/{name} không đúng mã băm ghi trong manifest.json; hãy dựng lại trang"
