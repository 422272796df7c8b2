"""`gates`: whether a finished site may take the place of the published one."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts import pipeline, repository
from scripts.commands import arguments, build, tree
from scripts.exports import addresses, redirects
from scripts.gates import compare, expected, lock
from scripts.gates.lock import FormError, Manifest
from scripts.text.numbers import format_number

SHOWN = 50
COUNTS, ADDRESSES = "counts.lock", "addresses.lock"
# Only so that the site has all files that need an address; .invalid is nobody's (RFC 6761).
SITE_URL = "https://ocop.invalid/"
EXPLAIN = (
    "Nếu đúng là như vậy, hãy nêu lý do: thêm một dòng “Gate: lý do” vào lời nhắn của commit, hoặc "
    'chạy lại với --accept "lý do".'
)
NEVER = "Địa chỉ đã công bố và mã băm thì không lý do nào cho qua được."
FIRST = (
    "Chưa có {names}: chưa có lần công bố nào để so. Muốn lấy trang này làm mốc, hãy chạy lại với "
    "--record."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What speaks against a site: what a reason may let through, and what nothing may.

    `first`: the lock files that are not there yet.
    """

    explainable: tuple[str, ...]
    final: tuple[str, ...]
    first: tuple[str, ...] = ()


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "gates",
        help="xét xem trang mới có được thay trang đang công bố không",
        description="So trang mới với lần công bố trước (counts.lock, addresses.lock), cả hai "
        "tính vào ngày của trang mới: số đếm đổi quá mức, thiếu tệp, mất địa chỉ thì dừng.",
    )
    parser.add_argument(
        "--site",
        type=arguments.folder,
        metavar="DIR",
        help="trang đã dựng để xét (bỏ trống: dựng vào một thư mục tạm rồi xét)",
    )
    _add_reasons(parser)
    parser.add_argument(
        "--record",
        action="store_true",
        help="trang đạt thì ghi counts.lock và addresses.lock làm mốc mới",
    )
    parser.add_argument(
        "--locks",
        type=arguments.folder,
        default=pipeline.ROOT,
        metavar="DIR",
        help="thư mục của counts.lock và addresses.lock (mặc định: gốc kho mã)",
    )
    arguments.add_products(parser, pipeline.PRODUCTS)
    arguments.add_today(parser)
    parser.set_defaults(run=run)


def _add_reasons(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--accept", metavar="LÝ_DO", help="lý do cho qua các số đếm đã đổi nhiều")
    parser.add_argument(
        "--reasons",
        action="store_true",
        help="đọc lý do ở các dòng “Gate: …” trong lời nhắn commit từ lần công bố trước",
    )


def run(args: argparse.Namespace) -> int:
    """0 where the site passes, 1 where it does not, 2 where the reason is empty."""
    if args.accept is not None and not args.accept.strip():
        print("Lý do trong --accept để trống; hãy viết lý do.", file=sys.stderr)
        return 2
    if args.site:
        return judge(args, args.site)
    with tempfile.TemporaryDirectory(prefix="ocop-gates-") as folder:
        site = Path(folder) / "site"
        said = {"out": site, "site_url": SITE_URL, "trial": False}
        built = build.run(argparse.Namespace(**{**vars(args), **said}))
        return built or judge(args, site)


def judge(args: argparse.Namespace, site: Path) -> int:
    """Compare a site with the lock files, say what is wrong; with `--record` write them anew."""
    reasons = [args.accept.strip()] if args.accept else []
    if args.reasons:
        reasons += repository.reasons(args.locks / COUNTS)
    try:
        manifest = lock.manifest(_content(site / "manifest.json"))
        served = addresses.of_tree(tree.files(site))
        judged = judged_against(args.locks, site, manifest, served)
    except (FormError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    passed = verdict(judged, reasons, record=args.record)
    if passed and args.record:
        write_locks(args.locks, manifest, served, led_on(site))
    return 0 if passed else 1


def judged_against(locks: Path, site: Path, manifest: Manifest, served: frozenset[str]) -> Judged:
    """All that speaks against a site. FormError, ValueError where a lock file cannot be read."""
    missing = tuple(expected.missing(manifest, served))
    altered = tuple(expected.altered(manifest, lambda name: (site / name).read_bytes()))
    counts, promises = (_text(locks / name) for name in (COUNTS, ADDRESSES))
    moves: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    if counts is not None:
        found = compare.moves(lock.read(counts), manifest.counts, manifest.build_day)
        moves = tuple(move.message for move in found)
    if promises is not None:
        lost = tuple(broken(addresses.read(promises), served, led_on(site)))
    texts = {COUNTS: counts, ADDRESSES: promises}
    return Judged(
        explainable=(*missing, *moves),
        final=(*altered, *lost),
        first=tuple(name for name, text in texts.items() if text is None),
    )


def broken(
    locked: Sequence[str], served: frozenset[str], onward: Mapping[str, str]
) -> Iterator[str]:
    """What is said of each promise that the site does not keep."""
    yield from (one.message for one in addresses.lost(locked, served))
    yield from (one.message for one in addresses.reused(locked, served, onward))
    yield from (one.message for one in addresses.astray(served, onward))


def led_on(site: Path) -> Mapping[str, str]:
    """Where the addresses of a site lead that lead on; ValueError where its file is damaged."""
    file = site / redirects.ADDRESS[1:]
    return redirects.read(file.read_bytes()) if file.exists() else {}


def verdict(judged: Judged, reasons: Sequence[str], *, record: bool) -> bool:
    """Say one line for each thing, and whether the site passes."""
    let_through = "cho qua" if reasons else "DỪNG"
    said = [f"DỪNG: {line}" for line in judged.final]
    said += [f"{let_through}: {line}" for line in judged.explainable]
    print("".join(f"{line}\n" for line in said[:SHOWN]), end="")
    if len(said) > SHOWN:
        print(f"… và {format_number(len(said) - SHOWN, 'vi')} điều nữa")
    for reason in reasons if judged.explainable else ():
        print(f"Lý do: {reason}")
    if judged.first and not record:
        print(FIRST.format(names=" và ".join(judged.first)))
    if judged.explainable and not reasons:
        print(EXPLAIN)
    if judged.final:
        print(NEVER)
    stopped = judged.final or (judged.explainable and not reasons)
    passed = not stopped and (record or not judged.first)
    if passed:
        print("Trang đạt: được công bố.")
    return passed


def write_locks(
    locks: Path, manifest: Manifest, served: frozenset[str], onward: Mapping[str, str]
) -> None:
    """Let this site be what the next one is compared with. OSError."""
    before = addresses.read(_text(locks / ADDRESSES) or "")
    promises = addresses.extended(before, served, onward)
    tree.replace(locks / COUNTS, lock.text(manifest.counts))
    tree.replace(locks / ADDRESSES, addresses.text(promises))
    print(f"Đã ghi {COUNTS} và {ADDRESSES} ({len(promises)} dòng).")


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FormError(
            f"{file.parent} không có manifest.json, không phải trang đã dựng; hãy chạy: make site"
        ) from error


def _text(file: Path) -> str | None:
    """The content of a lock file; None where there is none yet."""
    return file.read_text(encoding="utf-8") if file.exists() else None
