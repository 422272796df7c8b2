"""Disks that are full, read-only or closed to us, as small file systems in memory.

Mounted in a mount namespace of this process, so that nothing is left behind however it ends.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.faults import builds
from tests.faults.builds import DAYS, TroubleError, Workshop

# How much of a second site there is room for beside the first.
ROOM = (0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.95)
INSIDE = "OCOP_FAULTS_INSIDE"
CANNOT = (
    "không gắn được ổ đĩa nhỏ để thử (cần Linux, quyền root hoặc không gian tên người dùng); hãy "
    "chạy: sudo make faults"
)


def inside(words: list[str]) -> int:
    """Run these words of Python where mounting is allowed; its exit code. TroubleError: nowhere."""
    # A user's own namespace where root's rights are lacking.
    rights = [] if os.geteuid() == 0 else ["--map-root-user"]
    shell = ["unshare", "--mount", "--propagation", "private", *rights]
    if (
        shutil.which("unshare") is None
        or subprocess.run(
            [*shell, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], check=False, capture_output=True
        ).returncode
    ):
        raise TroubleError(CANNOT)
    command = [*shell, sys.executable, *words]
    return subprocess.run(command, check=False, env={**os.environ, INSIDE: "1"}).returncode


def run(folder: Path) -> Iterator[str]:
    """Every disk; inside the namespace."""
    shop = Workshop(folder)
    digest = shop.good()[DAYS[0]]
    size = _size(folder / "good" / DAYS[0])
    for number, room in enumerate(ROOM, 1):
        _full(shop, folder / "full", f"size={int(size * (1 + room))}", digest)
        yield f"{number}/{len(ROOM)} ổ đĩa đầy"
    entries = sum(1 for _ in (folder / "good" / DAYS[0]).rglob("*"))
    _full(shop, folder / "inodes", f"size=1g,nr_inodes={int(entries * 1.5)}", digest)
    yield f"ổ đĩa đầy ở {len(ROOM)} mức và hết chỗ ghi tên: trang cũ nguyên vẹn, lần sau đúng"
    _limited(shop, folder / "limited" / "site", digest)
    yield "giới hạn cỡ tệp: trang cũ nguyên vẹn, lần sau đúng"
    _read_only(shop, folder / "read-only", digest)
    yield "ổ đĩa chỉ đọc: trang cũ nguyên vẹn, lần sau đúng"
    _closed(shop, folder / "closed", digest)
    yield "thư mục không có quyền ghi: trang cũ nguyên vẹn, lần sau đúng"


def _size(site: Path) -> int:
    """Bytes that a site takes in whole pages of memory, with its folders."""
    page = os.sysconf("SC_PAGE_SIZE")
    return sum(-(-file.stat().st_size // page) * page for file in site.rglob("*") if file.is_file())


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[None]:
    """A file system in memory at a folder, for as long as the block runs."""
    folder.mkdir(exist_ok=True)
    words = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(words, check=False, capture_output=True).returncode:
        raise TroubleError(CANNOT)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _remount(folder: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", str(folder)], check=True)


def _kept(site: Path, digest: str) -> None:
    if builds.digest(site) != digest:
        raise TroubleError("trang cũ không còn nguyên vẹn")
    builds.alone(site)


def _next(shop: Workshop, site: Path) -> None:
    """The next build, with the trouble gone, is right."""
    builds.expect(shop.build(site, DAYS[0]), 0)
    builds.alone(site)


def _full(shop: Workshop, folder: Path, options: str, digest: str) -> None:
    site = folder / "site"
    with _mounted(folder, options):
        builds.expect(shop.build(site, DAYS[0]), 0)
        builds.expect(shop.build(site, DAYS[1]), 1, "Hết chỗ trên ổ đĩa")
        _kept(site, digest)
        _remount(folder, "size=1g,nr_inodes=0")
        _next(shop, site)


def _limited(shop: Workshop, site: Path, digest: str) -> None:
    import resource  # only where there is one: this module is also read elsewhere

    builds.expect(shop.build(site, DAYS[0]), 0)

    def few() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    builds.expect(shop.build(site, DAYS[1], preexec_fn=few), 1, "Hệ thống không cho tệp lớn")
    _kept(site, digest)
    _next(shop, site)


def _read_only(shop: Workshop, folder: Path, digest: str) -> None:
    site = folder / "site"
    with _mounted(folder, "size=1g"):
        builds.expect(shop.build(site, DAYS[0]), 0)
        _remount(folder, "ro")
        builds.expect(shop.build(site, DAYS[1]), 1, "chỉ cho đọc")
        _kept(site, digest)
        _remount(folder, "rw")
        _next(shop, site)


def _closed(shop: Workshop, folder: Path, digest: str) -> None:
    """A folder whose owner may not write; root may, unless that right is given up."""
    site = folder / "site"
    builds.expect(shop.build(site, DAYS[0]), 0)
    folder.chmod(0o555)
    (folder / f".{site.name}-lock").chmod(0o444)
    words = shop.command(site, DAYS[1])
    without = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--"]
    outcome = builds.finish(builds.start([*without, *words]))
    folder.chmod(0o755)
    (folder / f".{site.name}-lock").chmod(0o644)
    builds.expect(outcome, 1, "Không có quyền ghi")
    _kept(site, digest)
    _next(shop, site)
