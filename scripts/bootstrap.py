"""Sets the project up on a bare machine: virtual environment, browser, Java, Node tools.

Standard library only, since it runs before anything is installed. Nothing here is silent: what
cannot be had ends in one sentence that names the command to run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)
LINUX = sys.platform.startswith("linux")

# What `deploy` is tested with: the web server, its reader of packed files, the sender.
WEB_SERVER = ("nginx", "libnginx-mod-http-brotli-static", "rsync")
BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
# Debian asks this program whether an installed service may start; 101 says no.
POLICY = Path("/usr/sbin/policy-rc.d")
NO_SERVICES = "#!/bin/sh\nexit 101\n"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
BROWSER_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
)


class SetupError(Exception):
    """Something the machine lacks, with the command that brings it, in Vietnamese."""


def ready(stamp: str, sources: Sequence[Path], folder: Path) -> bool:
    """Whether `folder` was set up from exactly these files."""
    mark = folder / f".{stamp}"
    return mark.is_file() and mark.read_text() == _digest(sources)


def _digest(sources: Sequence[Path]) -> str:
    content = b"".join(path.read_bytes() for path in sources)
    return hashlib.sha256(content + sys.version.encode()).hexdigest()


def _mark_ready(stamp: str, sources: Sequence[Path], folder: Path) -> None:
    (folder / f".{stamp}").write_text(_digest(sources))


def _run(command: Sequence[str | Path], failure: str, **environment: str) -> None:
    result = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **environment}, check=False
    )
    if result.returncode:
        raise SetupError(failure)


def environment(requirements: str) -> None:
    """Make `.venv` hold the packages of the hashed file `requirements`."""
    if sys.version_info < OLDEST:
        raise SetupError("Cần Python 3.11 trở lên; hãy cài bản mới tại python.org rồi chạy lại.")
    source = ROOT / requirements
    if PYTHON.is_file() and ready(source.stem, [source], VENV):
        return
    print(f"Đang cài các gói trong {requirements} vào .venv (lần đầu mất khoảng một phút)…")
    if not PYTHON.is_file() or not _has_pip():
        _run(
            [sys.executable, "-m", "venv", "--clear", VENV],
            "Không tạo được .venv; trên Debian hãy chạy: apt-get install python3-venv",
        )
    _run(
        [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
         "--require-hashes", "-r", source],
        "Không cài được các gói; hãy kiểm tra mạng rồi chạy lại lệnh vừa rồi.",
    )  # fmt: skip
    _mark_ready(source.stem, [source], VENV)


def _has_pip() -> bool:
    probe = [str(PYTHON), "-c", "import pip"]
    return subprocess.run(probe, check=False, capture_output=True).returncode == 0


def find_browser() -> str | None:
    """The path of a Chromium, Chrome or Edge on this machine."""
    named = os.environ.get("CHROME_PATH")
    if named and Path(named).is_file():
        return named
    found = filter(None, map(shutil.which, BROWSERS))
    installed = (path for path in BROWSER_PATHS if Path(path).is_file())
    return next(found, None) or next(installed, None)


def browser() -> str:
    """A browser for the tests, installed by apt where we may."""
    path = find_browser()
    if path is None and _apt("chromium"):
        path = find_browser()
    if path is None:
        raise SetupError(
            "Thiếu trình duyệt Chromium để chạy kiểm thử; hãy chạy: "
            "sudo apt-get install chromium (hoặc cài Chrome, Edge, hay đặt CHROME_PATH)."
        )
    return path


def java() -> None:
    """Java for the HTML checker, installed by apt where we may."""
    if not _works("java", "-version") and not _apt("default-jre-headless"):
        raise SetupError(
            "Thiếu Java để kiểm tra HTML; hãy chạy: sudo apt-get install default-jre-headless "
            "(máy khác: cài Java 17 trở lên từ adoptium.net)."
        )


def web_server() -> None:
    """nginx and rsync for the tests of `deploy`, on Linux, where servers are; by apt if we may."""
    if not LINUX or _has_web_server():
        return
    if not _apt(*WEB_SERVER) or not _has_web_server():
        raise SetupError(
            "Thiếu nginx và rsync để kiểm thử việc đưa trang lên mạng; hãy chạy: "
            f"sudo apt-get install {' '.join(WEB_SERVER)}"
        )


def _has_web_server() -> bool:
    there = all(shutil.which(name, path=f"{os.defpath}:/usr/sbin") for name in ("nginx", "rsync"))
    return there and BROTLI.is_file()


def node_tools() -> None:
    """The test tools of package-lock.json, by the npm that comes with the environment."""
    sources = [ROOT / "package.json", ROOT / "package-lock.json"]
    folder = ROOT / "node_modules"
    if folder.is_dir() and ready("ready", sources, folder):
        return
    print("Đang cài công cụ kiểm thử (axe, Nu, Biome, TypeScript)…")
    npm = BIN / ("npm.exe" if os.name == "nt" else "npm")
    _run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
        "Không cài được công cụ kiểm thử; hãy kiểm tra mạng rồi chạy lại: make test",
        PATH=f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}",
    )
    _mark_ready("ready", sources, folder)


def _works(*command: str) -> bool:
    """Whether the program is there and runs (macOS has a `java` that only opens a dialog)."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _apt(*packages: str) -> bool:
    """Install Debian packages where this is Debian and we are root; whether it worked."""
    if shutil.which("apt-get") is None or os.name == "nt" or os.geteuid() != 0:
        return False
    print(f"Đang cài {', '.join(packages)} bằng apt…")
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "check": False}
    update = subprocess.run(["apt-get", "update", "-qq"], **quiet)  # type: ignore[call-overload]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    with _services_kept_from_starting():
        done = subprocess.run(install, stdout=subprocess.DEVNULL, **quiet)  # type: ignore[call-overload]
    return bool(update.returncode == 0 and done.returncode == 0)


@contextlib.contextmanager
def _services_kept_from_starting() -> Iterator[None]:
    """An installed web server would start and take the port 80 of whoever runs the tests."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text(NO_SERVICES)
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def site() -> None:
    """What building the site needs."""
    environment("requirements.txt")


def tests() -> None:
    """What linting and testing need."""
    environment("requirements-dev.txt")
    node_tools()
    browser()
    java()
    web_server()


def lint() -> None:
    """What linting needs."""
    environment("requirements-dev.txt")
    node_tools()


def bench() -> None:
    """What measuring needs: the programs that we are measured against, and a browser."""
    environment("requirements.txt")
    environment("requirements-bench.txt")
    browser()


STEPS = {"site": site, "lint": lint, "test": tests, "bench": bench, "web-server": web_server}


def main(arguments: Sequence[str]) -> int:
    """`python -m scripts.bootstrap STEP`, one of STEPS; 0 when everything is there, else 1."""
    step = STEPS.get(arguments[0] if arguments else "site")
    if step is None:
        print(f"Hãy chọn một trong: {', '.join(STEPS)}", file=sys.stderr)
        return 2
    try:
        step()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
