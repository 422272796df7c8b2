"""The lock of published addresses: what a site has once shown, it shows for ever.

`addresses.lock` holds a line for each promise, sorted: `* /san-pham/x/` is a Vietnamese address
and its English twin `/en/san-pham/x/`, `  /x.csv` one address alone. A promise is kept by a
page, by one that leads on (an old id, a merged record) and by a tombstone alike. Of one that
leads on, ` > /san-pham/y/` says where to, so that nobody gives its id to another record.

No promise are slices of a list, which shrinks (`trang-3/`, a letter of `a-z/`): the error page
leads from them to the whole list. Nor what nobody links to: assets, whose names carry hashes,
the parts of a sitemap, the error page itself, copies packed for the server.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.pages.types import Asset, Editorial, Page

HEADER = "# Địa chỉ đã công bố; máy ghi khi công bố trang, không sửa bằng tay."
BOTH, ALONE = "* ", "  "
LEADS = " > "
ENGLISH = "/en"
_NO_PROMISE = re.compile(
    r"/assets/.*|/404\.html|/sitemap-[0-9]+\.xml|.*/(?:trang-[0-9]+|a-z/[^/]+)/"
    r"|.*\.(?:br|gz|zst)|.*/\..*"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A promise that a site does not keep; `message` tells in Vietnamese what to mend."""

    address: str
    message: str


def published(
    pages: Iterable[Page], assets: Iterable[Asset], written: Iterable[Editorial] = ()
) -> tuple[str, ...]:
    """The lines of the lock for an edition, without the header. `written`: hand-written pages."""
    listed = tuple(pages)
    onward = {page.address: page.onward for page in listed if page.onward}
    return lines((one.address for some in (listed, assets, written) for one in some), onward)


def of_tree(files: Iterable[str]) -> frozenset[str]:
    """What a finished site serves, from the POSIX paths of its files: "a/index.html" is "/a/"."""
    return frozenset(f"/{file}".removesuffix("index.html") for file in files)


def promised(address: str) -> bool:
    """Whether an address, once published, must always be answered."""
    return not _NO_PROMISE.fullmatch(address)


