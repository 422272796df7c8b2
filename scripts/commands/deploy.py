"""`deploy`: a built site onto a web server, as a release that visitors see whole or not at all."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from scripts import pipeline, publish
from scripts.commands import arguments, build, gates, tree
from scripts.commands.progress import Progress
from scripts.exports import addresses, sitemap
from scripts.gates import expected, lock
from scripts.hosting import release
from scripts.hosting.compress import Size, found
from scripts.hosting.target import ServerError, Target, TargetError
from scripts.text.numbers import format_number

KEEP = 5
TRIAL = b"data-trial"
MANIFEST = "manifest.json"
PATIENCE = 20


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "deploy",
        help="đưa trang đã dựng lên máy chủ web",
        description="Xét trang đã dựng, nén sẵn, gửi bằng rsync thành một bản mới bên cạnh các bản "
        "cũ rồi chuyển khách sang bản mới trong một bước. Hỏng ở đâu thì khách vẫn thấy bản cũ.",
    )
    add_target(parser)
    parser.add_argument(
        "--site", type=arguments.folder, default=build.OUT, metavar="DIR", help="trang đã dựng"
    )
    parser.add_argument(
        "--keep", type=count, default=KEEP, metavar="N", help=f"số bản giữ lại (mặc định: {KEEP})"
    )
    parser.add_argument("--reload", metavar="LỆNH", help="lệnh nạp lại máy chủ web khi cần")
    parser.add_argument(
        "--url", type=arguments.site_url, help="địa chỉ công khai, để xem khách đã thấy bản mới"
    )
    parser.add_argument(
        "--trial-ok", action="store_true", help="cho phép đưa lên một bản xem thử (build --trial)"
    )
    parser.add_argument("--accept", metavar="LÝ_DO", help="như ở lệnh gates")
    parser.add_argument(
        "--locks", type=arguments.folder, default=pipeline.ROOT, metavar="DIR",
        help="như ở lệnh gates",
    )  # fmt: skip
    parser.set_defaults(run=run)


def add_target(parser: argparse.ArgumentParser) -> None:
    """Add the target and `--dry-run`."""
    parser.add_argument(
        "target", type=target, metavar="NƠI", help="nguoi-dung@may-chu:/srv/ocop hoặc một thư mục"
    )
    parser.add_argument("--dry-run", action="store_true", help="chỉ nói sẽ làm gì")


def target(text: str) -> Target:
    """Where releases lie."""
    try:
        return Target.parse(text)
    except TargetError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def count(text: str) -> int:
    """A number of releases: with one alone there is no way back."""
    if not text.isascii() or not text.isdigit() or int(text) < 2:
        raise argparse.ArgumentTypeError(f"{text!r}: hãy giữ từ 2 bản trở lên để còn quay lại được")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """0 when visitors see the site, 1 where it may not be sent or something failed."""
    try:
        with publish.lock(args.site.resolve()):
            if not sendable(args):
                return 1
            return send(args)
    except publish.BusyError:
        print(f"Đang có lệnh khác dựng {args.site}; hãy đợi lệnh đó xong.", file=sys.stderr)
    except (ServerError, release.HeadersError, lock.FormError, OSError) as error:
        print(error, file=sys.stderr)
    return 1


def sendable(args: argparse.Namespace) -> bool:
    """Whether the site is whole and may be published; says why not. FormError, OSError."""
    if shutil.which("rsync") is None:
        print("Thiếu rsync; hãy chạy: sudo apt-get install rsync", file=sys.stderr)
        return False
    trial = TRIAL in (args.site / "index.html").read_bytes()
    if trial and not args.trial_ok:
        print("Đây là bản xem thử; chỉ đưa lên nơi xem thử, với --trial-ok.", file=sys.stderr)
        return False
    faults = list(broken(args.site, trial=trial))
    if faults:
        print(*faults, "Chưa gửi gì: trang chưa đủ, hãy dựng lại.", sep="\n", file=sys.stderr)
        return False
    said = argparse.Namespace(**{**vars(args), "reasons": True, "record": False})
    return trial or gates.judge(said, args.site) == 0


def broken(site: Path, *, trial: bool) -> Iterator[str]:
    """What the site lacks of that which its own manifest promises. FormError, OSError."""
    manifest = lock.manifest((site / MANIFEST).read_bytes())
    optional = f"thiếu {sitemap.ADDRESS}"
    for fault in expected.missing(manifest, addresses.of_tree(tree.files(site))):
        if not (trial and fault.startswith(optional)):
            yield fault
    yield from expected.altered(manifest, lambda name: (site / name).read_bytes())


def send(args: argparse.Namespace) -> int:
    """Send, or say what would be done; 1 where visitors do not see it. ServerError, OSError."""
    called = release.name(datetime.now(UTC), commit(args.site))
    if args.dry_run:
        print(*release.steps(args.site, args.target, called, args.keep), sep="\n")
        return 0
    began = time.monotonic()
    progress = Progress("tệp đã nén", sum(1 for _ in found(args.site)))
    try:
        sent = release.send(
            args.site,
            args.target,
            called,
            keep=args.keep,
            reload=args.reload,
            report=progress.report,
            say=lambda line: print(line, flush=True),
        )
    finally:
        progress.end()
    print(summary(sent, time.monotonic() - began))
    return 0 if not args.url or seen(args.url, args.site) else 1


def commit(site: Path) -> str | None:
    """The commit that a site was made from, as its manifest says it."""
    manifest = json.loads((site / MANIFEST).read_bytes())
    said = manifest.get("commit") or {}
    return said.get("hash")


def summary(sent: release.Sent, seconds: float) -> str:
    """What was done, in a few lines."""
    lines = [packing(sent.size)]
    files, new = (format_number(number, "vi") for number in (sent.files, sent.new))
    lines.append(f"Đã gửi {files} tệp, {new} tệp mới hoặc đã đổi; các tệp khác nối vào bản trước.")
    if sent.removed:
        lines.append(f"Đã xoá bản cũ: {', '.join(sent.removed)}.")
    back = f"; quay lại {sent.before}: python -m scripts rollback" if sent.before else ""
    took = f"{seconds:.1f}".replace(".", ",")
    lines.append(f"Khách đang thấy bản {sent.name} ({took} giây){back}")
    return "\n".join(lines)


def packing(size: Size) -> str:
    """What packing gave."""
    files = format_number(size.files, "vi")
    raw, br, gz = (f"{n / 1e6:.1f}".replace(".", ",") for n in (size.raw, size.br, size.gz))
    return f"Đã nén {files} tệp: {raw} MB thành {br} MB (br), {gz} MB (gz)."


def seen(url: str, site: Path) -> bool:
    """Whether visitors of the public address get this site; says so."""
    try:
        with urllib.request.urlopen(f"{url}{MANIFEST}", timeout=PATIENCE) as answer:
            same = bool(answer.read() == (site / MANIFEST).read_bytes())
    except OSError as error:
        print(f"Đã chuyển, nhưng không xem được {url}: {error}", file=sys.stderr)
        return False
    if same:
        print(f"Đã xem {url}: đúng bản mới.")
    else:
        print(f"Đã chuyển, nhưng {url} vẫn trả bản khác; xem cấu hình nginx.", file=sys.stderr)
    return same
