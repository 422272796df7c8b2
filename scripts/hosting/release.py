"""Puts a site where visitors see it, as a new release beside the old ones, and goes back.

A release is sent under a hidden name, gets its own name when it is whole, and is then switched
to in one step; killed at any moment, visitors see the old site or the new one, each whole.
"""

from __future__ import annotations

import contextlib
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scripts.hosting import compress, web
from scripts.hosting.target import ServerError, Target, run

# Content decides, not times: a new build has new times. What stays the same becomes a hard link,
# and keeps the time by which the server tells browsers that it is the same.
RSYNC = ("rsync", "--recursive", "--checksum", "--chmod=D755,F644", "--stats")
_SENT = re.compile(r"^Number of regular files transferred: ([\d,]+)", re.MULTILINE)
_ALL = re.compile(r"^Number of files: .*\breg: ([\d,]+)", re.MULTILINE)


class HeadersError(Exception):
    """The web server must read its headers anew first, or the new pages' scripts would not run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A release that is in place: its name, the one before, files in all and those not there yet.

    `removed`: old releases that were deleted. `size`: what packing gave.
    """

    name: str
    before: str
    files: int
    new: int
    removed: tuple[str, ...]
    size: compress.Size


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release on a server."""

    name: str
    current: bool


def name(now: datetime, commit: str | None) -> str:
    """The name of a release made now: names sort by age."""
    return f"{now:%Y%m%d-%H%M%S}" + (f"-{commit[:8]}" if commit else "")


def steps(site: Path, target: Target, called: str, keep: int) -> tuple[str, ...]:
    """What `send` does, in words."""
    return (
        "nén các tệp chữ thành .br và .gz trong một thư mục tạm, tính mã băm của các đoạn script",
        " ".join(_rsync([site], target, called, "")),
        f"ở {target}: đổi tên releases/.{called}.part thành releases/{called}",
        f"ở {target}: chuyển current sang releases/{called}",
        f"ở {target}: giữ {keep} bản mới nhất, xoá các bản cũ hơn",
    )


def send(
    site: Path,
    target: Target,
    called: str,
    *,
    keep: int,
    reload: str | None = None,
    report: compress.Report = lambda done: None,
    say: Callable[[str], None] = lambda line: None,
) -> Sent:
    """Send a site as a new release and switch to it; ServerError, HeadersError.

    `reload`: the shell line that lets the web server read its headers anew.
    """
    before = target.run("prepare").strip()
    with tempfile.TemporaryDirectory(prefix="ocop-") as folder:
        packed = Path(folder)
        size = compress.pack(site, packed, report)
        _add_headers(site, packed, target)
        say(f"Đang gửi tới {target}…")
        with _discarding(target, called):
            said = run(_rsync([site, packed], target, called, before))
            changed = target.run("finish", called).strip()
    if changed and before:
        _reload(target, reload, called)
    switch(target, called)
    removed = target.run("prune", str(keep)).split()
    files, new = (_number(pattern, said) for pattern in (_ALL, _SENT))
    return Sent(name=called, before=before, files=files, new=new, removed=tuple(removed), size=size)


def switch(target: Target, called: str) -> None:
    """Let visitors see a release, and look that they do; ServerError."""
    now = target.run("switch", called).strip()
    if now != called:
        raise ServerError(f"Đã chuyển sang {called} nhưng current vẫn là {now or 'không có gì'}")


def releases(target: Target) -> tuple[Release, ...]:
    """The releases that are there, the oldest first; ServerError."""
    lines = target.run("list").splitlines()
    return tuple(Release(name=line[2:], current=line.startswith("*")) for line in lines)


def _add_headers(site: Path, packed: Path, target: Target) -> None:
    """Add a release's own hashes, and the headers that suit it and every release kept so far."""
    own = web.scripts(site)
    there = target.run("scripts").split("\n")
    (packed / ".scripts").write_text("\n".join([*sorted(own), ""]), encoding="utf-8")
    headers = web.headers(own.union(filter(None, there)))
    (packed / ".headers.conf").write_text(headers, encoding="utf-8")


def _rsync(sources: list[Path], target: Target, called: str, before: str) -> list[str]:
    link = [f"--link-dest=../{before}"] if before else []
    folders = [f"{source.resolve()}/" for source in sources]
    return [*RSYNC, *link, *folders, target.destination(f"releases/.{called}.part/")]


def _reload(target: Target, line: str | None, called: str) -> None:
    if line is None:
        target.run("remove", called)
        raise HeadersError(
            f"Tiêu đề của máy chủ web đã đổi ({target}/headers.conf). Hãy nạp lại nginx trên máy "
            "chủ (sudo nginx -t && sudo systemctl reload nginx) rồi chạy lại lệnh này, hoặc dùng "
            "--reload. Khách vẫn đang thấy bản cũ."
        )
    target.shell(line)


@contextlib.contextmanager
def _discarding(target: Target, called: str) -> Iterator[None]:
    """Leave no half a release behind where it can be helped."""
    try:
        yield
    except BaseException:
        with contextlib.suppress(ServerError):
            target.run("discard", called)
        raise


def _number(pattern: re.Pattern[str], text: str) -> int:
    found = pattern.search(text)
    return int(found[1].replace(",", "")) if found else 0