def lines(served: Iterable[str], onward: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The lines of the lock for the promises among the addresses, each language pair once.

    `onward`: where those lead that lead on, as `/assets/redirects.json` of a site has it.
    """
    led = onward or {}
    promises = {address for address in served if promised(address)}
    alone = {a for a in promises if not (_twin(a) in promises and a.startswith(f"{ENGLISH}/"))}
    return tuple(
        f"{BOTH if _twin(a) in promises else ALONE}{a}{LEADS + led[a] if a in led else ''}"
        for a in sorted(alone)
    )


def text(locked: Iterable[str]) -> str:
    """The whole file `addresses.lock` for its lines."""
    return "".join(f"{line}\n" for line in (HEADER, *locked))


def read(content: str) -> tuple[str, ...]:
    """The lines of a lock file, without comments and empty lines; ValueError for any other."""
    found = tuple(line for line in content.splitlines() if line.strip() and line[0] != "#")
    for line in found:
        if line[:2] not in (BOTH, ALONE) or not line[2:].startswith("/"):
            raise ValueError(f"addresses.lock: không hiểu dòng {line!r}")
    return found


def addresses(locked: Iterable[str]) -> Iterator[str]:
    """Every address that the lines promise, the English twins too."""
    for line in locked:
        address = line[2:].partition(LEADS)[0]
        yield address
        if line.startswith(BOTH):
            yield _twin(address)


def extended(
    locked: Iterable[str], served: Iterable[str], onward: Mapping[str, str] | None = None
) -> tuple[str, ...]:
    """The lines of the next lock: all that was promised and all that is served now."""
    return lines({*addresses(locked), *served}, onward)


def lost(locked: Iterable[str], served: Collection[str]) -> tuple[Lost, ...]:
    """Each promise of the lock that is not among the addresses that a site serves."""
    there = frozenset(served)
    return tuple(
        Lost(address=address, message=f"mất địa chỉ đã công bố {address}: {advice(address)}")
        for address in addresses(locked)
        if address not in there
    )


def reused(
    locked: Iterable[str], served: Collection[str], onward: Mapping[str, str]
) -> tuple[Lost, ...]:
    """Each promise that led on to a record, and at which there is another record now.

    A record may take an old id of its own again: then the id that it had leads to this page.
    """
    there = frozenset(served)
    led = (line[2:].split(LEADS) for line in locked if LEADS in line)
    return tuple(
        Lost(address=address, message=_REUSED.format(address=address, target=target))
        for address, target in led
        if address in there and address not in onward and onward.get(target) != address
    )


def astray(served: Collection[str], onward: Mapping[str, str]) -> tuple[Lost, ...]:
    """Each address that leads on to one that the site does not serve."""
    there = frozenset(served)
    return tuple(
        Lost(address=old, message=f"địa chỉ {old} dẫn tới {new}, nơi không có trang nào")
        for old, new in onward.items()
        if new not in there
    )


def advice(address: str) -> str:
    """How to keep a promise that is about to be broken."""
    vietnamese = _twin(address) if address.startswith(f"{ENGLISH}/") else address
    for pattern, said in _ADVICE:
        found = re.fullmatch(pattern, vietnamese)
        if found:
            return said.format(id=found[1], letter=found[1][:1])
    return f"hãy khôi phục trang hoặc tệp này trong docs/ hoặc scripts/, {_OR_TELL}"


def _twin(address: str) -> str:
    """The same address in the other language."""
    if address.startswith(f"{ENGLISH}/"):
        return address.removeprefix(ENGLISH)
    return f"{ENGLISH}{address}"


def _renamed(file: str, more: str) -> str:
    return (
        f"trước đây là bản ghi “{{id}}” ({file}). Bản ghi đổi mã thì thêm “aliases: [{{id}}]” vào "
        f"bản ghi nay giữ nội dung đó (lệnh rename, merge tự thêm); {more}"
    )


_REUSED = (
    "địa chỉ {address} trước nay dẫn tới {target}, nay là trang của bản ghi khác: mã đã dùng không "
    "dùng lại; hãy đặt mã khác cho bản ghi mới và trả mã cũ về aliases của bản ghi ở {target}"
)
_ID = "([a-z0-9-]+)/"
_OR_TELL = "hoặc nói rõ trong products/_lists/addresses.yml vì sao trang không còn"
_RESTORE = f"bản ghi đã xoá thì khôi phục tệp từ git, {_OR_TELL}"
_ADVICE = (
    (
        f"/san-pham/{_ID}",
        _renamed(
            "products/{letter}/{id}/product.yml",
            "sản phẩm phải gỡ thì khôi phục tệp rồi chạy: python -m scripts withdraw {id}",
        ),
    ),
    (f"/chu-the/{_ID}", _renamed("products/_producers/{letter}/{id}.yml", _RESTORE)),
    (f"/quyet-dinh/{_ID}", _renamed("products/_decisions/{id}.yml", _RESTORE)),
    (
        f"/(?:lang-nghe|chi-dan-dia-ly|nhan-hieu-tap-the)/{_ID}",
        _renamed("products/_crafts/{id}.yml", f"{_RESTORE}; đã đổi kind thì trả lại kind cũ"),
    ),
    (f"/diem-ban/{_ID}", _renamed("products/_shops/{id}.yml", _RESTORE)),
    (f"/video/{_ID}", _renamed("products/_videos/{id}/video.yml", _RESTORE)),
    (
        f"/dia-phuong/{_ID}",
        "địa phương “{id}” không còn; hãy khôi phục tên và mã của nó trong "
        f"products/_lists/communes.yml hoặc communes-earlier.yml, {_OR_TELL}",
    ),
    (
        "/nhom/([a-z0-9-]+(?:/[a-z0-9-]+)?)/",
        "nhóm “{id}” không còn; hãy khôi phục mã của nó trong products/_lists/groups.yml, "
        f"{_OR_TELL}",
    ),
    (
        "/01/([0-9]{14})/",
        "mã vạch {id} không còn ở sản phẩm nào; quy cách thôi bán thì chuyển mã sang "
        f"trade.former_gtins của sản phẩm đó; mã từng ghi nhầm thì {_OR_TELL[5:]}",
    ),
)
