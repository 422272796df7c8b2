"""`python -m tests.faults`: every trouble in turn, with progress; 1 where one did harm."""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import disks, kills, pairs, pythons
from tests.faults.builds import TroubleError

Case = Callable[[argparse.Namespace, Path], Iterator[str]]
TITLES = {
    "kills": "Giết lệnh dựng ở những lúc ngẫu nhiên",
    "disks": "Ổ đĩa đầy, chỉ đọc, không có quyền",
    "pairs": "Hai lệnh dựng cùng lúc",
    "python": "Bản Python khác",
}


def _disks(args: argparse.Namespace, folder: Path) -> Iterator[str]:
    if os.environ.get(disks.INSIDE):
        yield from disks.run(folder)
    elif disks.inside(["-m", "tests.faults", "--only", "disks", "--quiet"]):
        raise TroubleError("xem dòng trên")


CASES: dict[str, Case] = {
    "kills": lambda args, folder: kills.run(folder, args.kills, random.Random(args.seed)),
    "disks": _disks,
    "pairs": lambda args, folder: pairs.run(folder, random.Random(args.seed)),
    "python": lambda args, folder: pythons.run(folder, args.python),
}


def main(given: list[str]) -> int:
    """Run the cases that were chosen; 0 where all hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", choices=CASES, action="append")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--python")
    parser.add_argument("--quiet", action="store_true")
    args = parser.parse_args(given)
    chosen = args.only or list(CASES)
    if not args.quiet:
        print(f"Số gieo: {args.seed}", flush=True)
    held = [_held(name, args) for name in chosen]  # every one, also after one that did not
    return 0 if all(held) else 1


def _held(name: str, args: argparse.Namespace) -> bool:
    """Whether a case holds; says so as it goes."""
    began = time.monotonic()
    if not args.quiet:
        print(f"{TITLES[name]}:", flush=True)
    with tempfile.TemporaryDirectory(prefix="ocop-faults-") as folder:
        try:
            for said in CASES[name](args, Path(folder)):
                print(f"  {time.monotonic() - began:4.0f} giây  {said}", flush=True)
        except TroubleError as trouble:
            print(f"  KHÔNG ĐẠT: {trouble}", flush=True)
            return False
    return True


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
