"""Every address of the site: permanent, Vietnamese without marks, beginning and ending with "/".

The English page of an address has `/en` before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scripts.schema import reserved

HOME = "/"
CATALOGUE = "/san-pham/"
A_TO_Z = f"{CATALOGUE}{reserved.A_TO_Z}/"
PRODUCERS = "/chu-the/"
PLACES = "/dia-phuong/"
GROUPS = "/nhom/"
STARS = "/hang-sao/"
YEARS = "/nam/"
DECISIONS = "/quyet-dinh/"
CRAFT_VILLAGES = "/lang-nghe/"
INDICATIONS = "/chi-dan-dia-ly/"
COLLECTIVE_MARKS = "/nhan-hieu-tap-the/"
SHOPS = "/diem-ban/"
VERIFY = "/tra-cuu/"
COMPARE = "/so-sanh/"
MY_LIST = "/danh-sach/"
TRADERS = "/nha-buon/"
PRESS = "/bao-chi/"
VIDEOS = "/video/"
PROGRAMME = "/chuong-trinh/"
OPEN_DATA = "/du-lieu-mo/"
API = "/api/v1/"
EMBEDS = "/nhung/"
STAFF = "/cho-can-bo/"
GUIDE = "/cho-can-bo/huong-dan/"
STYLE = "/cho-can-bo/giao-dien/"
REPORT = "/cho-can-bo/bao-cao-du-lieu/"
REPORT_FILE = "/cho-can-bo/bao-cao-du-lieu.csv"
ABOUT = "/gioi-thieu/"
CONTACT = "/lien-he/"
PRIVACY = "/quyen-rieng-tu/"
NOT_FOUND = "/404.html"

_MAKERS = {
    "cooperative": "hop-tac-xa",
    "enterprise": "doanh-nghiep",
    "household": "ho-kinh-doanh",
    "group": "to-hop-tac",
}
_CRAFTS = {
    "craft-village": CRAFT_VILLAGES,
    "geographical-indication": INDICATIONS,
    "collective-mark": COLLECTIVE_MARKS,
}


def english(address: str) -> str:
    """The address of the same page in English."""
    return f"/en{address}"


def product(id: str) -> str:
    """The page of a product."""
    return f"{CATALOGUE}{id}/"


def producer(id: str) -> str:
    """The page of a producer."""
    return f"{PRODUCERS}{id}/"


def producers_of(kind: str) -> str:
    """The page of the producers of a legal kind."""
    return f"{PRODUCERS}{reserved.BY_KIND}/{_MAKERS[kind]}/"


def area(id: str) -> str:
    """The page of a commune of today or of a former unit."""
    return f"{PLACES}{id}/"


def group(id: str) -> str:
    """The page of one of the 6 groups."""
    return f"{GROUPS}{id}/"


def leaf(group_id: str, id: str) -> str:
    """The page of one of the 26 product sets."""
    return f"{GROUPS}{group_id}/{id}/"


def star(stars: int) -> str:
    """The page of a star rank."""
    return f"{STARS}{stars}-sao/"


def year(number: int) -> str:
    """The page of the products that were certified in a year."""
    return f"{YEARS}{number}/"


def decision(id: str) -> str:
    """The page of a decision."""
    return f"{DECISIONS}{id}/"


def craft(kind: str, id: str) -> str:
    """The page of a craft village, geographical indication or collective mark."""
    return f"{_CRAFTS[kind]}{id}/"


def shop(id: str) -> str:
    """The page of a point of sale."""
    return f"{SHOPS}{id}/"


def video(id: str) -> str:
    """The page of a video."""
    return f"{VIDEOS}{id}/"


def gtin(code: str) -> str:
    """The address of a bar code of 8, 12, 13 or 14 digits, in the form of GS1 Digital Link."""
    return f"/01/{code.zfill(14)}/"


def distinct(offers: Sequence[Sequence[str]], taken: set[str]) -> list[str]:
    """One id for each row of offers: the first that no other row wants and that is not taken.

    The choice does not depend on the order of the rows, so a new row never moves an old id
    unless it wants the same words; where all offers of rows are the same, the later ones of them
    get "-2", "-3" behind. `taken` grows by what is given away.
    """
    chosen: dict[int, str] = {}
    for step in range(max(map(len, offers), default=0)):
        open_rows = [row for row in range(len(offers)) if row not in chosen]
        wanted = {row: offers[row][min(step, len(offers[row]) - 1)] for row in open_rows}
        count = Counter(wanted.values())
        free = {row: id for row, id in wanted.items() if count[id] == 1 and id not in taken}
        chosen.update(free)
        taken.update(free.values())
    for row in range(len(offers)):
        if row not in chosen:
            chosen[row] = _numbered(offers[row][-1], taken)
            taken.add(chosen[row])
    return [chosen[row] for row in range(len(offers))]


def _numbered(id: str, taken: set[str]) -> str:
    number = 1
    while (candidate := id if number == 1 else f"{id}-{number}") in taken:
        number += 1
    return candidate
