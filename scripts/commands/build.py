"""`build`: check everything, build a whole new site beside the published one, exchange the two."""

from __future__ import annotations

import argparse
import shlex
import sys
import time
from pathlib import Path

from scripts import pipeline, publish
from scripts.checks import report
from scripts.commands import arguments, failures
from scripts.commands.progress import Progress
from scripts.commands.waiting import waiting
from scripts.images.cache import VanishedError
from scripts.model.types import Catalogue
from scripts.press.edition import Edition, PressError, Printed
from scripts.processes import HelperError
from scripts.text import numbers

OUT = pipeline.ROOT / "site"
MARK = b'<meta name="build-day"'
KEPT = "Chưa dựng vì còn lỗi kể trên. Trang đang có giữ nguyên."
STANDS = "Trang đang có giữ nguyên."


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "build",
        help="kiểm tra bản ghi và dựng trang",
        description="Kiểm tra mọi bản ghi rồi dựng trang. Trang đang có chỉ được thay khi trang "
        "mới đã dựng xong và đủ; có lỗi thì giữ nguyên trang đang có.",
    )
    arguments.add_products(parser, pipeline.PRODUCTS)
    parser.add_argument(
        "--out", type=Path, default=OUT, metavar="DIR", help="nơi đặt trang (mặc định: site)"
    )
    arguments.add_today(parser)
    parser.add_argument(
        "--site-url",
        type=arguments.site_url,
        metavar="URL",
        help="địa chỉ công khai của trang; bỏ trống thì không in địa chỉ tuyệt đối nào",
    )
    parser.add_argument(
        "--trial",
        action="store_true",
        help="dựng bản xem thử: trang nào cũng ghi rõ như vậy và máy tìm kiếm không được liệt kê",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when the new site stands, 1 where it cannot be built or written, 2 for a bad folder."""
    out = Path(args.out)
    reason = refusal(out, args.products)
    if reason:
        print(f"Không dựng vào {out}: {reason}.", file=sys.stderr)
        return 2
    try:
        return build(args, out)
    except publish.BusyError:
        print(f"Đang có lệnh khác dựng {out}; hãy đợi lệnh đó xong.", file=sys.stderr)
    except pipeline.PhotoError as error:
        print(f"{error.file}: ảnh hỏng, không đọc được.\n{KEPT}", file=sys.stderr)
    except PressError as error:
        print(f"{error}\n{KEPT}", file=sys.stderr)
    except VanishedError as error:
        print(f"{error}: bị xoá hoặc đổi trong lúc dựng; hãy chạy lại.\n{KEPT}", file=sys.stderr)
    except HelperError:
        print(f"Tiến trình phụ bị dừng giữa chừng (hết bộ nhớ?); hãy chạy lại. {STANDS}",
              file=sys.stderr)  # fmt: skip
    except BrokenPipeError:
        raise  # nobody listens to what we say; the disk is well
    except OSError as error:
        print(failures.sentence(error, out), *([STANDS] if out.exists() else []), file=sys.stderr)
    return 1


def build(args: argparse.Namespace, out: Path) -> int:
    """Check, make, publish and say so; 1 where records have errors.

    BusyError, PressError; PhotoError where a photograph cannot be read.
    """
    began = time.monotonic()
    day = args.today or pipeline.today()
    with waiting("đang kiểm tra các bản ghi"):
        checked = pipeline.check(args.products, day)
    if not checked.sound:
        print(report.text(checked.problems), end="")
        print(KEPT, file=sys.stderr)
        return 1
    catalogue = pipeline.catalogue(checked, day)
    photos = album(checked)
    with waiting("đang soạn các trang"):
        origin = pipeline.origin(checked.reading, args.products)
        made = pipeline.edition(
            catalogue, args.site_url, photos=photos, origin=origin, trial=args.trial
        )
    printed = publish_site(made, out)
    print(summary(catalogue, printed, time.monotonic() - began, out), end="")
    print(warned(len(checked.problems)))
    return 0


def warned(count: int) -> str:
    """How many warnings there are, and where to read them; nothing where there is none."""
    return f" ({numbers.format_number(count, 'vi')} cảnh báo, xem: make check)" if count else ""


def album(checked: pipeline.Checked) -> pipeline.Album:
    """The pictures of all products; only new photographs take long, and it says so."""
    files = pipeline.photographs(checked)
    progress = Progress("ảnh", len(files))
    try:
        return pipeline.album(files, progress.report)
    finally:
        progress.end()


def publish_site(made: Edition, out: Path) -> Printed:
    """Build beside the published site and exchange the two; BusyError while another does."""
    progress = Progress("trang", len(made.pages))
    try:
        return publish.publish(out, lambda tree: pipeline.print_site(made, tree, progress.report))
    finally:
        progress.end()


def refusal(out: Path, products: Path) -> str | None:
    """Why the folder must not become a site: the old tree is deleted whole. None where it may."""
    where = out.resolve()
    records = products.resolve()
    if where.parent == where:
        return "đó là gốc của ổ đĩa"
    if pipeline.ROOT.is_relative_to(where) or records.is_relative_to(where):
        return "trong đó có mã nguồn hoặc bản ghi"
    if where.is_relative_to(records) or where.is_relative_to(pipeline.DOCS):
        return "đó là chỗ của bản ghi và trang viết tay"
    if where.exists() and not (where.is_dir() and (_is_site(where) or _is_empty(where))):
        return "ở đó có thứ khác, không phải trang đã dựng"
    return None


def _is_site(folder: Path) -> bool:
    home = folder / "index.html"
    return home.is_file() and MARK in home.read_bytes()


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def summary(catalogue: Catalogue, printed: Printed, seconds: float, out: Path) -> str:
    """What was built and how to open it, in one line."""
    counts = {
        "sản phẩm": len(catalogue.products),
        "chủ thể": len(catalogue.producers),
        "trang": printed.pages + printed.editorial,
    }
    said = ", ".join(f"{numbers.format_number(n, 'vi')} {what}" for what, n in counts.items())
    took = f"{seconds:.1f}".replace(".", ",")
    if out.resolve() == OUT:
        return f"Đã dựng {said} trong {took} giây → site/ ; mở bằng: make serve"
    command = f"python -m http.server --directory {shlex.quote(str(out))}"
    return f"Đã dựng {said} trong {took} giây → {out}/ ; mở bằng: {command}"
