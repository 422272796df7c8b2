"""How far a number may move between two publications without a reason: one table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A move stops when it is above both `share` (of the earlier number) and `items`.

    `zero`: going to zero always stops. `new`: a number that was not there before passes.
    `grows`: more is always fine.
    """

    share: float
    items: int
    zero: bool = True
    new: bool = False
    grows: bool = False


# A week's editing moves a number by a few records; a list read wrongly, a folder lost in a merge
# or a broken rule moves it by a tenth or more. Five hundredths part the two at 100 records and at
# 20,000, and `items` keeps small numbers from stopping for one product.
USUAL = Limit(share=0.05, items=3)

FAMILIES: Mapping[str, Limit] = {
    "records": USUAL,
    "stars": USUAL,
    # Groups are small, and correcting products into another one moves two of them at once.
    "groups": Limit(share=0.10, items=3),
    # Both sides stand on the same day: what is left was written by somebody, about certificates.
    "states": USUAL,
    # A new kind of page comes with the program that makes it, and takes nothing away.
    "pages": Limit(share=0.05, items=3, new=True),
}

SINGLE: Mapping[tuple[str, str], Limit] = {
    # Withdrawing takes a product out of every list: more than three at once must have a reason,
    # however many there are.
    ("records", "withdrawn"): Limit(share=0.0, items=3, zero=False),
    # Photographs come in batches from one maker.
    ("records", "picture"): Limit(share=0.10, items=20, new=True),
    **{
        ("pages", f"{language}/{kind}"): Limit(share=0.05, items=3, grows=True)
        for language in ("vi", "en")
        # A page that leads on from an old address takes nothing away, and each New Year brings
        # a page of its year.
        for kind in ("moved", "year")
    },
}
# The state of a rank's certificates: only the valid ones going to zero is striking.
GOES_TO_ZERO = frozenset({"valid"})


def limit_of(family: str, key: str) -> Limit:
    """The limit of a line."""
    found = SINGLE.get((family, key), FAMILIES[family])
    if family == "states" and key.rpartition("/")[2] not in GOES_TO_ZERO:
        return Limit(share=found.share, items=found.items, zero=False)
    return found
