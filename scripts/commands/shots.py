"""`shots`: photographs every kind of page and state, with a sheet to look at."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from scripts import pipeline

if TYPE_CHECKING:
    from scripts.audit.scenes import Scene

FOLDER = pipeline.ROOT / "reports" / "shots"
# A small catalogue in which every field is filled and every state occurs.
SAMPLE = pipeline.ROOT / "tests" / "catalogues" / "full" / "products"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "shots",
        help="chụp mọi loại trang ở ba bề rộng, hai nền, hai ngôn ngữ để xem bằng mắt",
        description="Dựng trang từ bản ghi thật và từ danh mục mẫu, chụp mọi loại trang và mọi "
        "trạng thái (360, 768, 1280 điểm ảnh; sáng, tối; Việt, Anh) vào reports/shots/, kèm "
        "index.html để xem.",
    )
    parser.add_argument(
        "--only",
        nargs="+",
        metavar="TÊN",
        help="chỉ chụp cảnh có tên bắt đầu như vậy (product, act-, state-…)",
    )
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="DIR", help="nơi đặt ảnh")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when all was photographed; 1 where a scene could not be reached or a page complained."""
    from scripts.audit import scenes, sheet, shots
    from scripts.audit.sites import chromium, served

    failures: list[str] = []
    taken: list[shots.Shot] = []
    with chromium() as browser:
        for products, plan in ((pipeline.PRODUCTS, scenes.of_kinds), (SAMPLE, scenes.of_states)):
            with built(products) as site, served(site) as url:
                chosen = [scene for scene in plan(site) if wanted(scene, args.only)]
                for shot in shots.take(browser, url, site, chosen, args.out, failures.append):
                    taken.append(shot)
                    _progress(shot.file)
    file = sheet.write(args.out, "Danh mục OCOP Ninh Bình, mọi loại trang", taken)
    print(f"{len(taken)} ảnh; xem {file}")
    failures += [f"{shot.file}: {said}" for shot in taken for said in shot.complaints]
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def wanted(scene: Scene, only: list[str] | None) -> bool:
    """Whether a scene was asked for."""
    return not only or any(scene.name.startswith(name) for name in only)


@contextmanager
def built(products: Path) -> Iterator[Path]:
    """A site of these records, for as long as the block runs."""
    from scripts.audit import sites

    with tempfile.TemporaryDirectory(prefix="ocop-shots-") as folder:
        yield sites.build(products, Path(folder) / "site")


def _progress(file: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{file}", end="", file=sys.stderr, flush=True)
